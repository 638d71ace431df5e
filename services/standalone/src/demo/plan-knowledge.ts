import { workingDays } from '@sunlit/calendar';
import { chanceFrom } from './chance.js';
import type { DemoAction, PlanOptions } from './demo.types.js';
import { matterPlan } from './matter-plan.js';
import { officeDays } from './office-days.js';
import { DEMO_ANSWERS, DEMO_UNANSWERED, type DemoAnswer } from './texts/knowledge.js';

const OPERATOR = { account: 'operator-2', role: 'operator' };
const REVIEWER = { account: 'reviewer', role: 'reviewer' };

/** Working days before now at which the answers were written; cases that use them come later. */
const WRITTEN = 14;
/** Which answers were given, how many working days ago. */
const USED: Readonly<Record<string, readonly number[]>> = {
  'card-lost': [9, 6, 4, 1],
  'taxi-fare': [8, 3],
  etc: [7, 7, 2],
  'toll-holiday': [5],
};

const matterOf = (key: string): string => `answer ${key}`;

/** What the knowledge base holds at `now`: answers published, one being revised, one waiting for review, one retired; uses and gaps. */
export const planKnowledge = ({
  seed,
  office,
  calendar,
  ...options
}: PlanOptions & { readonly now: string }): DemoAction[] => {
  const chance = chanceFrom(seed + 2);
  const days = officeDays(office, calendar, chance);
  const now = Date.parse(options.now);
  const ago = (count: number): number => days.within(workingDays.subtract(calendar, days.dayOf(now), count), 'office');
  const action = (at: number, matter: string, type: string, more: Partial<DemoAction> = {}): DemoAction => ({
    ...{ at, matter, type, data: {}, by: OPERATOR, service: 'consultations', operation: 'knowledgeCommand' },
    ...more,
  });
  const propose = (at: number, { key, asked: _, ...data }: DemoAnswer): DemoAction =>
    action(at, matterOf(key), 'ProposeAnswer', { data: { ...data } });
  const published = (answer: DemoAnswer): DemoAction[] => {
    const matter = matterOf(answer.key);
    const [proposed, reviewed] = [ago(WRITTEN), ago(WRITTEN - 1)];
    return [
      propose(proposed, answer),
      action(reviewed, matter, 'ApproveAnswer', { by: REVIEWER }),
      action(reviewed + 60_000, matter, 'PublishAnswer', { by: REVIEWER }),
    ];
  };
  const used = (answer: DemoAnswer): DemoAction[] =>
    (USED[answer.key] ?? []).flatMap((back, index) => {
      const arrival = { at: ago(back), kind: 'consultation', source: '2959600', medium: 'phone' };
      const theme = { category: answer.category, summary: answer.asked, answer: answer.answer };
      const plan = matterPlan({ chance, days }, `${matterOf(answer.key)} given ${index}`, arrival, theme);
      const names = { knowledge: matterOf(answer.key) };
      return plan.register({ answer: answer.answer }).actions.map((one) => ({ ...one, names }));
    });

  const [lost, elder, line] = DEMO_ANSWERS as readonly [DemoAnswer, DemoAnswer, DemoAnswer];
  const { key: _, asked: __, ...revised } = elder;
  const waiting: DemoAnswer = {
    ...lost,
    key: 'card-online',
    question: '公交卡能网上充值吗?',
    answer: '可在小程序充值,到站点圈存机写卡。',
    keywords: ['圈存', '充值'],
  };
  const actions = [
    ...DEMO_ANSWERS.flatMap((answer) => [...published(answer), ...used(answer)]),
    action(ago(3), matterOf(elder.key), 'ReviseAnswer', {
      data: { ...revised, answer: `${revised.answer}也可在小程序网上办理。` },
    }),
    propose(ago(2), waiting),
    action(ago(2), matterOf(line.key), 'RetireAnswer', {
      by: REVIEWER,
      data: { reason: '查询方式已并入站牌二维码,另行拟写。' },
    }),
    ...DEMO_UNANSWERED.map((data, index) =>
      action(ago(4 + index), `unanswered ${index}`, 'NoteMissingAnswer', { data }),
    ),
  ];
  return actions.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
};
