import { isDay } from '@sunlit/calendar';
import type { Text } from '@sunlit/contracts';
import { askStatistics } from './ask-statistics.js';
import { checkHandovers, checkParts, checkStates } from './check-conserved.js';
import { checkDesk, checkNumbers, checkpointOf, DESKS, waitingOf, type Recounted } from './check-desks.js';
import { checkErased } from './check-erased.js';
import { checkFigure } from './check-figures.js';
import { checkJoined } from './check-joined.js';
import { checkOrderNumbers } from './check-orders.js';
import type { DoctorOptions, Finding, Report } from './doctor.types.js';
import { readAll, STEPS, tell, type Read, type Run } from './read-all.js';
import { seenOf, type Step } from './recount/case-file.js';
import { figureRules } from './recount/figure-rules.js';
import { matterOf } from './recount/matter.js';
import { tableEnding } from './table-ending.js';

/** The projection figures are read from. */
const FIGURES = 'figures.v2';

const behind = (run: Run, projection: string, checkpoint: number, head: number): void => {
  if (checkpoint >= head) return;
  run.notes.push({
    zh: `${projection} 尚在跟进:日志已到 ${head},它到 ${checkpoint};按它所到之处核对。`,
    en: `${projection} is still catching up: the log is at ${head}, it is at ${checkpoint}; it was checked up to there.`,
  });
};

const checkDesks = async (run: Run, log: Recounted): Promise<number> => {
  const { readStore, find, notes } = run;
  let documents = 0;
  const onDocument = (): void => {
    documents += 1;
    if (documents % 500 === 0) tell(run, STEPS.desks, documents, log.files.size);
  };
  for (const desk of DESKS) {
    behind(run, desk.name, await checkpointOf(readStore, desk.name), log.headOf(desk.category));
    const changed = await checkDesk({ desk, log, readStore, find, onDocument });
    await checkStates(desk, log, readStore, find);
    if (changed > 0)
      notes.push({
        zh: `${desk.name}:核对期间有 ${changed} 件变动,未核对。`,
        en: `${desk.name}: ${changed} cases changed during the check and were left out.`,
      });
  }
  checkNumbers(log, find);
  return documents;
};

/** Every year in which something happened, came in or falls due. */
const yearsOf = ({ files, contacts, dayOf }: Recounted): readonly string[] => {
  const daysIn = ({ at, data }: Step): string[] => {
    const told = [data['cameAt'], data['dueAt']].filter((one) => typeof one === 'string');
    return [...[at, ...told].map(dayOf), ...[data['on']].filter(isDay)];
  };
  const steps = [...files.values(), ...contacts.values()].flatMap((file) => file.steps);
  return [...new Set(steps.flatMap(daysIn).map((day) => day.slice(0, 4)))].sort();
};

/** That nothing was read beyond the end of the log: it has lost its last events where a projection has come further than it goes. */
const checkEnd = async ({ logs, readStore, figuresTake, find }: Run): Promise<void> => {
  // Over a bus figures count its messages, and a log on a server has positions of its own after the last event.
  if (figuresTake || logs.length !== 1) return;
  for (const name of [...DESKS.map((desk) => desk.name), FIGURES]) {
    const read = await checkpointOf(readStore, name);
    const end = await logs[0]!.store.head();
    if (read <= end) continue;
    const text = {
      zh: `${name} 已读到位置 ${read},日志只到 ${end}:末尾的事件缺失。`,
      en: `${name} has read up to position ${read}, the log ends at ${end}: its last events are missing.`,
    };
    find({ invariant: 'I2', where: `log ${name}`, expected: read, found: end, text });
  }
};

const checkKeys = async (run: Run, { erasures }: Read): Promise<void> => {
  const waiting = run.keys ? await checkErased(run.keys, erasures, run.find) : 0;
  if (waiting === 0) return;
  run.notes.push({
    zh: `${waiting} 项删除尚待销毁密钥。`,
    en: `${waiting} erasures have yet to destroy their keys.`,
  });
};

/** What statistics has seen: the matters of it, and the instant to ask it for. */
const mattersAt = ({ office }: Run, log: Recounted, seenUpTo: (category: string) => number) => {
  const { files, contacts, dayOf } = log;
  const waiting = waitingOf(log, FIGURES);
  const seen: { stream: string; steps: readonly Step[] }[] = [];
  let asOf = '';
  for (const file of [...files.values(), ...contacts.values()]) {
    const all = seenOf(file, { position: seenUpTo(file.category) });
    for (const { recordedAt } of all) if (recordedAt > asOf) asOf = recordedAt;
    const before = waiting.get(file.stream) ?? Infinity;
    const steps = before === Infinity ? all : all.filter(({ revision }) => revision < before);
    if (steps.length > 0) seen.push({ stream: file.stream, steps });
  }
  const matters = seen.flatMap(({ stream, steps }) => matterOf(stream, steps, { office, dayOf }) ?? []);
  return { toCount: { matters, files: seen }, asOf };
};

const unknownFigures = async (run: Run, known: readonly string[]): Promise<void> => {
  const { items } = await askStatistics(run.rpc!, 'definitions', {});
  for (const { name } of items)
    if (!known.includes(name))
      run.notes.push({ zh: `${name}:没有可供核对的重新统计。`, en: `${name}: there is no recount to check it by.` });
};

/** How far statistics has come in the log of a category; null where it does not come on. */
const figuresSeen = async (run: Run, { log, heads }: Read): Promise<((category: string) => number) | null> => {
  const { figuresTake, notes, readStore, logs } = run;
  if (!figuresTake) {
    const [head, checkpoint] = [heads.get(logs[0]!) ?? 0, await checkpointOf(readStore, FIGURES)];
    behind(run, FIGURES, checkpoint, head);
    return () => Math.min(checkpoint, head);
  }
  if (await figuresTake(heads)) return log.headOf;
  notes.push({
    zh: `${FIGURES} 没有跟上日志:指标未核对。请查看转发与统计进程是否在运行。`,
    en: `${FIGURES} does not come to the end of the log, so figures were not checked: are the relays and statistics running?`,
  });
  return null;
};

const checkFigures = async (run: Run, read: Read): Promise<{ figures: number; asOf: string | null }> => {
  const { rpc, office, calendar, find, notes } = run;
  const { log } = read;
  const seen = rpc && (await figuresSeen(run, read));
  const { toCount, asOf } = mattersAt(run, log, seen ?? (() => 0));
  if (!rpc)
    notes.push({
      zh: '没有连接统计服务,指标未核对。',
      en: 'There is no statistics service to ask: figures were not checked.',
    });
  if (!rpc || asOf === '') return { figures: 0, asOf: null };
  const rules = figureRules({ office, calendar, dayOf: log.dayOf, today: log.dayOf(asOf) });
  const years = yearsOf(log);
  let figures = 0;
  for (const [at, rule] of rules.entries()) {
    tell(run, STEPS.figures, at, rules.length);
    const onCompared = (values: number) => void (figures += values);
    await checkFigure({ rpc, rule, toCount, years, asOf, find, onCompared });
  }
  figures += await checkParts(rpc, years, asOf, find);
  await unknownFigures(
    run,
    rules.map(({ name }) => name),
  );
  tell(run, STEPS.figures, rules.length, rules.length);
  return { figures, asOf };
};

/**
 * Checks the data in place by a recount that shares no code with projections: I2 the log is sound, I3 every document of the desks equals
 * the log, I4 every figure equals a recount and its entries add up to it, I7 parts add up, I12 no erased key is left. Names every disagreement. Reads each log once
 * (again only where an event may stand twice) and writes nothing; may run beside a server, whose later changes are left out.
 */
export const doctor = async (options: DoctorOptions): Promise<Report> => {
  const findings: Finding[] = [];
  const notes: Text[] = [];
  const run: Run = { ...options, findings, notes, find: (finding) => void findings.push(finding) };
  const read = await readAll(run);
  const { log, counted } = read;
  await checkEnd(run);
  await checkKeys(run, read);
  const documents = await checkDesks(run, log);
  checkJoined(log, run.find);
  checkOrderNumbers(log, run.find);
  const underWay = checkHandovers(log, run.find);
  if (underWay > 0)
    notes.push({
      zh: `${underWay} 件转办尚未登记到接收方。`,
      en: `${underWay} handed-over cases are not registered there yet.`,
    });
  notes.push(...tableEnding(run));
  const { figures, asOf } = await checkFigures(run, read);
  return {
    ok: findings.length === 0,
    checked: { ...counted, documents, figures },
    findings,
    notes,
    setAside: log.setAside,
    asOf,
  };
};
