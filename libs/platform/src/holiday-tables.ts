import {
  chinaTables,
  growingCalendar,
  yearProblems,
  type Day,
  type GrowingCalendar,
  type Text,
  type YearTable,
} from '@sunlit/calendar';
import {
  Refused,
  type Clock,
  type EventStore,
  type JsonObject,
  type Operations,
  type StoredEvent,
} from '@sunlit/kernel';
import { appendFact } from './origin.js';

const STREAM = 'office-calendar';
const TYPE = 'HolidayTableAdded';

interface NamedDay {
  readonly day: Day;
  readonly name: Text;
}

/** The stored event's data: a year's days as lists, with the document that publishes them. */
interface Added {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly NamedDay[];
  readonly makeUpDays: readonly NamedDay[];
}

const listed = (days: YearTable['holidays']): NamedDay[] =>
  Object.keys(days)
    .sort()
    .map((day) => ({ day, name: days[day]! }));

const byDay = (list: readonly NamedDay[]): Record<Day, Text> =>
  Object.fromEntries(list.map(({ day, name }) => [day, name]));

const tableOf = ({ data }: StoredEvent): YearTable => {
  const { year, source, holidays, makeUpDays } = data as unknown as Added;
  return { year, source, holidays: byDay(holidays), makeUpDays: byDay(makeUpDays) };
};

/** A holiday table that may not be added: says on which days, and what to do. */
export class HolidayTableError extends Error {
  constructor(
    readonly year: number,
    problems: readonly Text[],
  ) {
    super(problems.map(({ zh, en }) => `${zh} / ${en}`).join('; '));
    this.name = 'HolidayTableError';
  }
}

/** The office's calendar as its log says, and what adds a year to it. */
export interface HolidayTables {
  readonly calendar: GrowingCalendar;
  /** Takes up what was added since, by whichever process. */
  refresh(): Promise<void>;
  /** Records the year as an event, for every process and rebuild; `known` where it is there already and agrees. Throws `HolidayTableError`. */
  add(table: YearTable): Promise<'added' | 'known'>;
}

/** The tables this program comes with, and those added by hand to this log. */
export const holidayTables = async (store: EventStore, clock: Clock): Promise<HolidayTables> => {
  const calendar = growingCalendar(chinaTables);
  let seen: readonly StoredEvent[] = [];
  const refresh = async (): Promise<void> => {
    const events = await store.read(STREAM);
    seen = events;
    calendar.take(events.filter(({ type }) => type === TYPE).map(tableOf));
  };
  await refresh();
  return {
    calendar,
    refresh,
    add: async (table) => {
      await refresh();
      const problems = yearProblems(calendar.tables, table);
      if (problems.length > 0) throw new HolidayTableError(table.year, problems);
      if (table.year <= calendar.lastYear) return 'known';
      const { year, source } = table;
      const data = { year, source, holidays: listed(table.holidays), makeUpDays: listed(table.makeUpDays) };
      await appendFact(store, STREAM, { type: TYPE, data: data as unknown as JsonObject }, { clock, after: seen });
      await refresh();
      // Somebody else may have added another table at the same moment.
      const late = yearProblems(calendar.tables, table);
      if (late.length > 0) throw new HolidayTableError(year, late);
      return 'added';
    },
  };
};

const refusing = (error: unknown): never => {
  if (!(error instanceof HolidayTableError)) throw error;
  throw new Refused('HolidayTableDiffers', { year: error.year, problem: error.message });
};

/** What a service answers about its log's calendar: `addHolidayTable`. */
export const holidayOperations = (tables: HolidayTables | undefined): Operations =>
  tables
    ? {
        addHolidayTable: async (table: JsonObject) => {
          const outcome = await tables.add(table as unknown as YearTable).catch(refusing);
          return { outcome, calendar: tables.calendar.version };
        },
      }
    : {};
