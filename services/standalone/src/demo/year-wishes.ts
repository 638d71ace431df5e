import type { Calendar } from '@sunlit/calendar';
import type { Chance } from './chance.js';
import { GRIEVANCES, type Arrival, type Planning } from './matter-plan.js';
import { daysFrom } from './office-days.js';

/** How busy each month is: quiet at Spring Festival, busy in summer and around National Day. */
const MONTHS = [1.05, 0.6, 1.05, 1, 1.05, 1.1, 1.25, 1.2, 1.1, 1.15, 0.95, 0.9];

/** Kinds of what is no consultation, and of what comes by other ways than the phone. */
const OTHER_KINDS = { complaint: 58, report: 8, help: 20, suggestion: 8, praise: 3, other: 3 };
const LINES = { '12328': 45, '12345': 35, '2959600': 20 };
const OTHER_WAYS = { window: 40, site: 21, wechat: 20, 'other-office': 8, 'mayor-mailbox': 5, '12345': 6 };
const MEDIA = {
  window: ['counter'],
  site: ['web'],
  wechat: ['wechat'],
  'other-office': ['letter'],
  'mayor-mailbox': ['web', 'letter'],
  // An order of the platform that began on its website or in its app is no call.
  '12345': ['web', 'app'],
} as const satisfies Readonly<Record<keyof typeof OTHER_WAYS, readonly string[]>>;
const OTHER_WAY_KINDS = { consultation: 70, complaint: 16, suggestion: 8, help: 4, praise: 2 };

/** Before the running number of an order, by the platform that gives it. */
const ORDERS: Readonly<Record<string, string>> = { '12328': 'JT', '12345': 'XC', 'mayor-mailbox': 'SZ' };

/** The number a platform gives its order; none where the source numbers nothing. */
export const orderNumber = ({ source }: Pick<Arrival, 'source'>, day: string, running: number) => {
  const prefix = ORDERS[source];
  return prefix ? { externalNumber: `${prefix}-${day}-${String(running).padStart(4, '0')}` } : {};
};

/** How many of each turn a year's calls hold: of consultations, of complaints. */
const CONSULTATION_TURNS = { withdrawn: 12, corrected: 34, urgent: 60, reopened: 8 } as const;
const COMPLAINT_TURNS = { withdrawn: 4, corrected: 10, urgent: 14, reopened: 5 } as const;
/** Consultations that turn out to be something else. */
const BECOMING_OTHER = { handedOver: 36, reclassified: 6 } as const;
/** Counted in no total: not accepted, or entered by mistake. */
const OUTSIDE = { consultation: { declined: 32, voided: 9 }, complaint: { declined: 6, voided: 2 } } as const;

type TurnOf<T> = keyof T & string;
/** What happens to a matter besides being answered. */
export type Turn =
  | 'plain'
  | TurnOf<typeof CONSULTATION_TURNS>
  | TurnOf<typeof BECOMING_OTHER>
  | TurnOf<(typeof OUTSIDE)['consultation']>;

/** Somebody who will come, and which turn it takes. */
export interface Wish {
  readonly arrival: Arrival;
  readonly turn: Turn;
}

/** Whether the person will have an answer to a complaint, and so be called back. */
export const isAnsweredGrievance = ({ arrival, turn }: Wish): boolean =>
  (GRIEVANCES.has(arrival.kind) || turn === 'handedOver') && !['declined', 'voided', 'withdrawn'].includes(turn);

type Hours = 'line' | 'office';

/** Days by how busy they are; lines are staffed every day, the office on working days. */
const dayPicker = (calendar: Calendar, year: number, chance: Chance) => {
  const days = daysFrom(`${year}-01-01`, `${year}-12-31`).map((day) => {
    const working = calendar.isWorkingDay(day);
    const month = MONTHS[Number(day.slice(5, 7)) - 1]!;
    return { day, office: working ? month : 0, line: month * (working ? 1 : 0.3) };
  });
  const sums = {
    line: days.reduce((sum, { line }) => sum + line, 0),
    office: days.reduce((sum, { office }) => sum + office, 0),
  };
  return (hours: Hours): string => {
    let left = chance.next() * sums[hours];
    return days.find((day) => (left -= day[hours]) < 0)?.day ?? `${year}-12-31`;
  };
};

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, n) => all + n, 0);
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** Who comes in the year, in the order of time: the counts are the report's, the days are chance. */
export const wishesOf = ({ chance, days }: Planning, year: number): Wish[] => {
  const pickDay = dayPicker(days.calendar, year, chance);
  const byPhone = (kind: string): Arrival => {
    const source = chance.weighted(LINES);
    const hours = source === '2959600' ? 'office' : 'line';
    return { at: days.within(pickDay(hours), hours), kind, source, medium: 'phone' };
  };
  const otherwise = (kind: string): Arrival => {
    const source = chance.weighted(OTHER_WAYS);
    const at = days.within(pickDay('office'), 'office');
    const point = source === 'window' ? { servicePoint: 'civic-centre' } : {};
    return { at, kind, source, medium: chance.pick<string>(MEDIA[source]), ...point };
  };
  const calls = (kind: string, turns: Readonly<Record<string, number>>): Wish[] =>
    Object.entries(turns).flatMap(([turn, count]) =>
      times(count, () => ({ arrival: byPhone(kind), turn: turn as Turn })),
    );

  const total = chance.int(5315, 5385);
  const consultations = Math.round(total * (0.808 + chance.next() * 0.03));
  const others = total - consultations - sum(COMPLAINT_TURNS) - sum(BECOMING_OTHER);
  return [
    ...calls('consultation', {
      plain: consultations - sum(CONSULTATION_TURNS),
      ...CONSULTATION_TURNS,
      ...BECOMING_OTHER,
      ...OUTSIDE.consultation,
    }),
    ...calls('complaint', { ...COMPLAINT_TURNS, ...OUTSIDE.complaint }),
    ...times(others, (): Wish => ({ arrival: byPhone(chance.weighted(OTHER_KINDS)), turn: 'plain' })),
    ...times(chance.int(392, 408), (): Wish => ({
      arrival: otherwise(chance.weighted(OTHER_WAY_KINDS)),
      turn: 'plain',
    })),
  ].sort((a, b) => a.arrival.at - b.arrival.at);
};
