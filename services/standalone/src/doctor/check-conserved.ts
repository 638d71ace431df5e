import type { FigureRow, FigureValue } from '@sunlit/contracts';
import { Refused, type Json, type ReadStore, type Rpc } from '@sunlit/kernel';
import { askStatistics, daysOf } from './ask-statistics.js';
import { checkpointOf, waitingOf, type Desk, type Recounted } from './check-desks.js';
import type { Find } from './doctor.types.js';
import { seenOf, type CaseFile } from './recount/case-file.js';
import { statusOf } from './recount/desk-facts.js';

const unequal = (find: Find, where: string, expected: Json, found: Json) => (zh: string, en: string) =>
  find({ invariant: 'I7', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });

const LADDER = ['positive', 'rated', 'reached', 'attempted', 'contactable', 'selected'];

/** positive ≤ rated ≤ reached ≤ attempted ≤ contactable ≤ selected, where a figure shows them. */
export const checkLadder = (where: string, { beside }: FigureValue, find: Find): void => {
  const shown = LADDER.flatMap((name) => (beside?.[name] === undefined ? [] : [{ name, n: beside[name] }]));
  for (const [at, upper] of shown.entries()) {
    const lower = shown[at - 1];
    if (!lower || lower.n <= upper.n) continue;
    unequal(
      find,
      `${where} ${lower.name}`,
      upper.n,
      lower.n,
    )(
      `${lower.name} ${lower.n} 大于 ${upper.name} ${upper.n}`,
      `${lower.name} ${lower.n} is more than ${upper.name} ${upper.n}`,
    );
  }
};

/** How many cases of the desk the log has by status, as far as the desk has come. */
const statesOf = (desk: Desk, log: Recounted, position: number): ReadonlyMap<string, number> => {
  const waiting = waitingOf(log, desk.name);
  const states = new Map<string, number>();
  for (const file of log.files.values()) {
    if (file.category !== desk.category) continue;
    const status = statusOf(seenOf(file, { position, before: waiting.get(file.stream) }));
    if (status) states.set(status, (states.get(status) ?? 0) + 1);
  }
  return states;
};

/** States add up to cases: the desk's numbers by status, as it is asked for them, against the cases of the log. */
export const checkStates = async (desk: Desk, log: Recounted, readStore: ReadStore, find: Find): Promise<void> => {
  const checkpoint = await checkpointOf(readStore, desk.name);
  const rows = await readStore.count(desk.name, { by: ['status'] });
  // A desk that has gone on since the log was read is compared next time.
  if ((await checkpointOf(readStore, desk.name)) > log.headOf(desk.category)) return;
  const found = new Map(rows.map(({ values, count }) => [String(values[0]), count]));
  const expected = statesOf(desk, log, checkpoint);
  for (const status of new Set([...found.keys(), ...expected.keys()])) {
    const [wanted, got] = [expected.get(status) ?? 0, found.get(status) ?? 0];
    if (wanted !== got)
      unequal(
        find,
        `${desk.name} status ${status}`,
        wanted,
        got,
      )(`日志有 ${wanted} 件,按状态计数为 ${got} 件`, `the log has ${wanted} cases, the count by status says ${got}`);
  }
};

/** What of a figure adds up over groups. */
const sumsOf = ({ value, numerator, denominator, beside }: FigureValue): readonly number[] => {
  if (denominator !== undefined) return [numerator!, denominator];
  return [beside?.['matters'] ?? value ?? 0];
};

const total = (rows: readonly FigureRow[]): readonly number[] =>
  rows.map(({ value }) => sumsOf(value)).reduce((so, sums) => sums.map((sum, at) => sum + (so[at] ?? 0)), []);

const groupsOf = async (rpc: Rpc, query: object): Promise<readonly FigureRow[] | null> => {
  try {
    return (await askStatistics(rpc, 'statistics', query)).rows;
  } catch (error) {
    // Not every figure can be told apart by every dimension of its population.
    if (error instanceof Refused && error.code === 'NoCube') return null;
    throw error;
  }
};

/** Kinds (units, sources, results …) of a figure add up to it in every year. Gives how many sums were compared. */
export const checkParts = async (rpc: Rpc, years: readonly string[], asOf: string, find: Find): Promise<number> => {
  let compared = 0;
  const compare = async (figure: string, year: string, dimensions: ReadonlySet<string>): Promise<void> => {
    const query = { figures: [figure], ...daysOf(year), asOf };
    const whole = sumsOf((await askStatistics(rpc, 'statistics', query)).rows[0]!.value);
    for (const by of dimensions) {
      const rows = await groupsOf(rpc, { ...query, by });
      if (!rows) continue;
      const parts = rows.length === 0 ? whole.map(() => 0) : total(rows);
      compared += 1;
      if (parts.join() !== whole.join())
        unequal(
          find,
          `${figure} ${year} by ${by}`,
          whole,
          parts,
        )(
          `各部分合计 ${parts.join('/')},总数 ${whole.join('/')}`,
          `the parts add up to ${parts.join('/')}, the whole is ${whole.join('/')}`,
        );
    }
  };
  const { items } = await askStatistics(rpc, 'definitions', {});
  for (const { name, dimensions } of items)
    for (const year of years) await compare(name, year, new Set(dimensions.flat()));
  return compared;
};

/** A matter counts once: what was handed over became one case at most, and that case says where it came from. Gives how many are on their way. */
export const checkHandovers = ({ files }: Recounted, find: Find): number => {
  const became = new Map<string, string>();
  for (const { stream, steps } of files.values()) {
    const origin = (steps[0]!.data['origin'] as { readonly stream: string } | undefined)?.stream;
    if (origin === undefined) continue;
    const other = became.get(origin);
    if (other)
      unequal(find, stream, other, stream)(`与 ${other} 同由 ${origin} 转来`, `came from ${origin}, as ${other} did`);
    became.set(origin, stream);
  }
  const handedOver = ({ steps }: CaseFile): boolean => statusOf(steps) === 'handed-over';
  for (const [origin, stream] of became) {
    const from = files.get(origin);
    if (!from || !handedOver(from))
      unequal(
        find,
        stream,
        'handed-over',
        null,
      )(`由 ${origin} 转来,但后者未转办`, `came from ${origin}, which is not handed over`);
  }
  return [...files.values()].filter((file) => handedOver(file) && !became.has(file.stream)).length;
};
