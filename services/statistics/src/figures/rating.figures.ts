import {
  firstRounds,
  followUps,
  handPicked,
  ratingsReceived,
  solvedOnes,
  withSetAside,
} from '../populations/follow-ups.js';
import { platformRatings } from '../populations/platform-ratings.js';
import { ratio, type Figure, type Filter } from './figure.js';

const positive: Filter = { result: ['level-3', 'level-4', 'level-5'] };
const verySatisfied: Filter = { result: ['level-4', 'level-5'] };
const rated = ['level-1', 'level-2', 'level-3', 'level-4', 'level-5'];
const reached = ['unrated', ...rated];
const attempted = ['not-reached', ...reached];
const contactable = ['waiting', ...attempted];

const beside = (part: Filter): Readonly<Record<string, Filter>> => ({
  selected: { result: ['not-contactable', ...contactable] },
  contactable: { result: contactable },
  attempted: { result: attempted },
  reached: { result: reached },
  rated: { result: rated },
  positive: part,
});

/** Ratings nobody was called for, of one way: by whom they were given is told, no follow-up and no sample. */
const byThemselves = (name: string, by: string, [zh, en]: readonly [string, string]): Figure => {
  const levels = (...of: readonly number[]): Filter => ({ result: of.map((one) => `${by}-${one}`) });
  return ratio({
    name,
    title: { zh, en },
    description: {
      zh: '来电人自行作出的评价,各类事项,一件一评(以最后一次为准),按评价之日计:非常满意、满意、基本满意 / 全部;不计入回访满意度。',
      en: 'Ratings people gave by themselves, of matters of every kind, one a matter (the last), by its day: the top three levels / all; none of them is a follow-up.',
    },
    of: ratingsReceived,
    where: levels(1, 2, 3, 4, 5),
    part: levels(3, 4, 5),
    interval: false,
  });
};

/** What people say of the answers they got: when the office called them, in a platform's name, or by themselves; each apart. */
export const ratingFigures: readonly Figure[] = [
  ratio({
    name: 'followup.satisfaction.v1',
    title: { zh: '回访满意度', en: 'Follow-up satisfaction' },
    description: {
      zh: '投诉举报的本单位回访,按评价之日计,一件一评(以最后一次有评价的办理轮次为准):非常满意、满意、基本满意 / 全部有效评价。未联系上的不视为满意;只计按规则选取的;最后一次评价不予采用的,该件没有有效评价(此前轮次评的是另一次答复,不以其代替),另见“含不予采用的评价”。',
      en: "Complaints, the office's own follow-up calls, by the day of the rating, one rating a matter (that of its last rated round): the top three levels / all valid ratings. The unreachable never count as satisfied; only those the rule selected are in it, and none whose last rating was set aside: an earlier round was asked about another answer.",
    },
    of: followUps,
    where: { result: rated },
    part: positive,
    beside: beside(positive),
  }),
  ratio({
    name: 'followup.strict.v1',
    title: { zh: '回访满意度(仅满意以上)', en: 'Follow-up satisfaction, top two levels' },
    description: {
      zh: '同“回访满意度”,分子只计非常满意、满意。',
      en: 'As follow-up satisfaction, with the top two levels alone.',
    },
    of: followUps,
    where: { result: rated },
    part: verySatisfied,
    beside: beside(verySatisfied),
  }),
  ratio({
    name: 'followup.first-round.v1',
    title: { zh: '首轮回访满意度', en: 'Follow-up satisfaction, first round' },
    description: {
      zh: '同“回访满意度”,只计首轮办理的评价。',
      en: 'As follow-up satisfaction, of the first round alone.',
    },
    of: firstRounds,
    where: { result: rated },
    part: positive,
    beside: beside(positive),
  }),
  ratio({
    name: 'followup.with-set-aside.v1',
    title: { zh: '回访满意度(含不予采用的评价)', en: 'Follow-up satisfaction, with ratings set aside' },
    description: {
      zh: '同“回访满意度”,审核后不予采用的评价也计入,供对照。',
      en: 'As follow-up satisfaction, with the ratings that a reviewer set aside: shown beside it.',
    },
    of: withSetAside,
    where: { result: rated },
    part: positive,
    beside: beside(positive),
  }),
  ratio({
    name: 'followup.hand-picked.v1',
    title: { zh: '人工选取的回访满意度', en: 'Satisfaction of complaints picked by hand' },
    description: {
      zh: '按规则未列入、由人工选取回访的投诉举报,口径同“回访满意度”;不是抽样,不给区间,不计入“回访满意度”。',
      en: 'Complaints that the rule passed over and somebody picked by hand, counted as follow-up satisfaction is and not within it: no sample, so there is no interval.',
    },
    of: handPicked,
    where: { result: rated },
    part: positive,
    beside: beside(positive),
    interval: false,
  }),
  ratio({
    name: 'followup.solved-share.v1',
    title: { zh: '诉求解决率', en: 'Solved, as the person says' },
    description: {
      zh: '按规则回访且有有效评价的投诉举报中,来电人认为已解决的比例;部分解决、未解决和未询问的只在分母,分别列出。',
      en: 'Of the complaints selected by the rule that have a valid rating, those the person says are solved; partly solved, unsolved and not asked are in the denominator alone and are shown beside it.',
    },
    of: solvedOnes,
    part: { result: ['solved-yes'] },
    beside: {
      rated: {},
      solved: { result: ['solved-yes'] },
      partly: { result: ['solved-partly'] },
      unsolved: { result: ['solved-no'] },
      unasked: { result: ['solved-unasked'] },
    },
  }),
  ratio({
    name: 'platform.satisfaction.v1',
    title: { zh: '平台回访满意度', en: "Satisfaction by platforms' own follow-ups" },
    description: {
      zh: '平台自行回访所得评价,各类事项,一件一评(以最后一次为准),按评价之日计,按来源分列:非常满意、满意、基本满意 / 全部;以平台名义单列,不计入本单位回访满意度。',
      en: "What people told platforms in their own follow-ups, matters of every kind, one rating a matter (the last), by its day and told apart by source: the top three levels / all. Kept under the platform's name, never among the office's own.",
    },
    of: platformRatings,
    where: { result: rated },
    part: positive,
    interval: false,
  }),
  byThemselves('ratings.message.v1', 'message', ['短信评价满意度', 'Satisfaction by message']),
  byThemselves('ratings.device.v1', 'device', ['窗口评价器满意度', 'Satisfaction on the device at the window']),
];
