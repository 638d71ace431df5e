import { z } from 'zod';
import { attemptOutcome, code } from '@sunlit/contracts';
import { label, pattern, tableFields } from './mapping.table.schema.js';

const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'not a time zone, such as Asia/Shanghai');

/** What to do with a cell that no entry covers: refuse the row, or take this code. */
const otherwise = z.union([z.literal('refuse'), code]).default('refuse');

/**
 * Always the same code; or by a column, through a list of its values and patterns they fit, or through words its text holds (the first entry that
 * fits); or by a path of names, in several columns or in one with a separator.
 */
const codeField = z.union([
  z.strictObject({ always: code }),
  z.strictObject({
    column: label,
    values: z.record(z.string(), code).optional(),
    patterns: z
      .array(z.strictObject({ match: pattern, code }))
      .min(1)
      .optional(),
    otherwise,
  }),
  z.strictObject({
    column: label,
    contains: z.array(z.strictObject({ words: z.array(z.string().min(1)).min(1), code })).min(1),
    otherwise,
  }),
  z.strictObject({ path: z.array(label).min(1).max(6), separator: z.string().min(1).optional(), otherwise }),
]);

const PARTS = /yyyy|yy|MM?|dd?|HH?|mm?|ss?|a|T/g;

const oneDigitOrTwo = (part: string): boolean => part.length === 1 && 'MdHms'.includes(part);

/** Every letter stands for a part, month and day are there, and no part of one digit or two has another right behind it. */
const isFormat = (format: string): boolean => {
  if (format === 'serial') return true;
  const parts = [...format.matchAll(PARTS)];
  if (!format.includes('M') || !format.includes('d') || /[a-zA-Z]/.test(format.replace(PARTS, ''))) return false;
  return parts.every(({ 0: part, index }, at) => {
    const next = parts[at + 1];
    const touches = next !== undefined && next.index === index + part.length && /[yMdHms]/.test(next[0]);
    return !touches || !oneDigitOrTwo(part);
  });
};

/** yyyy yy M d H m s stand for the parts, a for 上午 or PM; `serial` for a day number without the format of a date. */
const dateFormat = z.string().max(60).refine(isFormat, 'a format such as yyyy-M-d H:mm:ss');

const timeField = z.strictObject({ column: label, formats: z.array(dateFormat).min(1).optional() });

const ratingValue = z.union([z.int().min(1).max(5), attemptOutcome.exclude(['reached']), z.literal('none')]);

/** How a reply that is no answer, or that is one all the same, is known: the first rule that fits. */
const replyRule = z
  .strictObject({
    is: z.enum(['final', 'interim', 'forwarded']),
    /** Left out: the column of the reply. */
    column: label.optional(),
    values: z.array(z.string()).min(1).optional(),
    words: z.array(z.string().min(1)).min(1).optional(),
    match: pattern.optional(),
    /** Patterns of what is taken out before anything is matched: greetings, thanks, dates. */
    without: z.array(pattern).optional(),
    maxLength: z.int().min(1).optional(),
  })
  .refine(({ values, words, match }) => Boolean(values ?? words ?? match), 'give values, words or match');

/** The mapping of a sheet to matters, as its YAML file holds it. Labels name columns by their heading. */
export const mappingSchema = z.strictObject({
  ...tableFields,
  timeZone: zone.optional(),
  rows: z.enum(['history', 'live']),
  number: label,
  source: codeField,
  medium: codeField,
  kind: codeField,
  category: codeField,
  urgency: codeField.optional(),
  callerType: codeField.optional(),
  servicePoint: codeField.optional(),
  unit: codeField.optional(),
  summary: label,
  statement: label.optional(),
  place: label.optional(),
  caller: z
    .strictObject({ name: label, phone: label, address: label, email: label, organisation: label, idNumber: label })
    .partial()
    .optional(),
  cameAt: timeField,
  /** The platform's order the row came as: when it was dispatched, the platform's word for its kind, by when the platform wants it. */
  order: z.strictObject({ dispatchedAt: timeField, kind: label.optional(), dueAt: timeField.optional() }).optional(),
  answer: z
    .strictObject({
      text: label,
      at: timeField,
      how: codeField.optional(),
      replies: z.array(replyRule).min(1).optional(),
    })
    .optional(),
  rating: z
    .strictObject({
      column: label,
      by: z.enum(['office', 'platform']),
      values: z.record(z.string(), ratingValue).default({}),
      patterns: z
        .array(z.strictObject({ match: pattern, value: ratingValue }))
        .min(1)
        .optional(),
      otherwise: z.enum(['refuse', 'none']).default('refuse'),
      at: timeField.optional(),
    })
    .optional(),
});

export type Mapping = z.output<typeof mappingSchema>;
export type CodeField = z.output<typeof codeField>;
export type TimeField = z.output<typeof timeField>;
export type ReplyRule = z.output<typeof replyRule>;

/** The mapping of a sheet that is a classification: one column a level, outermost first. */
export const categoriesSchema = z.strictObject({
  sheet: label.optional(),
  csv: tableFields.csv,
  levels: z.array(label).min(1).max(6),
  /** Code (and English name) of a name of the first level; others get `prefix` and a number. */
  top: z.record(z.string(), z.strictObject({ code, en: z.string().optional() })).default({}),
  prefix: code.default('c'),
});

export type CategoriesMapping = z.output<typeof categoriesSchema>;
