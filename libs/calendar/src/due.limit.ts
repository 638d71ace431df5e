import type { Calendar } from './calendar.js';
import { addDays, type Day } from './day.js';
import type { CountsFrom, DeadlineRule, Due, LimitUnit, Text } from './due.types.js';
import { dayOf } from './office-time.js';
import {
  addWorkingMinutes,
  clockTime,
  hoursOn,
  instantAt,
  minuteOf,
  minutesOfDay,
  openingHours,
  type WorkingTime,
} from './working-hours.js';
import { workingDays } from './working-days.js';

/** A limit that is not in working days, with what it counts from. */
export interface Limited {
  readonly unit: LimitUnit;
  readonly count: number;
  readonly since: string;
  readonly countsFrom: CountsFrom;
}

/** Where a limit ends: a day, and an instant of it where one is meant. */
export interface End {
  readonly on: Day;
  readonly at?: string;
}

/** The limit of a rule, or null for one in working days. */
export const limitOf = (rule: DeadlineRule): Pick<Limited, 'unit' | 'count'> | null => {
  if (rule.workingHours !== undefined) return { unit: 'working-hours', count: rule.workingHours };
  if (rule.calendarDays !== undefined) return { unit: 'calendar-days', count: rule.calendarDays };
  if (rule.sameDay === undefined) return null;
  return { unit: rule.sameDay.afterClosing === 'that-day' ? 'that-day' : 'same-day', count: 0 };
};

/** The office's time at hand, or a `RangeError`: a limit in hours cannot be reckoned by a calendar alone. */
export const timeOf = (days: Calendar | WorkingTime): WorkingTime => {
  if ('calendar' in days) return days;
  throw new RangeError('A deadline in hours needs the office hours beside the calendar.');
};

export const calendarOf = (days: Calendar | WorkingTime): Calendar => ('calendar' in days ? days.calendar : days);

/** The next day that is worked, or the day itself. */
export const workedFrom = (calendar: Calendar, day: Day): Day =>
  calendar.isWorkingDay(day) ? day : workingDays.add(calendar, day, 1);

const closing = (time: WorkingTime, day: Day): End => ({
  on: day,
  at: instantAt(day, openingHours(time, day).closes, time.timeZone),
});

const isWithin = (time: WorkingTime, day: Day, since: string): boolean =>
  time.calendar.isWorkingDay(day) && minuteOf(since, time.timeZone) <= openingHours(time, day).closes;

/** The end of the limit, before any extension. */
export const endOf = (time: WorkingTime, { unit, count, since }: Limited): End => {
  const day = dayOf(since, time.timeZone);
  if (unit === 'working-hours') {
    const at = addWorkingMinutes(time, since, count * 60);
    return { on: dayOf(at, time.timeZone), at };
  }
  if (unit === 'calendar-days') return { on: workedFrom(time.calendar, addDays(day, count)) };
  if (isWithin(time, day, since)) return closing(time, day);
  return unit === 'that-day' ? { on: day } : closing(time, workingDays.add(time.calendar, day, 1));
};

const spansOn = ({ hours }: WorkingTime, day: Day) =>
  hoursOn(hours, day).map(({ from, to }) => ({ opens: minutesOfDay(from), closes: minutesOfDay(to) }));

/** The end moved on by working days: at the same time of day, or as near to it as the office is open then. */
export const movedOn = (time: WorkingTime, { on, at }: End, days: number): End => {
  if (days === 0) return { on, ...(at !== undefined && { at }) };
  const to = workingDays.add(time.calendar, on, days);
  if (at === undefined) return { on: to };
  const spans = spansOn(time, to);
  const minute = minuteOf(at, time.timeZone);
  const span = spans.find((each) => minute <= each.closes) ?? spans.at(-1)!;
  return { on: to, at: instantAt(to, Math.min(Math.max(minute, span.opens), span.closes), time.timeZone) };
};

const BEGUN: Readonly<Record<CountsFrom, Text>> = {
  receipt: { zh: '收到', en: 'received' },
  dispatch: { zh: '平台派单', en: 'dispatched by the platform' },
  signing: { zh: '承办单位签收', en: 'signed for by the lead unit' },
};

/** What happened on the day it begins, in words. */
export const begunBy = (countsFrom: CountsFrom): Text => BEGUN[countsFrom];

const restDay = (day: Day, on: Day): Text =>
  on === day
    ? { zh: '', en: '' }
    : {
        zh: `;末日 ${day} 为休息日,顺延至 ${on}(民法典第二百零三条)`,
        en: `; its last day ${day} is a rest day, so ${on} (Civil Code, art. 203)`,
      };

/** Why the limit ends where it ends, as the first entry of its ledger says it. */
export const startText = (time: WorkingTime, limited: Limited): Text => {
  const { unit, count, since } = limited;
  const begun = begunBy(limited.countsFrom);
  const day = dayOf(since, time.timeZone);
  const clock = clockTime(minuteOf(since, time.timeZone));
  const end = endOf(time, limited);
  if (unit === 'working-hours')
    return {
      zh: `${begun.zh}(${clock}),即时起按上班时间计 ${count} 小时`,
      en: `${begun.en} at ${clock}; ${count} office hours count from then`,
    };
  if (unit === 'calendar-days') {
    const rest = restDay(addDays(day, count), end.on);
    return {
      zh: `${begun.zh}之日不计,从次日起算 ${count} 天(自然日)${rest.zh}`,
      en: `${begun.en}, a day that does not count; ${count} calendar days from the day after${rest.en}`,
    };
  }
  if (end.on === day)
    return { zh: `${begun.zh}(${clock}),当日办结`, en: `${begun.en} at ${clock}, to be answered the same day` };
  const reason = time.calendar.isWorkingDay(day)
    ? { zh: '已下班', en: 'after closing' }
    : { zh: '为休息日', en: 'on a rest day' };
  return {
    zh: `${begun.zh}(${clock})时${reason.zh},视为次一工作日收到,当日办结`,
    en: `${begun.en} at ${clock}, ${reason.en}: as if on the next working day, to be answered that day`,
  };
};

const LENGTH: Readonly<Record<LimitUnit, (count: number) => Text>> = {
  'working-hours': (n) => ({ zh: `共 ${n} 个工作小时`, en: `${n} office hours in all` }),
  'calendar-days': (n) => ({ zh: `共 ${n} 天(自然日)`, en: `${n} calendar days in all` }),
  'same-day': () => ({ zh: '当日办结', en: 'the same day' }),
  'that-day': () => ({ zh: '当日办结', en: 'the same day' }),
};

/** How long it is in all, in words; `more`: the working days added. */
export const lengthText = ({ unit, count }: NonNullable<Due['limit']>, more: number): Text => {
  const { zh, en } = LENGTH[unit](count);
  return more === 0 ? { zh, en } : { zh: `${zh},另加 ${more} 个工作日`, en: `${en}, and ${more} working days more` };
};
