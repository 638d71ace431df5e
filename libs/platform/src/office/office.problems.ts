import type { Text } from '@sunlit/calendar';
import type { z } from 'zod';
import { nearest } from './nearest.js';
import { CHECKS, keysAt, type Check } from './office.schema.js';

/** A problem before it is known which line it is on. `key` set: it is about that key, not its value. */
export interface Found {
  readonly path: readonly PropertyKey[];
  readonly key?: string;
  readonly text: Text;
}

const CHECK_TEXTS: Readonly<Record<Check, Text>> = {
  words: { zh: '不能为空，最多500个字符', en: 'must be a text of 1 to 500 characters' },
  code: {
    zh: '代码只能用小写字母、数字，中间可用点或连字符，如 taxi.fare',
    en: 'a code is made of lower-case letters and digits, parted by dots or hyphens, as taxi.fare',
  },
  'rule-id': {
    zh: '规定的 id 只能用小写字母、数字，中间可用点或连字符，如 grievance.normal',
    en: 'an id is made of lower-case letters and digits, parted by dots or hyphens, as grievance.normal',
  },
  day: { zh: '不是存在的日期，应写成 2022-01-01', en: 'is not a day that exists; write it as 2022-01-01' },
  zone: { zh: '不是时区名称，应写成 Asia/Shanghai', en: 'is not a time zone; write it as Asia/Shanghai' },
  time: { zh: '不是时刻，应写成 "08:30"', en: 'is not a time of day; write it as "08:30"' },
  hours: {
    zh: '上班时间须从早到晚排列，每段开始早于结束，互不重叠',
    en: 'office hours go from early to late, each beginning before it ends, none overlapping',
  },
  'hours-all-year': {
    zh: '除分季节（season）的以外，还须有一段全年适用的上班时间',
    en: 'beside those of a season, some office hours must be for the rest of the year',
  },
  'month-day': { zh: '不是月日，应写成 "05-01"', en: 'is not a day of the year; write it as "05-01"' },
};

/** “ — did you mean x?”, or nothing. */
export const hint = (written: string, words: Iterable<string>): Text => {
  const like = nearest(written, words);
  return like === null ? { zh: '', en: '' } : { zh: `；是否想写 ${like}？`, en: `; did you mean ${like}?` };
};

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文字（纯数字的请加引号）', en: 'a text (put digits in quotes)' },
  int: { zh: '整数', en: 'a whole number' },
  number: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
};

const wrongType = (expected: string, value: unknown): Text => {
  const { zh, en } = TYPES[expected] ?? { zh: expected, en: expected };
  return value === undefined
    ? { zh: `缺少此字段，应为${zh}`, en: `is missing; it must be ${en}` }
    : { zh: `应为${zh}`, en: `must be ${en}` };
};

const oneOf = (values: readonly unknown[], value: unknown): Text => {
  const list = values.join(', ');
  if (value === undefined)
    return { zh: `缺少此字段，应为其中之一：${list}`, en: `is missing; it must be one of ${list}` };
  const like = hint(String(value), values.map(String));
  return {
    zh: `“${String(value)}”应为其中之一：${list}${like.zh}`,
    en: `'${String(value)}' must be one of ${list}${like.en}`,
  };
};

const tooSmall = (origin: string, minimum: unknown): Text =>
  origin === 'array'
    ? { zh: `至少要有 ${String(minimum)} 项`, en: `must have at least ${String(minimum)} entry` }
    : { zh: `不得小于 ${String(minimum)}`, en: `must not be less than ${String(minimum)}` };

const fallback = (message: string): Text =>
  (CHECKS as readonly string[]).includes(message)
    ? CHECK_TEXTS[message as Check]
    : { zh: `有误（${message}）`, en: message };

const textOf = (issue: z.core.$ZodIssue, value: unknown): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_value':
      return oneOf(issue.values, value);
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return { zh: `不得大于 ${String(issue.maximum)}`, en: `must not be more than ${String(issue.maximum)}` };
    default:
      return fallback(issue.message);
  }
};

const unknownKey = (path: readonly PropertyKey[], key: string): Found => {
  const known = keysAt(path);
  const like = hint(key, known);
  const list = known.join(', ');
  // In { zh: …, en: … } a comma ends the text, and what follows reads as a field.
  const comma: Text = key.includes(' ')
    ? { zh: '（文字中有逗号的，须整段加引号）', en: ' (a text with a comma in it must be in quotes)' }
    : { zh: '', en: '' };
  const text: Text = {
    zh: `没有“${key}”这个字段${comma.zh}${like.zh || `，可用的有：${list}`}`,
    en: `there is no field '${key}'${comma.en}${like.en || `; there are ${list}`}`,
  };
  return { path, key, text };
};

/** The schema's findings in words; `valueAt` gives what the document holds at a path. */
export const schemaProblems = (
  issues: readonly z.core.$ZodIssue[],
  valueAt: (path: readonly PropertyKey[]) => unknown,
): Found[] =>
  issues.flatMap((issue): Found[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(issue.path, key))
      : [{ path: issue.path, text: textOf(issue, valueAt(issue.path)) }],
  );

/** Names that must be unique, each with where it stands. */
export type Named = readonly (readonly [path: readonly PropertyKey[], name: string])[];

/** Every second and later use of a name that must be unique. */
export const duplicates = (names: Named): Found[] => {
  const first = new Set<string>();
  return names.flatMap(([path, name]): Found[] => {
    if (!first.has(name)) {
      first.add(name);
      return [];
    }
    return [
      { path, text: { zh: `“${name}”重复：代码不得重复使用`, en: `'${name}' is used twice; a code is never reused` } },
    ];
  });
};

/** A reference to a code that the list does not have. */
export const unknownCode = (path: readonly PropertyKey[], code: string, codes: ReadonlySet<string>): Found[] => {
  if (codes.has(code)) return [];
  const like = hint(code, codes);
  return [{ path, text: { zh: `没有代码“${code}”${like.zh}`, en: `there is no code '${code}'${like.en}` } }];
};
