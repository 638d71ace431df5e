import type { FigureQuery, FigureRow, FigureValue } from '@sunlit/contracts';
import { Refused, type Json, type JsonObject, type Rpc } from '@sunlit/kernel';
import { askStatistics, daysOf } from './ask-statistics.js';
import { checkLadder } from './check-conserved.js';
import type { Find } from './doctor.types.js';
import type { FigureRule } from './recount/figure-rules.js';
import { byPeriod, foundOf, shownOf, type Found, type ToCount } from './recount/figure-sums.js';

export interface FigureCheck {
  readonly rpc: Rpc;
  readonly rule: FigureRule;
  readonly toCount: ToCount;
  readonly years: readonly string[];
  readonly asOf: string;
  readonly find: Find;
  /** Told the number of values compared. */
  readonly onCompared: (values: number) => void;
}

const disagreement = (find: Find, where: string, expected: Json, found: Json) => (zh: string, en: string) =>
  find({ invariant: 'I4', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });

const at = (value: FigureValue, path: string): Json =>
  (path.split('.').reduce<unknown>((part, name) => (part as JsonObject | undefined)?.[name], value) as
    Json | undefined) ?? null;

const same = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-12);

/** What a recount finds in a year, month or day. */
type Recount = (period: string) => readonly Found[];

const compare = ({ rule, find }: FigureCheck, where: string, value: FigureValue, found: readonly Found[]): void => {
  for (const [path, fact] of Object.entries(shownOf(rule, found))) {
    const [wanted, got] = [fact ?? null, at(value, path)];
    if (!same(wanted, got))
      disagreement(
        find,
        `${where} ${path}`,
        wanted,
        got,
      )(
        `按日志重新统计为 ${wanted ?? '—'},系统显示 ${got ?? '—'}`,
        `a recount of the log gives ${wanted ?? '—'}, the system shows ${got ?? '—'}`,
      );
  }
};

const compareRows = (check: FigureCheck, year: string, rows: readonly FigureRow[], recount: Recount): void => {
  for (const { bucket, value } of rows) {
    const period = bucket ?? year;
    compare(check, `${check.rule.name} ${period}`, value, recount(period));
    checkLadder(`${check.rule.name} ${period}`, value, check.find);
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
  for (let after: string | undefined; ;) {
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
const checkEntries = async (
  check: FigureCheck,
  year: string,
  value: FigureValue,
  found: readonly Found[],
): Promise<void> => {
  const { rule, rpc, asOf, find } = check;
  const where = `${rule.name} ${year} events`;
  const entries = await listed(rpc, { name: rule.name, ...daysOf(year), asOf });
  const shown = entriesFor(check, value);
  const [wanted, got] = [
    { ...shown, total: shown.all },
    { all: entries.streams.length, counted: entries.counted, total: entries.total },
  ];
  if (JSON.stringify(wanted) !== JSON.stringify(got))
    disagreement(
      find,
      where,
      wanted,
      got,
    )(
      `明细与数值不符:数值 ${shown.counted}/${shown.all},明细 ${got.counted}/${got.all}`,
      `the entries do not add up: the figure says ${shown.counted}/${shown.all}, they are ${got.counted}/${got.all}`,
    );
  const streams = found.filter((one) => one.in.includes('value')).map(({ matter }) => matter.stream);
  const [missing, extra] = [surplus(streams, entries.streams), surplus(entries.streams, streams)];
  if (missing.length + extra.length > 0)
    disagreement(
      find,
      `${where} cases`,
      missing,
      extra,
    )(
      `明细缺 ${missing.length} 件、多 ${extra.length} 件`,
      `the entries lack ${missing.length} cases and have ${extra.length} too many`,
    );
};

const checkYear = async (check: FigureCheck, year: string, recount: Recount): Promise<void> => {
  const { rule, rpc, asOf } = check;
  const query = { figures: [rule.name], ...daysOf(year), asOf };
  const whole = await askStatistics(rpc, 'statistics', { ...query, granularity: 'all' });
  compareRows(check, year, whole.rows, recount);
  for (const granularity of ['month', 'day'])
    compareRows(check, year, (await askStatistics(rpc, 'statistics', { ...query, granularity })).rows, recount);
  await checkEntries(check, year, whole.rows[0]!.value, recount(year));
};

/** Compares a figure with its recount in every year, month and day, and with the entries behind it in every year. */
export const checkFigure = async (check: FigureCheck): Promise<void> => {
  const { rule, toCount, years, find } = check;
  const recount = byPeriod(foundOf(rule, toCount), rule.shows === 'level');
  try {
    for (const year of years) await checkYear(check, year, recount);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'UnknownFigure') throw error;
    disagreement(find, rule.name, rule.name, null)('系统没有这个指标', 'the system has no such figure');
  }
};
