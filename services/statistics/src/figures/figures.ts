import { contacts } from '../populations/contacts.js';
import { interimReplies } from '../populations/interim-replies.js';
import { objects } from '../populations/objects.js';
import { due, handling, matters, open, overdue } from '../populations/populations.js';
import { count, distribution, level, ratio, type Figure, type Filter } from './figure.js';
import { ratingFigures } from './rating.figures.js';

const byPhone: Filter = { medium: ['phone'] };
/** Class 信息咨询 with kind 咨询: 求助, 建议 and 表扬 are no 咨询. */
const consultation: Filter = { class: ['inquiry'], kind: ['consultation'] };
/** Class 投诉举报. */
const complaint: Filter = { class: ['grievance'] };

/** Every figure this program computes; what each counts is part of the product, so a changed definition gets a new name. */
export const figures: readonly Figure[] = [
  count({
    name: 'hotline.accepted.v1',
    title: { zh: '受理电话咨询投诉事项', en: 'Matters accepted by phone' },
    description: {
      zh: '首次来电方式为电话、已受理的各类各来源事项(件),减去其后不予受理、平台收回、作废的;按群众首次来电之日计;转办到另一服务的只计一件,按转办后的类别计。',
      en: 'Matters of every kind and source that first came by phone and were accepted, less those later declined, taken back by the platform, or voided; on the day the person first came; one handed over counts once, under what it became.',
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
      zh: '受理的电话咨询中,首次来电当场办结(其后未重办)的比例;并入另一件的、历史导入且未记录结果的不计入分子、分母。',
      en: 'Of the consultations accepted by phone, those finally answered in the first contact (not opened again); duplicates joined into another and imported history without a recorded outcome is in neither part.',
    },
    of: matters,
    where: { ...byPhone, ...consultation, result: ['first-contact', 'answered', 'reopened', 'open', 'withdrawn'] },
    part: { result: ['first-contact'] },
  }),
  count({
    name: 'hotline.matters.v1',
    title: { zh: '受理电话咨询投诉事项(去重)', en: 'Matters accepted by phone, without duplicates' },
    description: {
      zh: '同“受理电话咨询投诉事项”,减去同一人就同一事项的重复件(已并入另一件的)。',
      en: 'As matters accepted by phone, less duplicates of the same person: those joined into another case.',
    },
    of: matters,
    where: { ...byPhone, result: ['first-contact', 'answered', 'reopened', 'open', 'withdrawn', 'unrecorded'] },
  }),
  count({
    name: 'hotline.contacts.v1',
    title: { zh: '来电(访、信)人次', en: 'Contacts' },
    description: {
      zh: '全部来电、来访、来信的次数,按各自发生之日计:开立事项的、就已有事项再次联系的(催办、补充、撤回)、无效的(无声、测试、骚扰);作废的不计,移交的只计一次。按 result 分组为 opening、adding、invalid,三者之和即总数。',
      en: 'Every call, visit and message on its own day: one that opened a matter, added to one (chase-up, new facts, withdrawal), or was invalid (silent, test, harassing). Voided ones count nowhere, a handed-over matter was opened once. By result they are opening, adding and invalid, which add up to it.',
    },
    of: contacts,
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
      zh: '期内受理的投诉举报中,截至统计时点已向本人送达答复的比例;撤回的、并入另一件的、历史导入且未记录结果的不计入分子、分母。',
      en: 'Of the complaints of the period, those with an answer delivered by the as-of; withdrawn ones, duplicates joined into another and history without a recorded outcome are in neither part.',
    },
    of: matters,
    where: { ...complaint, result: ['first-contact', 'answered', 'reopened', 'open'] },
    part: { result: ['first-contact', 'answered', 'reopened'] },
  }),
  ratio({
    name: 'answers.on-time-share.v1',
    title: { zh: '按时办结率', en: 'Answered on time' },
    description: {
      zh: '期限在期内(且在统计时点之前)届满的事项中,期限届满前(期限有时刻的,以时刻为准;平台工单以平台期限为准)已送达答复的比例;重办的按新期限再计一次;届满时挂起的、撤回的、并入另一件的不计;单位为届满之日的主办单位。',
      en: 'Of the matters whose due day is in the period and before the day of the as-of, those delivered by it (to the instant, where the deadline has one); an order of a platform is due when that says; one handled again is due again; those suspended then, withdrawn ones and duplicates joined into another are in neither part. Unit: the lead on the due day.',
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
      zh: '当日终了时已受理、尚未答复的事项,含挂起的;不含历史导入和已并入另一件的。',
      en: 'Accepted and not yet answered at the end of the day, suspended ones included; imported history and duplicates joined into another are not in it.',
    },
    of: open,
  }),
  level({
    name: 'overdue.now.v1',
    title: { zh: '超期', en: 'Overdue' },
    description: {
      zh: '当日终了时在办、未挂起、且期限在当日之前届满的事项;延期、挂起、更正后按新期限计。',
      en: 'Open at the end of the day, not suspended, and due on a day before it; an extension, a suspension or a correction moves it to the new due day.',
    },
    of: overdue,
  }),
  count({
    name: 'interim.given.v1',
    title: { zh: '阶段性回复', en: 'Interim replies' },
    description: {
      zh: '答复之前先行告知来电人(如“已收到,已转某单位”)的次数,每次计一次,按告知之日计;不是答复,不计入办结、按时办结、即时答复等任何一项;作废的不计。',
      en: 'Each time a person was told something before the answer ("received, passed to X"), on the day they were told; no answer, and in no figure of answers; what was voided is not in it.',
    },
    of: interimReplies,
  }),
  ...ratingFigures,
  count({
    name: 'matters.objects.v1',
    title: { zh: '受理事项涉及的对象', en: 'Objects of the matters accepted' },
    description: {
      zh: '已受理事项所涉及的清单内线路、站点、道路、企业、工程;一件涉及几个对象计几次;按群众首次来电之日计。按 object 分组(如 line:bus-5)。文字填写的不计。',
      en: "The lines, stations, roads, companies and projects of the office's lists that accepted matters are about, once for each object of a matter; on the day the person first came. Group by object (line:bus-5). What is named in words is in none.",
    },
    of: objects,
  }),
];

const byName = new Map(figures.map((figure) => [figure.name, figure]));

/** The figure of a name. */
export const figureNamed = (name: string): Figure | undefined => byName.get(name);
