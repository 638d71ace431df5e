import type { FigureValue } from '@sunlit/contracts';
import type { Json, ReadStore, Rpc } from '@sunlit/kernel';
import { askStatistics } from './ask-statistics.js';
import { checkpointOf, type Desk, type Recounted } from './check-desks.js';
import type { Find } from './doctor.types.js';
import { seenOf } from './recount/case-file.js';
import { statusOf } from './recount/desk-facts.js';

const unequal = (find: Find, where: string, expected: Json, found: Json) => (zh: string, en: string) =>
  find({ invariant: 'I7', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });

const LADDER = ['positive', 'rated', 'reached', 'attempted', 'contactable', 'selected'];

/** positive ≤ rated ≤ reached ≤ attempted ≤ contactable ≤ selected, where a figure shows them. */
export const checkLadder = (where: string, { beside }: FigureValue, find: Find): void => {
  for (const [at, name] of LADDER.entries()) {
    const [lower, upper] = [beside?.[name], beside?.[LADDER[at + 1] ?? '']];
    if (lower === undefined || upper === undefined || lower <= upper) continue;
    unequal(find, `${where} ${name}`, upper, lower)(
      `${name} ${lower} 大于 ${LADDER[at + 1]} ${upper}`,
      `${name} ${lower} is more than ${LADDER[at + 1]} ${upper}`,
    );
  }
};

/** States add up to cases: the desk's numbers by status, as it is asked for them, against the cases of the log. */
export const checkStates = async (desk: Desk, log: Recounted, readStore: ReadStore, find: Find): Promise<void> => {
  const checkpoint = await checkpointOf(readStore, desk.name);
  const rows = await readStore.count(desk.name, { by: ['status'] });
  // A desk that has gone on since the log was read is compared next time.
  if ((await checkpointOf(readStore, desk.name)) > log.head) return;
  const waiting = new Map(log.setAside.filter(({ projection }) => projection === desk.name).map((row) => [row.stream, row.revision]));
  const left = new Map<string, number>(rows.map(({ values, count }) => [String(values[0]), count]));
  for (const file of log.files.values()) {
    if (file.category !== desk.category) continue;
    const steps = seenOf(file, { position: checkpoint, before: waiting.get(file.stream) });
    const status = statusOf(steps);
    if (status) left.set(status, (left.get(status) ?? 0) - 1);
  }
  for (const [status, surplus] of left)
    if (surplus !== 0)
      unequal(find, `${desk.name} status ${status}`, 0, surplus)(
        `按状态计数比日志${surplus > 0 ? '多' : '少'} ${Math.abs(surplus)} 件`,
        `the count by status is ${Math.abs(surplus)} ${surplus > 0 ? 'more' : 'less'} than the log has`,
      );
};

/** Figures whose parts have to add up to them, and by what they are told apart. */
const PARTS: readonly (readonly [figure: string, by: string])[] = [
  ['hotline.accepted.v1', 'kind'],
  ['hotline.accepted.v1', 'unit'],
  ['hotline.accepted.v1', 'source'],
  ['matters.accepted.v1', 'class'],
  ['matters.accepted.v1', 'medium'],
  ['complaints.accepted.v1', 'result'],
  ['open.now.v1', 'unit'],
];

/** Kinds (units, sources, results …) of a year add up to what was accepted. Gives how many sums were compared. */
export const checkParts = async (rpc: Rpc, years: readonly string[], asOf: string, find: Find): Promise<number> => {
  for (const year of years)
    for (const [figure, by] of PARTS) {
      const query = { figures: [figure], from: `${year}-01-01`, to: `${year}-12-31`, asOf };
      const whole = (await askStatistics(rpc, 'statistics', query)).rows[0]!.value.value;
      const parts = (await askStatistics(rpc, 'statistics', { ...query, by })).rows;
      const sum = parts.reduce((so, { value }) => so + (value.value ?? 0), 0);
      if (sum !== whole)
        unequal(find, `${figure} ${year} by ${by}`, whole, sum)(`各部分合计 ${sum},总数 ${whole}`, `the parts add up to ${sum}, the whole is ${whole}`);
    }
  return years.length * PARTS.length;
};

/** A matter counts once: what was handed over became one case at most, and that case says where it came from. Gives how many are on their way. */
export const checkHandovers = ({ files }: Recounted, find: Find): number => {
  const became = new Map<string, string>();
  let underWay = 0;
  for (const { stream, steps } of files.values()) {
    const origin = (steps[0]!.data['origin'] as { readonly stream: string } | undefined)?.stream;
    if (origin === undefined) continue;
    const other = became.get(origin);
    if (other) unequal(find, stream, other, stream)(`与 ${other} 同由 ${origin} 转来`, `came from ${origin}, as ${other} did`);
    became.set(origin, stream);
    const status = statusOf(files.get(origin)?.steps ?? []) ?? null;
    if (status !== 'handed-over')
      unequal(find, stream, 'handed-over', status)(`由 ${origin} 转来,但后者未转办`, `came from ${origin}, which is not handed over`);
  }
  for (const { stream, steps } of files.values())
    if (statusOf(steps) === 'handed-over' && !became.has(stream)) underWay += 1;
  return underWay;
};
