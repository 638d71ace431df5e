import type { FigureQuery, FigureRow, FigureValue } from '@sunlit/contracts';
import { Refused, type Json, type JsonObject, type ReadStore, type Rpc } from '@sunlit/kernel';
import { askStatistics } from './ask-statistics.js';
import { checkLadder } from './check-conserved.js';
import type { Find } from './doctor.types.js';
import type { FigureRule } from './recount/figure-rules.js';
import { foundOf, shownOf, within, type Found, type Period } from './recount/figure-sums.js';
import type { Matter } from './recount/matter.js';

export interface FigureCheck {
  readonly rpc: Rpc;
  readonly readStore: ReadStore;
  readonly rule: FigureRule;
  readonly matters: readonly Matter[];
  readonly years: readonly string[];
  readonly asOf: string;
  readonly find: Find;
  /** Told the number of values compared. */
  readonly onCompared: (values: number) => void;
}

const disagreement = (find: Find, where: string, expected: Json, found: Json) => (zh: string, en: string) =>
  find({ invariant: 'I4', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });

const at = (value: FigureValue, path: string): Json =>
  (path.split('.').reduce<unknown>((part, name) => (part as JsonObject | undefined)?.[name], value) as Json | undefined) ?? null;

const same = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-12);

const compare = ({ rule, find }: FigureCheck, where: string, value: FigureValue, found: readonly Found[]): void => {
  for (const [path, fact] of Object.entries(shownOf(rule, found))) {
    const [wanted, got] = [fact ?? null, at(value, path)];
    if (!same(wanted, got))
      disagreement(find, `${where} ${path}`, wanted, got)(
        `按日志重新统计为 ${wanted ?? '—'},系统显示 ${got ?? '—'}`,
        `a recount of the log gives ${wanted ?? '—'}, the system shows ${got ?? '—'}`,
      );
  }
};

const monthOf = (bucket: string): Period => ({ from: `${bucket}-01`, to: `${bucket}-31` });

const compareRows = (check: FigureCheck, year: Period, rows: readonly FigureRow[], found: readonly Found[]): void => {
  const level = check.rule.shows === 'level';
  for (const { bucket, value } of rows) {
    const period = bucket === null ? year : monthOf(bucket);
    const where = `${check.rule.name} ${bucket ?? year.from.slice(0, 4)}`;
    compare(check, where, value, within(found, period, level));
    checkLadder(where, value, check.find);
  }
  check.onCompared(rows.length);
};

interface Listed {
  readonly total: number;
  readonly streams: readonly string[];
  readonly counted: number;
}

const PAGE = 1000;

const listed = async (rpc: Rpc, query: FigureQuery): Promise<Listed> => {
  const streams: string[] = [];
  let counted = 0;
  for (let after: string | undefined; ; ) {
    const page = await askStatistics(rpc, 'events', { ...query, first: PAGE, ...(after !== undefined && { after }) });
    for (const item of page.items) {
      streams.push(item.stream);
      counted += Number(item.counted);
    }
    after = page.hasNext ? page.items.at(-1)?.cursor : undefined;
    if (after === undefined) return { total: page.total, streams, counted };
  }
};

/** What the one list has more than the other, of texts that may stand several times. */
const surplus = (list: readonly string[], other: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const n = left.get(one) ?? 0;
    left.set(one, n - 1);
    return n <= 0;
  });
};

const entriesFor = ({ rule }: FigureCheck, value: FigureValue): { all: number; counted: number } => {
  if (rule.shows === 'ratio') return { all: value.denominator!, counted: value.numerator! };
  const all = rule.shows === 'distribution' ? value.beside!['matters']! : value.value!;
  return { all, counted: all };
};

/** That the entries behind a figure add up to it, and are of the cases a recount finds. */
const checkEntries = async (check: FigureCheck, period: Period, value: FigureValue, found: readonly Found[]): Promise<void> => {
  const { rule, rpc, asOf, find } = check;
  const where = `${rule.name} ${period.from.slice(0, 4)} events`;
  const entries = await listed(rpc, { name: rule.name, ...period, asOf });
  const shown = entriesFor(check, value);
  const [wanted, got] = [
    { ...shown, total: shown.all },
    { all: entries.streams.length, counted: entries.counted, total: entries.total },
  ];
  if (JSON.stringify(wanted) !== JSON.stringify(got))
    disagreement(find, where, wanted, got)(
      `明细与数值不符:数值 ${shown.counted}/${shown.all},明细 ${entries.counted}/${entries.streams.length}`,
      `the entries do not add up: the figure says ${shown.counted}/${shown.all}, they are ${entries.counted}/${entries.streams.length}`,
    );
  const recounted = within(found, period, rule.shows === 'level').filter((one) => one.in.includes('value'));
  const streams = recounted.map(({ matter }) => matter.stream);
  const [missing, extra] = [surplus(streams, entries.streams), surplus(entries.streams, streams)];
  if (missing.length + extra.length > 0)
    disagreement(find, `${where} cases`, missing, extra)(
      `明细缺 ${missing.length} 件、多 ${extra.length} 件`,
      `the entries lack ${missing.length} cases and have ${extra.length} too many`,
    );
};

/** Compares a figure with its recount in every year and month, and with the entries behind it in every year. */
export const checkFigure = async (check: FigureCheck): Promise<void> => {
  const { rule, matters, years, rpc, asOf, find } = check;
  const found = foundOf(rule, matters);
  try {
    for (const year of years) {
      const period = { from: `${year}-01-01`, to: `${year}-12-31` };
      const query = { figures: [rule.name], ...period, asOf };
      const months = await askStatistics(rpc, 'statistics', { ...query, granularity: 'month' });
      const whole = await askStatistics(rpc, 'statistics', { ...query, granularity: 'all' });
      compareRows(check, period, [...whole.rows, ...months.rows], found);
      await checkEntries(check, period, whole.rows[0]!.value, found);
    }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'UnknownFigure') throw error;
    disagreement(find, rule.name, rule.name, null)('系统没有这个指标', 'the system has no such figure');
  }
};
