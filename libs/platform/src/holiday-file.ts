import { readFileSync } from 'node:fs';
import { addDays, chinaTables, isDay, type Day, type Text, type YearTable } from '@sunlit/calendar';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from './configuration.js';

const words = z.string().trim().min(1).max(500);
const day = z.string().refine(isDay, { error: '应为日期,如 2027-01-01 must be a day, as 2027-01-01' });
const name = z.union([words, z.strictObject({ zh: words, en: words })]);
const entry = z.union([z.strictObject({ name, day }), z.strictObject({ name, from: day, until: day })], {
  error: '应写 name 和 day,或 name、from 和 until needs name and day, or name, from and until',
});

/** A year's table as people write it: YAML or JSON. */
const file = z.strictObject({
  year: z.int().min(1949).max(2999),
  source: words,
  holidays: z.array(entry).min(1),
  makeUpDays: z.array(entry),
});

type Entry = z.output<typeof entry>;

const known = (): ReadonlyMap<string, Text> =>
  new Map(Object.values(chinaTables.holidays).map((text) => [text.zh, text]));

const named = (given: Entry['name'], names: ReadonlyMap<string, Text>): Text => {
  if (typeof given !== 'string') return given;
  const found = names.get(given);
  if (found) return found;
  throw new ConfigurationError(
    `节日名“${given}”没有英文名,请写成 { zh: …, en: … }。 The holiday '${given}' has no English name: write { zh: …, en: … }.`,
  );
};

const daysOf = (one: Entry): Day[] => {
  if ('day' in one) return [one.day];
  const days: Day[] = [];
  for (let at = one.from; at <= one.until && days.length < 100; at = addDays(at, 1)) days.push(at);
  if (days.length > 0) return days;
  throw new ConfigurationError(`from ${one.from} 晚于 until ${one.until} is after until.`);
};

const gather = (list: readonly Entry[], names: ReadonlyMap<string, Text>): Record<Day, Text> => {
  const days: Record<Day, Text> = {};
  for (const one of list)
    for (const at of daysOf(one)) {
      if (days[at]) throw new ConfigurationError(`${at} 重复 stands twice.`);
      days[at] = named(one.name, names);
    }
  return days;
};

const contentOf = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new ConfigurationError(`${path}: 无法读取 cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
};

/** The holiday table of a year in a YAML or JSON file; throws `ConfigurationError` that says what is wrong in it. */
export const loadHolidayFile = (path: string): YearTable => {
  const result = file.safeParse(contentOf(path));
  if (!result.success) {
    const problems = result.error.issues.map(({ path: at, message }) => `  ${at.join('.') || '-'}: ${message}`);
    throw new ConfigurationError(
      [`${path}: 放假安排写法有误 the holiday table is not written as it must be:`, ...problems].join('\n'),
    );
  }
  const { year, source, holidays, makeUpDays } = result.data;
  const names = known();
  return { year, source, holidays: gather(holidays, names), makeUpDays: gather(makeUpDays, names) };
};
