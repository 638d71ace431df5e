import type { Json, JsonObject, ReadStore } from '@sunlit/kernel';
import type { SetAside } from '@sunlit/runner';
import type { DoctorOptions, Find } from './doctor.types.js';
import { seenOf, type CaseFile } from './recount/case-file.js';
import { deskFacts } from './recount/desk-facts.js';

/** A desk: its projection (and collection), and the category it lists. */
export interface Desk {
  readonly name: string;
  readonly category: string;
  /** Answered cases are called back. */
  readonly followUps: boolean;
}

export const DESKS: readonly Desk[] = [
  { name: 'consultation-desk.v1', category: 'consultation', followUps: false },
  { name: 'complaint-desk.v1', category: 'complaint', followUps: true },
];

/** What the log says, read once. */
export interface Recounted {
  readonly head: number;
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly setAside: readonly SetAside[];
  readonly dayOf: (instant: string) => string;
}

export interface DeskCheck extends Pick<DoctorOptions, 'readStore'> {
  readonly desk: Desk;
  readonly log: Recounted;
  readonly find: Find;
  readonly onDocument: () => void;
}

const PAGE = 500;

/** Where a projection stands; 0 where it has not begun. */
export const checkpointOf = async (readStore: ReadStore, name: string): Promise<number> => {
  const partitions = [...(await readStore.checkpoints(name)).values()];
  return partitions.length === 0 ? 0 : Math.min(...partitions);
};

const differs = (one: Json, other: Json): boolean => JSON.stringify(one) !== JSON.stringify(other);

const finding = (find: Find, where: string, expected: Json, found: Json) => (zh: string, en: string) =>
  find({ invariant: 'I3', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });

const shown = (value: Json): string => (value === null ? '—' : JSON.stringify(value));

/** Compares every document of a desk with a recount of its case up to the document's revision. Gives how many changed meanwhile and were left out. */
export const checkDesk = async ({ desk, log, readStore, find, onDocument }: DeskCheck): Promise<number> => {
  const { name, category, followUps } = desk;
  const checkpoint = await checkpointOf(readStore, name);
  const position = Math.min(checkpoint, log.head);
  const waiting = new Map(log.setAside.filter((row) => row.projection === name).map((row) => [row.stream, row.revision]));
  const expected = new Set<string>();
  for (const file of log.files.values())
    if (file.category === category && seenOf(file, { position, before: waiting.get(file.stream) }).length > 0) expected.add(file.stream);
  let changedMeanwhile = 0;
  /** What the log, as it was read, does not hold is new where the desk has gone on since, and wrong where it has not. */
  const live = async (): Promise<boolean> => (await checkpointOf(readStore, name)) > log.head;

  const compare = (file: CaseFile, revision: number, doc: JsonObject): void => {
    const facts = deskFacts(
      file.steps.filter((step) => step.revision <= revision),
      log.dayOf,
      followUps,
    );
    for (const [field, fact] of Object.entries(facts)) {
      const [wanted, found] = [fact ?? null, doc[field] ?? null];
      if (differs(wanted, found))
        finding(find, `${name} ${file.stream} ${field}`, wanted, found)(
          `应为 ${shown(wanted)},现为 ${shown(found)}`,
          `should be ${shown(wanted)}, is ${shown(found)}`,
        );
    }
  };

  const check = async (key: string, version: number, doc: JsonObject): Promise<void> => {
    onDocument();
    const file = log.files.get(key);
    const last = file?.steps.at(-1)?.revision ?? -1;
    expected.delete(key);
    if (!file || file.category !== category || version > last) {
      if (await live()) changedMeanwhile += 1;
      else finding(find, `${name} ${key}`, last, version)('日志中没有这一事项或这一版本', 'the log has no such case or revision');
      return;
    }
    const seen = seenOf(file, { position, before: waiting.get(key) }).at(-1)?.revision ?? -1;
    if (version < seen)
      finding(find, `${name} ${key}`, seen, version)('文档落后于其检查点', 'the document is behind its checkpoint');
    compare(file, version, doc);
  };

  for (let after: string | undefined; ; ) {
    const page = await readStore.list(name, { first: PAGE, ...(after !== undefined && { after }) });
    for (const { key, version, doc } of page.items) await check(key, Math.floor(version), doc);
    after = page.hasNext ? page.items.at(-1)?.cursor : undefined;
    if (after === undefined) break;
  }
  for (const stream of expected)
    finding(find, `${name} ${stream}`, stream, null)('日志中有这一事项,列表中没有', 'the log has this case, the desk does not');
  return changedMeanwhile;
};

/** That every case has a number of its own. */
export const checkNumbers = ({ files }: Recounted, find: Find): void => {
  const known = new Map<string, string>();
  for (const { stream, steps } of files.values()) {
    const number = String(steps[0]!.data['number']);
    const before = known.get(number);
    if (before)
      finding(find, `${stream} number`, 'unique', number)(`编号 ${number} 与 ${before} 相同`, `${number} is the number of ${before} too`);
    else known.set(number, stream);
  }
};
