import { due, firstRounds, followUps, handling, matters, open, overdue } from '../populations/populations.js';
import { count, distribution, level, ratio, type Figure, type Filter } from './figure.js';

const byPhone: Filter = { medium: ['phone'] };
/** Class 信息咨询 with kind 咨询: 求助, 建议 and 表扬 are no 咨询. */
const consultation: Filter = { class: ['inquiry'], kind: ['consultation'] };
/** Class 投诉举报. */
const complaint: Filter = { class: ['grievance'] };

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

/** Every figure this program computes; what each counts is part of the product, so a changed definition gets a new name. */
export const figures: readonly Figure[] = [
  count({
    name: 'hotline.accepted.v1',
    title: { zh: '受理电话咨询投诉事项', en: 'Matters accepted by phone' },
    description: {
      zh: '首次来电方式为电话、已受理的各类各来源事项(件),减去其后不予受理、作废的;按群众首次来电之日计;转办到另一服务的只计一件,按转办后的类别计。',
      en: 'Matters of every kind and source that first came by phone and were accepted, less those later declined or voided; on the day the person first came; one handed over counts once, under what it became.',
    },
    of: matters,
    where: byPhone,
  }),
  ratio({
    name: 'hotline.consultation-share.v1',
    title: { zh: '咨询类占比', en: 'Share of consultations' },
    description: {
      zh: '受理电话事项中,信息咨询类的咨询所占比例;求助、建议、表扬不计为咨询;各类占比之和为 100%。',
      en: 'Of the matters accepted by phone, those of class inquiry and kind consultation; requests, suggestions and praise are none. The shares of all kinds add up to 100 %.',
    },
    of: matters,
    where: byPhone,
    part: consultation,
  }),
  ratio({
    name: 'hotline.first-contact-share.v1',
    title: { zh: '即时答复率', en: 'Answered at first contact' },
    description: {
      zh: '受理的电话咨询中,首次来电当场办结(其后未重办)的比例;历史导入且未记录结果的不计入分子、分母。',
      en: 'Of the consultations accepted by phone, those finally answered in the first contact (not opened again); imported history without a recorded outcome is in neither part.',
    },
    of: matters,
    where: { ...byPhone, ...consultation, result: ['first-contact', 'answered', 'reopened', 'open', 'withdrawn'] },
    part: { result: ['first-contact'] },
  }),
  count({
    name: 'matters.accepted.v1',
    title: { zh: '受理事项(各渠道)', en: 'Matters accepted (every medium)' },
    description: {
      zh: '各种来电来访来信方式的已受理事项(件),口径同“受理电话咨询投诉事项”。',
      en: 'Accepted matters of every medium, counted as those by phone are.',
    },
    of: matters,
  }),
  count({
    name: 'consultations.accepted.v1',
    title: { zh: '受理咨询', en: 'Consultations accepted' },
    description: {
      zh: '各渠道受理的信息咨询类咨询(件)。',
      en: 'Accepted matters of class inquiry and kind consultation, of every medium.',
    },
    of: matters,
    where: consultation,
  }),
  count({
    name: 'complaints.accepted.v1',
    title: { zh: '受理投诉举报', en: 'Complaints accepted' },
    description: {
      zh: '各渠道受理的投诉举报类事项(件)。',
      en: 'Accepted matters of class complaints and reports, of every medium.',
    },
    of: matters,
    where: complaint,
  }),
  ratio({
    name: 'complaints.handled-share.v1',
    title: { zh: '逐一处置率', en: 'Complaints handled' },
    description: {
      zh: '期内受理的投诉举报中,截至统计时点已向本人送达答复的比例;撤回的、历史导入且未记录结果的不计入分子、分母。',
      en: 'Of the complaints of the period, those with an answer delivered by the as-of; withdrawn ones and history without a recorded outcome are in neither part.',
    },
    of: matters,
    where: { ...complaint, result: ['first-contact', 'answered', 'reopened', 'open'] },
    part: { result: ['first-contact', 'answered', 'reopened'] },
  }),
  ratio({
    name: 'answers.on-time-share.v1',
    title: { zh: '按时办结率', en: 'Answered on time' },
    description: {
      zh: '期限在期内(且在统计时点之前)届满的事项中,期限届满前已送达答复的比例;重办的按新期限再计一次;撤回的不计;单位为届满之日的主办单位。',
      en: 'Of the matters whose due day is in the period and before the day of the as-of, those delivered by it; one handled again is due again; withdrawn ones are in neither part. Unit: the lead on the due day.',
    },
    of: due,
    passed: true,
    part: { result: ['on-time'] },
  }),
  distribution({
    name: 'handling.time.v1',
    title: { zh: '办理时长', en: 'Handling time' },
    description: {
      zh: '从受理到首次送达答复的整工作小时数的分布(中位数、第 90 百分位);按群众首次来电之日计。',
      en: 'Whole working hours from acceptance to the first delivered answer: median and 90th percentile, read from exact counts; on the day the person first came.',
    },
    of: handling,
  }),
  level({
    name: 'open.now.v1',
    title: { zh: '在办', en: 'Open' },
    description: {
      zh: '当日终了时已受理、尚未答复的事项;不含历史导入。',
      en: 'Accepted and not yet answered at the end of the day; imported history is not in it.',
    },
    of: open,
  }),
  level({
    name: 'overdue.now.v1',
    title: { zh: '超期', en: 'Overdue' },
    description: {
      zh: '当日终了时在办、且期限在当日之前届满的事项;延期、更正后按新期限计。',
      en: 'Open at the end of the day and due on a day before it; an extension or correction moves it to the new due day.',
    },
    of: overdue,
  }),
  ratio({
    name: 'followup.satisfaction.v1',
    title: { zh: '回访满意度', en: 'Follow-up satisfaction' },
    description: {
      zh: '投诉举报的本单位回访,按评价之日计,一件一评(以最后一次有评价的办理轮次为准):非常满意、满意、基本满意 / 全部有效评价。未联系上的不视为满意。',
      en: "Complaints, the office's own follow-up calls, by the day of the rating, one rating a matter (that of its last rated round): the top three levels / all ratings. The unreachable never count as satisfied.",
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
];

const byName = new Map(figures.map((figure) => [figure.name, figure]));

/** The figure of a name. */
export const figureNamed = (name: string): Figure | undefined => byName.get(name);
