import { daysBetween, tableEnds, type Calendar, type Day } from '@sunlit/calendar';
import type { Text } from '@sunlit/contracts';

/** How many days before the holiday table ends the next one is asked for. */
const WARNING_DAYS = 60;

const when = (left: number): Text =>
  left < 0 ? { zh: '(已过)', en: ', which has passed' } : { zh: `,还有 ${left} 天`, en: `, in ${left} days` };

/** That the calendar's holiday table ends within 60 days, or has ended; nothing before that, nor where no day is given. */
export const tableEnding = ({ calendar, today }: { calendar: Calendar; today?: Day }): readonly Text[] => {
  if (today === undefined) return [];
  const end = tableEnds(calendar);
  const left = daysBetween(today, end);
  if (left > WARNING_DAYS) return [];
  const { zh, en } = when(left);
  const next = calendar.lastYear + 1;
  return [
    {
      zh: `放假安排只到 ${end}${zh}:其后的期限为暂定。请用 sunlit calendar add FILE 加入 ${next} 年的安排,或更新程序。`,
      en: `The holiday table ends on ${end}${en}; later due dates are provisional. Add that of ${next} with "sunlit calendar add FILE", or update the program.`,
    },
  ];
};
