import { addWorkingMinutes, instantAt, workingDays, dayOf, type Calendar, type Day } from '@sunlit/calendar';
import { Refused } from '@sunlit/kernel';
import { inForce, orderReturnGround, platformOf, source, type Office, type OrderLimit } from '@sunlit/platform';

const DAY_IN_MINUTES = 1440;

/** What the profile says of platforms' orders, as pure functions. */
export const orderRules = (office: Office, calendar: Calendar) => {
  const { timeZone, hours } = office.office;
  const time = { calendar, timeZone, hours };

  /** The last instant within the limit; undefined without one, and for days the calendar does not know. */
  const within = (limit: OrderLimit | undefined, from: string): string | undefined => {
    if (!limit || Number(dayOf(from, timeZone).slice(0, 4)) <= calendar.firstYear) return undefined;
    if (limit.workingHours !== undefined) return addWorkingMinutes(time, from, limit.workingHours * 60);
    const last = workingDays.add(calendar, dayOf(from, timeZone), limit.workingDays ?? 0);
    return instantAt(last, DAY_IN_MINUTES, timeZone);
  };

  return {
    /** Whether the source sends orders. */
    isPlatform: (code: string): boolean => source(office, code)?.platform === true,
    /** Up to when an order dispatched then is signed for and may be returned (profile `platforms`). */
    orderLimits: (platform: string, dispatchedAt: string) => {
      const { signWithin, returnWithin } = platformOf(office, platform) ?? {};
      return { signUntil: within(signWithin, dispatchedAt), returnUntil: within(returnWithin, dispatchedAt) };
    },
    /** Refuses a ground for which the platform takes no order back on the day. */
    checkOrderReturn: (platform: string, code: string, on: Day): void => {
      const ground = orderReturnGround(office, platform, code);
      if (!ground || !inForce(ground, on)) throw new Refused('UnknownCode', { field: 'ground', code });
    },
  };
};
