import { addDays, type Day } from './day.js';
import type { LedgerStep, Text } from './due.types.js';
import { dayOf } from './office-time.js';
import {
  clockTime,
  hoursOn,
  instantAt,
  minuteOf,
  minutesOfDay,
  workingMinutes,
  type OfficeHours,
  type WorkingTime,
} from './working-hours.js';

/** Days in a row on which the same hours count. */
interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly minutes: number;
  readonly spans: string;
}

type Counted = Omit<Stretch, 'to' | 'days'>;

const MIDNIGHT = 1440;

const spansText = (spans: readonly OfficeHours[], begin: number, end: number): string =>
  spans
    .map(({ from, to }) => [Math.max(minutesOfDay(from), begin), Math.min(minutesOfDay(to), end)] as const)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => `${clockTime(from)}–${clockTime(to)}`)
    .join('、');

const countedOn = (time: WorkingTime, day: Day, since: string, at: string): Counted => {
  const { timeZone, hours } = time;
  const begin = day === dayOf(since, timeZone) ? minuteOf(since, timeZone) : 0;
  const end = day === dayOf(at, timeZone) ? minuteOf(at, timeZone) : MIDNIGHT;
  const [from, to] = [instantAt(day, begin, timeZone), instantAt(day, end, timeZone)];
  return { from: day, minutes: workingMinutes(time, from, to), spans: spansText(hoursOn(hours, day), begin, end) };
};

/** Stretches of equal days, rest days between them passed over. */
const stretches = (time: WorkingTime, since: string, at: string): readonly Stretch[] => {
  const found: Stretch[] = [];
  const last = dayOf(at, time.timeZone);
  for (let day = dayOf(since, time.timeZone); day <= last; day = addDays(day, 1)) {
    if (!time.calendar.isWorkingDay(day)) continue;
    const counted = countedOn(time, day, since, at);
    if (counted.minutes === 0) continue;
    const before = found.at(-1);
    if (before?.spans === counted.spans)
      found[found.length - 1] = {
        ...before,
        to: day,
        days: before.days + 1,
        minutes: before.minutes + counted.minutes,
      };
    else found.push({ ...counted, to: day, days: 1 });
  }
  return found;
};

const length = (minutes: number): Text => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const zh = [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分` : ''].filter(Boolean).join(' ');
  const en = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
  return { zh, en };
};

const textOf = ({ days, minutes, spans }: Stretch): Text => {
  const { zh, en } = length(minutes);
  const english = spans.replaceAll('、', ', ');
  return days === 1
    ? { zh: `上班 ${spans},计 ${zh}`, en: `office hours ${english}: ${en}` }
    : { zh: `${days} 个工作日,每日 ${spans},共计 ${zh}`, en: `${days} working days, ${english} each: ${en}` };
};

/** The office hours counted from one instant to another, stretch by stretch: the ledger of a limit in hours. */
export const workedEntries = (time: WorkingTime, since: string, at: string, rule: string): readonly LedgerStep[] =>
  stretches(time, since, at).map((stretch) => ({
    what: 'worked',
    on: stretch.from,
    from: stretch.from,
    to: stretch.to,
    days: stretch.days,
    minutes: stretch.minutes,
    why: textOf(stretch),
    rule,
  }));
