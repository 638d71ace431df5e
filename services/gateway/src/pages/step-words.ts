import type { Text } from '@sunlit/contracts';
import type { LocalTime, Names } from './names.js';

type Data = Readonly<Record<string, unknown>>;
/** What a member of a step's data says, in words; null where it says nothing to a reader. */
type Words = (value: unknown, names: Names, local: LocalTime) => Text | null;

const said = (zh: string, en: string): Text => ({ zh, en });
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A code of one of the profile's lists. */
const named =
  (list: string): Words =>
  (value, names) => {
    const code = text(value);
    return code === null ? null : names.both(list, code);
  };
/** The same of a member that may hold something else. */
const known =
  (list: string, before: Text = said('', '')): Words =>
  (value, names) => {
    const name = names.both(list, String(value));
    return name.zh === String(value) ? null : said(`${before.zh}${name.zh}`, `${before.en}${name.en}`);
  };
/** One of a closed list of the program's own. */
const oneOf =
  (list: Readonly<Record<string, Text>>): Words =>
  (value) =>
    list[String(value)] ?? null;
/** A day or a text after a word that says what it is. */
const after =
  (zh: string, en: string): Words =>
  (value) => {
    const day = text(value);
    return day === null ? null : said(`${zh} ${day}`, `${en} ${day}`);
  };
const instant =
  (zh: string, en: string): Words =>
  (value, _, local) => {
    const at = text(value);
    return at === null ? null : said(`${zh} ${local(at)}`, `${en} ${local(at)}`);
  };

const due: Words = (value, _, local) => {
  const { on, at } = (value ?? {}) as { readonly on?: string; readonly at?: string };
  if (on === undefined) return null;
  const when = at === undefined ? on : local(at);
  return said(`${when} 前办结`, `due by ${when}`);
};

const LEVELS: Readonly<Record<string, Text>> = {
  5: said('非常满意', 'very satisfied'),
  4: said('满意', 'satisfied'),
  3: said('基本满意', 'fairly satisfied'),
  2: said('不满意', 'dissatisfied'),
  1: said('非常不满意', 'very dissatisfied'),
};
const OUTCOMES: Readonly<Record<string, Text>> = {
  reached: said('已联系上', 'reached'),
  'no-answer': said('无人接听', 'no answer'),
  'wrong-number': said('号码有误', 'wrong number'),
  refused: said('不愿接受回访', 'refused'),
};
const SOLVED: Readonly<Record<string, Text>> = {
  yes: said('已解决', 'solved'),
  partly: said('部分解决', 'partly solved'),
  no: said('未解决', 'not solved'),
};
const PURPOSES: Readonly<Record<string, Text>> = {
  'chase-up': said('催办', 'to chase it up'),
  'new-facts': said('补充情况', 'new facts'),
  withdrawal: said('撤回', 'to withdraw it'),
};
const CHOSEN: Readonly<Record<string, Text>> = {
  rule: said('按规则选取', 'by rule'),
  hand: said('人工挑选', 'picked by hand'),
  message: said('短信评价', 'by a message'),
  device: said('窗口评价器', 'on the device at a window'),
};
/** Why a deadline is set or moved, but for what its title says. */
const BECAUSE: Readonly<Record<string, Text>> = {
  extended: said('延期', 'extended'),
  reopened: said('重新办理', 'reopened'),
  redone: said('重办', 'handled again'),
  calendar: said('新的放假安排', 'a new holiday table'),
  suspended: said('挂起期间不计', 'suspended meanwhile'),
};

const count: Words = (value) => (typeof value === 'number' ? said(`${value} 个工作日`, `${value} working days`) : null);

/** What is corrected, and to what. */
const changes: Words = (value, names, local) => {
  const all = Object.entries((value ?? {}) as Data).flatMap(([name, to]) => WORDS[name]?.(to, names, local) ?? []);
  return all.length === 0
    ? null
    : said(`改为 ${all.map(({ zh }) => zh).join('、')}`, `now ${all.map(({ en }) => en).join(', ')}`);
};
const coded: Words = (value, names) => {
  const all = Object.entries((value ?? {}) as Data).map(([name, code]) => names.both(name, String(code)));
  return all.length === 0 ? null : said(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join(', '));
};

/** By the name of the member, in the order they are told. */
const WORDS: Readonly<Record<string, Words>> = {
  unit: named('unit'),
  to: known('unit', said('交 ', 'to ')),
  ground: named('ground'),
  how: named('how'),
  kind: named('kind'),
  category: named('category'),
  platform: named('source'),
  source: named('source'),
  medium: named('medium'),
  purpose: oneOf(PURPOSES),
  outcome: oneOf(OUTCOMES),
  level: oneOf(LEVELS),
  solved: oneOf(SOLVED),
  because: (value, names, local) => oneOf(BECAUSE)(value, names, local) ?? known('because')(value, names, local),
  by: oneOf(CHOSEN),
  workingDays: count,
  changes,
  coded,
  cameAt: instant('来件时间', 'came'),
  dispatchedAt: instant('派发', 'dispatched'),
  dueAt: instant('平台要求办结', 'wanted by'),
  due,
  dueOn: after('期限', 'due'),
  from: (value, names, local) =>
    /^\d{4}-\d\d-\d\d$/.test(String(value))
      ? after('原定', 'was')(value, names, local)
      : known('unit', said('此前 ', 'before: '))(value, names, local),
  until: after('至', 'until'),
};

/** What a step says beside its title and its texts, in words a person reads; codes it has no word for are for programs. */
export const wordsOf = (data: Data, names: Names, local: LocalTime): readonly Text[] =>
  Object.entries(WORDS).flatMap(([name, words]) => words(data[name], names, local) ?? []);
