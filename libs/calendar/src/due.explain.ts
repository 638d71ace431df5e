import type { Calendar } from './calendar.js';
import { addDays, weekday, type Day } from './day.js';
import type { LedgerStep, Text } from './due.types.js';

/** What a computed due date is made of. */
export interface DueFacts {
  readonly on: Day;
  readonly start: Day;
  readonly days: number;
  readonly warnOn: Day;
  readonly warnBefore: number;
  readonly remindOn: Day;
  readonly provisional: boolean;
}

type Special = 'holiday' | 'make-up';

/** Only what a weekday alone would get wrong: named days off on weekdays or in a holiday, and weekend days that are worked. */
const specialOf = (calendar: Calendar, day: Day): Special | null => {
  if (calendar.nameOf(day, 'zh') === null) return null;
  return calendar.isWorkingDay(day) ? (weekday(day) > 5 ? 'make-up' : null) : 'holiday';
};

interface Run {
  readonly what: Special;
  readonly from: Day;
  readonly to: Day;
  readonly name: Text;
}

const continues = (last: Run | undefined, { what, from, name }: Run): last is Run =>
  last?.what === what && last.name.zh === name.zh && addDays(last.to, 1) === from;

const runsBetween = (calendar: Calendar, start: Day, end: Day): Run[] => {
  const runs: Run[] = [];
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    const what = specialOf(calendar, day);
    if (what === null) continue;
    const name = { zh: calendar.nameOf(day, 'zh') ?? '', en: calendar.nameOf(day, 'en') ?? '' };
    const run: Run = { what, from: day, to: day, name };
    const last = runs.at(-1);
    if (continues(last, run)) runs[runs.length - 1] = { ...last, to: day };
    else runs.push(run);
  }
  return runs;
};

const WHY: Readonly<Record<Special, (name: Text) => Text>> = {
  holiday: (name) => ({ zh: `${name.zh}放假，不计`, en: `${name.en}, a holiday: not counted` }),
  'make-up': (name) => ({ zh: `${name.zh}调休上班，计入`, en: `a working weekend day for ${name.en}: counted` }),
};

const runEntry = (calendar: Calendar, { what, from, to, name }: Run): LedgerStep => ({
  what,
  on: from,
  from,
  to,
  why: WHY[what](name),
  rule: calendar.version,
});

/** The entries that follow from a clock's steps: days off and make-up days on the way, warning, due day, reminder, and what is provisional. `dueText`: of a limit that is not in working days. */
export const explanationOf = (
  calendar: Calendar,
  facts: DueFacts,
  { id, source }: { readonly id: string; readonly source: string },
  dueText?: Text,
): LedgerStep[] => {
  const { on, start, days, warnOn, warnBefore, remindOn } = facts;
  const rule = { rule: id, source };
  const warn: Text = {
    zh: `预警：到期前 ${warnBefore} 个工作日`,
    en: `warning, ${warnBefore} working days before the due day, not before the start`,
  };
  const due: Text = dueText ?? {
    zh: `到期：当日结束前（共 ${days} 个工作日）`,
    en: `due by the end of the day (${days} working days in all)`,
  };
  const remind: Text = {
    zh: '仍未答复则催办：到期后次一工作日',
    en: 'reminder if still unanswered, the working day after',
  };
  return [
    ...runsBetween(calendar, start, on).map((run) => runEntry(calendar, run)),
    { what: 'warn', on: warnOn, days: warnBefore, why: warn, ...rule },
    { what: 'due', on, from: start, to: on, days, why: due, ...rule },
    { what: 'remind', on: remindOn, why: remind, ...rule },
    ...(facts.provisional ? [provisionalEntry(calendar, on)] : []),
  ];
};

const provisionalEntry = (calendar: Calendar, on: Day): LedgerStep => ({
  what: 'provisional',
  on,
  why: {
    zh: `暂定：节假日安排只公布到 ${calendar.lastYear} 年，其后仅按周末计算，公布后重新确定`,
    en: `provisional: holidays are published to ${calendar.lastYear} only; later years count weekends alone until theirs are`,
  },
  rule: calendar.version,
});
