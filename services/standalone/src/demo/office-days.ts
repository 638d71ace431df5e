import { addDays, dayOf, minutesOfDay, startOfDay, workingDays, type Calendar, type Day } from '@sunlit/calendar';
import { unit, unitOn, category, type Office } from '@sunlit/platform';
import type { Chance } from './chance.js';

const MINUTE = 60_000;

type Span = readonly [from: number, to: number];

/** When the lines are staffed, in minutes of the day, both ends included. */
const LINES: readonly Span[] = [[8 * 60, 20 * 60 - 1]];

/** The office's days and hours, as a planner needs them. */
export interface OfficeDays {
  /** Some minute and second of the day within these hours, in ms since 1970. */
  within(day: Day, hours: 'line' | 'office'): number;
  dayOf(at: number): Day;
  /** When the office opens that day, in ms since 1970. */
  opening(day: Day): number;
  /** Some office hour `days` working days after `at`'s day; later the same day for 0, where there is still time. */
  later(at: number, days: number): number;
  /** The unit that usually leads such a category, under the name it has that day. */
  unitFor(categoryCode: string, day: Day): string;
  readonly calendar: Calendar;
  readonly chance: Chance;
}

const leading = (office: Office, code: string): string => {
  const found = category(office, code)!;
  return found.unit ?? leading(office, found.parent!);
};

/** The unit itself, who came after it, or who was there before it. */
const inForce = (office: Office, code: string, day: Day): string => {
  if (unitOn(office, code, day)) return code;
  const named = unit(office, code);
  if (named?.successor && unitOn(office, named.successor, day)) return named.successor;
  return office.units.find(({ successor, code: before }) => successor === code && unitOn(office, before, day))!.code;
};

export const officeDays = (office: Office, calendar: Calendar, chance: Chance): OfficeDays => {
  const zone = office.office.timeZone;
  const midnight = (day: Day): number => Date.parse(startOfDay(day, zone));
  // People settle in first, and begin nothing new just before they leave.
  const open = office.office.hours
    .filter(({ season }) => !season)
    .map(({ from, to }): Span => [minutesOfDay(from) + 5, minutesOfDay(to) - 10]);
  const [opens, closes] = [open[0]![0], open.at(-1)![1]];
  const within: OfficeDays['within'] = (on, hours) => {
    const spans = hours === 'line' ? LINES : open;
    // A longer span is drawn more often.
    const drawn = spans.flatMap((span) => Array<Span>(Math.ceil((span[1] - span[0]) / 60)).fill(span));
    const [from, to] = chance.pick(drawn);
    return midnight(on) + chance.int(from, to) * MINUTE + chance.int(0, 59) * 1000;
  };
  const day = (at: number): Day => dayOf(new Date(at).toISOString(), zone);
  /** What would fall into the midday break is done right after it. */
  const afterBreak = (at: number): number => {
    const minute = (at - midnight(day(at))) / MINUTE;
    const next = open.find(([from], index) => index > 0 && minute < from && minute > open[index - 1]![1]);
    return next ? midnight(day(at)) + (next[0] + chance.int(0, 25)) * MINUTE : at;
  };
  const sameDay = (at: number): number | null => {
    const left = Math.floor((midnight(day(at)) + closes * MINUTE - at) / MINUTE);
    return left > 10 && calendar.isWorkingDay(day(at))
      ? afterBreak(at + chance.int(2, Math.min(left, 90)) * MINUTE)
      : null;
  };
  return {
    within,
    calendar,
    chance,
    opening: (on) => midnight(on) + opens * MINUTE,
    dayOf: day,
    later: (at, days) =>
      (days === 0 ? sameDay(at) : null) ?? within(workingDays.add(calendar, day(at), Math.max(1, days)), 'office'),
    unitFor: (code, on) => inForce(office, leading(office, code), on),
  };
};

/** Every day from one to the other, both included. */
export const daysFrom = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
