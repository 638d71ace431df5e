import type { Command } from 'commander';
import { renderShare, type FigureDefinition, type FigureEvent, type FigureRow } from '@sunlit/contracts';
import type { Rpc } from '@sunlit/kernel';
import { writeWorkbook, DEMO_MARK, type SheetToWrite, type Written } from '../sheets/index.js';
import { connectToRead, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly xlsx?: string;
}

interface Answer {
  readonly asOf: string;
  readonly rows: readonly FigureRow[];
  readonly definitions: readonly FigureDefinition[];
}

const HEADER = [
  '指标 figure',
  '名称 title',
  '分组 by',
  '数值 value',
  '分子 numerator',
  '分母 denominator',
  '95% 区间 interval',
  '截至 as of',
];

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const cells = ({ by, value }: FigureRow, definitions: readonly FigureDefinition[]): Written[] => {
  const { name, value: number, numerator, denominator, interval, asOf } = value;
  const { title, kind } = definitions.find((definition) => definition.name === name)!;
  const shown = kind === 'ratio' ? renderShare(numerator!, denominator!) : number;
  const range = interval ? `${percent(interval.low)}–${percent(interval.high)}` : null;
  return [name, title.zh, by, shown, numerator ?? null, denominator ?? null, range, asOf];
};

/** Every figure of the period. A figure that has no such dimension is left out of a grouped answer. */
const ask = async (rpc: Rpc, { from, to, by }: Options): Promise<Answer> => {
  const { items } = await rpc.call('statistics', 'definitions', {});
  const definitions = items as unknown as FigureDefinition[];
  const fitting = by
    ? definitions.filter(({ dimensions }) => dimensions.some((cube) => cube.includes(by)))
    : definitions;
  const figures = fitting.map(({ name }) => name);
  const payload = { figures, from, to, granularity: 'all', ...(by && { by }) };
  const { asOf, rows } = await rpc.call('statistics', 'statistics', payload, { deadline: 60_000 });
  return { asOf: asOf as string, rows: rows as unknown as FigureRow[], definitions };
};

/** The entries behind each figure, page by page. */
const entriesOf = async (rpc: Rpc, { from, to }: Options, { definitions, asOf }: Answer): Promise<Written[][]> => {
  const lines: Written[][] = [];
  for (const { name } of definitions) {
    let after: string | undefined;
    do {
      const payload = { name, from, to, asOf, first: 1000, ...(after && { after }) };
      const page = await rpc.call('statistics', 'events', payload, { deadline: 60_000 });
      const items = page['items'] as unknown as (FigureEvent & { cursor: string })[];
      for (const { number, day, event, stream, counted, dimensions } of items)
        lines.push([name, number, day, counted ? 1 : 0, JSON.stringify(dimensions), event, stream]);
      after = page['hasNext'] ? items.at(-1)!.cursor : undefined;
    } while (after);
  }
  return lines;
};

const sheets = (answer: Answer, entries: Written[][]): SheetToWrite[] => [
  { name: '指标 figures', header: HEADER, rows: answer.rows.map((row) => cells(row, answer.definitions)) },
  {
    name: '定义 definitions',
    header: ['指标 figure', '名称 title', 'title', '类型 kind', '定义 definition', 'definition', '总体 population'],
    rows: answer.definitions.map(({ name, title, kind, description, population }) => [
      name,
      title.zh,
      title.en,
      kind,
      description.zh,
      description.en,
      population,
    ]),
  },
  {
    name: '明细 rows',
    header: ['指标 figure', '编号 number', '日期 day', '计入 counted', '维度 dimensions', '事件 event', '事项 case'],
    rows: entries,
  },
];

const figures = (command: Command, at: Terminal) => async (options: Options) => {
  const settings = settingsOf(command);
  await using(await connectToRead(settings), async ({ rpc, demo }) => {
    const answer = await ask(rpc, options);
    if (options.xlsx) {
      at.progress('正在写明细 writing the rows behind the figures …');
      await writeWorkbook(options.xlsx, { demo, sheets: sheets(answer, await entriesOf(rpc, options, answer)) });
      at.progressDone();
    }
    if (settings.json) return at.out(`${JSON.stringify({ demo, asOf: answer.asOf, rows: answer.rows })}\n`);
    const lines = answer.rows.map((row) =>
      cells(row, answer.definitions)
        .map((cell) => cell ?? '–')
        .join('\t'),
    );
    at.out(`${demo ? `${DEMO_MARK}\n` : ''}${HEADER.join('\t')}\n${lines.join('\n')}\n`);
  });
};

/** Commands on figures. */
export const figureCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('figures')
    .description('指标 every figure of a period, with numerator, denominator, interval and as-of')
    .requiredOption('--from <day>', 'first day, 2021-01-01')
    .requiredOption('--to <day>', 'last day, 2021-12-31')
    .option('--by <dimension>', 'one group a value of it: unit, kind, source, medium …')
    .option('--xlsx <file>', 'write figures, definitions and the rows behind them');
  command.action(figures(command, at));
};
