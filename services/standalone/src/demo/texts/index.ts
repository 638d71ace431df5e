import type { Chance } from '../chance.js';
import { carrierTopics } from './carrier.topics.js';
import { networkTopics } from './network.topics.js';
import { OTHER_KINDS } from './other-kinds.js';
import { passengerTopics } from './passenger.topics.js';
import type { Theme, Topic } from './topic.js';

export type { Theme } from './topic.js';

export const TOPICS: readonly Topic[] = [...passengerTopics, ...carrierTopics, ...networkTopics];

const PLACES = [
  '火车站',
  '高铁北站',
  '市民之家',
  '春秋广场',
  '胖东来时代广场',
  '许昌学院',
  '市中心医院',
  '莲城大道',
  '东城区行政中心',
  '西湖公园',
  '万达广场',
  '灞陵桥景区',
];
const ROADS = ['许禹路', '许鄢路', '魏武大道', '许州路', '莲城大道', '天宝路', '瑞贝卡大道', '忠武路', '学院路'];
const STATIONS = ['许昌汽车北站', '许昌汽车南站', '长葛汽车站', '禹州汽车站', '鄢陵汽车站', '襄城汽车站'];
const CITIES = ['郑州', '漯河', '平顶山', '周口', '开封', '南阳', '驻马店'];
const TOWNS = ['五女店镇', '将官池镇', '蒋李集镇', '张潘镇', '灵井镇', '椹涧乡', '小召乡', '陈曹乡'];
const SCHOOLS = ['顺达驾校', '平安驾校', '鸿运驾校', '众兴驾校'];

const SLOTS: Readonly<Record<string, (chance: Chance) => string>> = {
  line: (chance) => `${chance.int(1, 36)}路公交`,
  place: (chance) => chance.pick(PLACES),
  place2: (chance) => chance.pick(PLACES),
  road: (chance) => chance.pick(ROADS),
  station: (chance) => chance.pick(STATIONS),
  city: (chance) => chance.pick(CITIES),
  town: (chance) => chance.pick(TOWNS),
  school: (chance) => chance.pick(SCHOOLS),
  n: (chance) => `${chance.int(2, 9)}`,
  mm: (chance) => chance.pick(['00', '10', '20', '30']),
};

/** What one matter's texts share: the same line in the question as in the answer. */
export type Slots = (name: string) => string;

/** Slots that keep what they were first filled with. */
export const slotsOf = (chance: Chance): Slots => {
  const known = new Map<string, string>();
  return (name) => {
    const value = known.get(name) ?? SLOTS[name]!(chance);
    known.set(name, value);
    return value;
  };
};

/** The template with its slots filled. */
export const fill = (template: string, slots: Slots): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => slots(name));

const REPORTED = /^(enforcement|coach|taxi|ride)/;

/** What somebody comes with: by the kind of matter, categories as often as people speak of them. */
export const themeFor = (chance: Chance, kind: string): Theme => {
  const own = OTHER_KINDS[kind];
  if (own) return chance.pick(own);
  const grievance = kind === 'complaint' || kind === 'report';
  const weight = ({ asked, grieved }: Topic) => (grievance ? grieved : asked);
  const topics = kind === 'report' ? TOPICS.filter(({ category }) => REPORTED.test(category)) : TOPICS;
  let left = chance.next() * topics.reduce((sum, topic) => sum + weight(topic), 0);
  const { category, ...topic } = topics.find((each) => (left -= weight(each)) < 0) ?? topics[0]!;
  const [summaries, answers] = grievance ? [topic.grievances, topic.replies] : [topic.questions, topic.answers];
  const at = chance.int(0, summaries.length - 1);
  return { category, summary: summaries[at]!, answer: answers[at]! };
};
