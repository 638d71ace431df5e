import { dayOf, workingHours, yearOf } from '@sunlit/calendar';
import type { Operations, Projection } from '@sunlit/kernel';
import { holidayOperations, type ServiceContext, type ServiceDefinition } from '@sunlit/platform';
import { figuresProjection } from './figures.projection.js';
import type { Terms } from './item/item.fold.js';
import { statisticsOperations } from './queries/operations.js';

/** The office's days, classes and working hours, as items are folded by them. */
export const termsOf = ({ office, calendar }: Pick<ServiceContext, 'office' | 'calendar'>): Terms => {
  const { timeZone, hours } = office.office;
  const time = { calendar, timeZone, hours };
  const classes = new Map(office.kinds.map(({ code, reportClass }) => [code, reportClass as string]));
  const day = (instant: string): string => dayOf(instant, timeZone);
  return {
    dayOf: day,
    classOf: (kind) => classes.get(kind) ?? 'none',
    // Counting begins at the day before, which the calendar must have too.
    hoursBetween: (from, to) => (yearOf(day(from)) <= calendar.firstYear ? null : workingHours(time, from, to)),
  };
};

/** Figures over everybody's public events; owns no streams and says nothing of its own. */
export const statistics = (context: ServiceContext): ServiceDefinition => ({
  name: 'statistics',
  operations: {
    ...holidayOperations(context.holidayTables),
    ...(statisticsOperations({
      readStore: context.readStore,
      timeZone: context.office.office.timeZone,
      clock: context.clock,
    }) as unknown as Operations),
  },
  projections: [],
  consumers: [figuresProjection(termsOf(context)) as unknown as Projection],
  policies: [],
  timers: [],
  publishes: {},
  erases: () => [],
});
