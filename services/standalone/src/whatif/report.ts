import { kind, unit, type Office } from '@sunlit/platform';
import type { Text } from '@sunlit/contracts';
import type { Compared, ComparedRound, Difference, Share, Side, Verdict } from './whatif.types.js';

const VERDICTS: Readonly<Record<Verdict, Text>> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '逾期', en: 'late' },
  undelivered: { zh: '逾期未答复', en: 'not answered' },
  waiting: { zh: '未到期', en: 'not due yet' },
};

const percent = ({ onTime, of, share }: Share): string =>
  share === null ? '–' : `${(Math.floor(share * 1000) / 10).toFixed(1)} % (${onTime}/${of})`;

const side = (given: Side | null, local: (instant: string) => string): string => {
  if (!given) return '无期限 no deadline';
  const { zh, en } = VERDICTS[given.verdict];
  return `${given.dueAt === undefined ? given.dueOn : local(given.dueAt)} ${zh} ${en}`;
};

const nameOf = (found: { readonly name: Text } | null, code: string): string =>
  found ? `${found.name.zh} ${found.name.en}` : code === 'none' ? '未派单 none' : code;

const row = (name: string, { moved, before, after }: Compared): string =>
  `  ${name}: ${percent(before)} → ${percent(after)},期限变动 moved ${moved}`;

export interface Naming {
  readonly office: Office;
  /** An instant on the office's clock. */
  readonly local: (instant: string) => string;
}

const line = ({ number, round, before, after }: ComparedRound, { local }: Naming): string =>
  `  ${number}${round > 1 ? ` (${round})` : ''}: ${side(before, local)} → ${side(after, local)}`;

/** The difference as plain text, Chinese first. */
export const differenceText = (difference: Difference, naming: Naming): string => {
  const { from, to, rounds, moved, onTime, byKind, byUnit, changed } = difference;
  const { office } = naming;
  const all = moved.earlier + moved.later + moved.timed + moved.untimed;
  const more = changed.all - changed.first.length;
  return [
    `${from} 至 to ${to}:${rounds} 件次到期 due`,
    `期限变动 due dates that move: ${all}(提前 earlier ${moved.earlier},推后 later ${moved.later},新有期限 newly timed ${moved.timed},不再有期限 no longer timed ${moved.untimed})`,
    `按时办结率 answered on time: ${percent(onTime.before)} → ${percent(onTime.after)}`,
    '按类型 by kind',
    ...byKind.map((each) => row(nameOf(kind(office, each.code), each.code), each)),
    '按单位 by unit',
    ...byUnit.map((each) => row(nameOf(unit(office, each.code), each.code), each)),
    `结论改变的事项 matters whose verdict changes: ${changed.all}`,
    ...changed.first.map((each) => line(each, naming)),
    ...(more > 0 ? [`  …… 另有 ${more} 件次 and ${more} more`] : []),
    '未写入任何内容。 Nothing was written.',
    '',
  ].join('\n');
};
