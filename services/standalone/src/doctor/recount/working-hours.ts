import { dayOfNumber, localMs, type Calendar } from '@sunlit/calendar';
import type { Office } from '@sunlit/platform';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * 60_000;
};

/** Whole working hours between two instants, added up day by day and span by span. */
export const hoursWorked = (calendar: Calendar, { timeZone, hours }: Office['office']) => {
  const spansOf = (list: Office['office']['hours']) => list.map(({ from, to }) => [msOf(from), msOf(to)] as const);
  /** From the first of a season's days to its last, over the year's end too. */
  const holds = ({ season }: Office['office']['hours'][number], monthDay: string): boolean => {
    if (!season) return false;
    const [after, before] = [monthDay >= season.from, monthDay <= season.until];
    return season.from <= season.until ? after && before : after || before;
  };
  const spansOn = (day: string) => {
    const seasonal = hours.filter((span) => holds(span, day.slice(5)));
    return spansOf(seasonal.length > 0 ? seasonal : hours.filter(({ season }) => season === undefined));
  };
  return (from: string, to: string): number => {
    const [start, end] = [localMs(from, timeZone), localMs(to, timeZone)];
    let worked = 0;
    for (let day = Math.floor(start / DAY); day * DAY < end; day++) {
      if (!calendar.isWorkingDay(dayOfNumber(day))) continue;
      for (const [opens, closes] of spansOn(dayOfNumber(day)))
        worked += Math.max(0, Math.min(end, day * DAY + closes) - Math.max(start, day * DAY + opens));
    }
    return Math.floor(worked / HOUR);
  };
};
