import { workingDays } from '@sunlit/calendar';
import { chanceFrom } from './chance.js';
import type { DemoAction, PlanOptions } from './demo.types.js';
import { matterPlan, type MatterPlan, type Planning } from './matter-plan.js';
import { officeDays, type OfficeDays } from './office-days.js';
import { invalidContacts } from './plan-contacts.js';
import { ORDER_SCENES } from './plan-orders.js';
import { PEOPLE_SCENES } from './plan-people.js';
import { SCENES } from './plan-scenes.js';
import { TOGETHER } from './plan-together.js';
import { themeFor, type Theme } from './texts/index.js';
import { orderNumber } from './year-wishes.js';

const SOURCES = { '12328': 5, '12345': 3, '2959600': 2 };

/** When something of so many working days ago began: in the office's hours, and before now; what would be of this morning is else of the last day. */
const startOf = (days: OfficeDays, now: number, ago: number): number => {
  const today = days.dayOf(now);
  const opened = days.opening(today);
  const minutes = Math.floor((now - opened) / 60_000);
  if (ago > 0 || minutes < 30 || !days.calendar.isWorkingDay(today))
    return days.within(workingDays.subtract(days.calendar, today, Math.max(1, ago)), 'office');
  const at = days.within(today, 'office');
  return at < now ? at : opened + days.chance.int(1, minutes - 1) * 60_000;
};

/** As what a matter comes, and from whom; by chance where that is left out. */
interface Came {
  readonly kind: string;
  readonly source?: string;
}

/** What the ten working days before `now` (ISO instant) hold; nothing of it lies after `now`. */
export const planRecent = ({
  seed,
  office,
  calendar,
  ...options
}: PlanOptions & { readonly now: string }): DemoAction[] => {
  const chance = chanceFrom(seed + 1);
  const days = officeDays(office, calendar, chance);
  const planning: Planning = { chance, days };
  const now = Date.parse(options.now);
  let running = 0;
  const begin = (key: string, ago: number, theme: Theme, { kind, source = chance.weighted(SOURCES) }: Came) => {
    const at = startOf(days, now, ago);
    const arrival = { at, kind, source, medium: 'phone', ...orderNumber({ source }, days.dayOf(at), ++running) };
    return matterPlan(planning, key, arrival, theme);
  };
  const actions = [...SCENES, ...PEOPLE_SCENES, ...ORDER_SCENES].flatMap(
    ({ name, kind, becomes = kind, ago, play, source }) =>
      ago.flatMap((back, index): readonly DemoAction[] => {
        const came = { kind, ...(source && { source }) };
        const plan = begin(`${name}, ${kind} ${index}`, back, themeFor(chance, becomes), came);
        play(plan, planning);
        return plan.actions;
      }),
  );
  const together = TOGETHER.flatMap(({ name, theme, play }) => {
    const plans: MatterPlan[] = [];
    play((which, ago) => {
      const plan = begin(`${name}: ${which}`, ago, theme, { kind: 'complaint' });
      plans.push(plan);
      return plan;
    }, planning);
    return plans.flatMap((plan) => plan.actions);
  });
  const contacts = invalidContacts((ago) => startOf(days, now, ago));
  return [...actions, ...together, ...contacts].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
};
