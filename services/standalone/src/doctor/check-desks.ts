import type { Json, JsonObject, ReadStore } from '@sunlit/kernel';
import type { SetAside } from '@sunlit/runner';
import type { DoctorOptions, Find } from './doctor.types.js';
import { seenOf, type CaseFile } from './recount/case-file.js';
import { deskFacts } from './recount/desk-facts.js';

/** A desk: its projection (and collection), and the category it lists. */
export interface Desk {
  readonly name: string;
  readonly category: string;
  /** Everybody is called back who was not passed over; else those alone who were selected. */
  readonly followUps: boolean;
}

export const DESKS: readonly Desk[] = [
  { name: 'consultation-desk.v2', category: 'consultation', followUps: false },
  { name: 'complaint-desk.v2', category: 'complaint', followUps: true },
];

/** What the log says, read once. */
export interface Recounted {
  /** The end of the log this category is in, when it was read. */
  readonly headOf: (category: string) => number;
  readonly files: ReadonlyMap<string, CaseFile>;
  /** The contacts that opened no case. */
  readonly contacts: ReadonlyMap<string, CaseFile>;
  readonly setAside: readonly SetAside[];
  readonly dayOf: (instant: string) => string;
}

export interface DeskCheck extends Pick<DoctorOptions, 'readStore'> {
  readonly desk: Desk;
  readonly log: Recounted;
  readonly find: Find;
  readonly onDocument: () => void;
}

interface Document {
  readonly key: string;
  readonly version: number;
  readonly doc: JsonObject;
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

/** The first revision that waits, of each stream the projection has set aside. */
export const waitingOf = ({ setAside }: Recounted, name: string): ReadonlyMap<string, number> =>
  new Map(setAside.filter(({ projection }) => projection === name).map(({ stream, revision }) => [stream, revision]));

/** The last revision of each of the desk's cases that it should have: up to its checkpoint, and to where it set the stream aside. */
const expectedOf = ({ desk, log }: DeskCheck, position: number): Map<string, number> => {
  const waiting = waitingOf(log, desk.name);
  const files = [...log.files.values()].filter(({ category }) => category === desk.category);
  const last = files.map(
    (file) =>
      [file.stream, seenOf(file, { position, before: waiting.get(file.stream) }).at(-1)?.revision ?? -1] as const,
  );
  return new Map(last.filter(([, revision]) => revision >= 0));
};

const compare = ({ desk, log, find }: DeskCheck, { stream, steps }: CaseFile, { version, doc }: Document): void => {
  const facts = deskFacts(
    steps.filter(({ revision }) => revision <= version),
    log.dayOf,
    desk.followUps,
  );
  for (const [field, fact] of Object.entries(facts)) {
    const [wanted, found] = [fact ?? null, doc[field] ?? null];
    if (differs(wanted, found))
      finding(
        find,
        `${desk.name} ${stream} ${field}`,
        wanted,
        found,
      )(`应为 ${shown(wanted)},现为 ${shown(found)}`, `should be ${shown(wanted)}, is ${shown(found)}`);
  }
};

async function* documentsOf(readStore: ReadStore, name: string): AsyncGenerator<Document> {
  let after: string | undefined;
  do {
    const { items, hasNext } = await readStore.list(name, { first: PAGE, ...(after !== undefined && { after }) });
    // A document retried by its runner has a version between two revisions.
    for (const { key, version, doc } of items) yield { key, version: Math.floor(version), doc };
    after = hasNext ? items.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}

/** Compares every document of a desk with a recount of its case up to the document's revision. Gives how many changed meanwhile and were left out. */
export const checkDesk = async (check: DeskCheck): Promise<number> => {
  const { desk, log, readStore, find, onDocument } = check;
  const { name, category } = desk;
  const expected = expectedOf(check, Math.min(await checkpointOf(readStore, name), log.headOf(category)));
  const unknown: Document[] = [];

  const take = (document: Document): void => {
    const { key, version } = document;
    onDocument();
    const file = log.files.get(key);
    const least = expected.get(key) ?? -1;
    expected.delete(key);
    if (file?.category !== category || version > file.steps.at(-1)!.revision) {
      unknown.push(document);
      return;
    }
    if (version < least)
      finding(find, `${name} ${key}`, least, version)('文档落后于其检查点', 'the document is behind its checkpoint');
    compare(check, file, document);
  };

  for await (const document of documentsOf(readStore, name)) take(document);
  for (const stream of expected.keys())
    finding(
      find,
      `${name} ${stream}`,
      stream,
      null,
    )('日志中有这一事项,列表中没有', 'the log has this case, the desk does not');
  // What the log, as it was read, does not hold is new where the desk has gone on since, and wrong where it has not.
  if ((await checkpointOf(readStore, name)) > log.headOf(category)) return unknown.length;
  for (const { key, version } of unknown)
    finding(
      find,
      `${name} ${key}`,
      null,
      version,
    )('日志中没有这一事项或这一版本', 'the log has no such case or revision');
  return 0;
};

/** That every case has a number of its own. */
export const checkNumbers = ({ files }: Recounted, find: Find): void => {
  const known = new Map<string, string>();
  for (const { stream, steps } of files.values()) {
    const number = String(steps[0]!.data['number']);
    const before = known.get(number);
    if (before)
      finding(
        find,
        `${stream} number`,
        'unique',
        number,
      )(`编号 ${number} 与 ${before} 相同`, `${number} is the number of ${before} too`);
    else known.set(number, stream);
  }
};
