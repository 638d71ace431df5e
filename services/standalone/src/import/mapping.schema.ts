import { z } from 'zod';
import { attemptOutcome, code } from '@sunlit/contracts';

const label = z.string().trim().min(1).max(100);
const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'not a time zone, such as Asia/Shanghai');

/** What to do with a cell that no entry covers: refuse the row, or take this code. */
const otherwise = z.union([z.literal('refuse'), code]).default('refuse');

/** Always the same code; or by a column, through a list of its values, or through words its text holds (the first entry that fits). */
const codeField = z.union([
  z.strictObject({ always: code }),
  z.strictObject({ column: label, values: z.record(z.string(), code).optional(), otherwise }),
  z.strictObject({
    column: label,
    contains: z.array(z.strictObject({ words: z.array(z.string().min(1)).min(1), code })).min(1),
    otherwise,
  }),
]);

/** yyyy M d H m s stand for the parts; one letter takes one or two digits. */
const dateFormat = z
  .string()
  .regex(
    /^(?=.*yyyy)(?=.*M)(?=.*d)[^a-zA-Z]*(?:(?:yyyy|MM?|dd?|HH?|mm?|ss?|T)[^a-zA-Z]*)+$/,
    'a format such as yyyy-M-d H:mm:ss',
  );

const timeField = z.strictObject({ column: label, formats: z.array(dateFormat).min(1).optional() });

const ratingValue = z.union([z.int().min(1).max(5), attemptOutcome.exclude(['reached']), z.literal('none')]);

/** The mapping of a sheet to matters, as its YAML file holds it. Labels name columns by their heading. */
export const mappingSchema = z.strictObject({
  sheet: label.optional(),
  csv: z
    .strictObject({
      encoding: z.enum(['utf-8', 'utf-16le', 'gb18030']).optional(),
      delimiter: z.string().length(1).optional(),
    })
    .optional(),
  timeZone: zone.optional(),
  rows: z.enum(['history', 'live']),
  skip: z.array(z.strictObject({ column: label, values: z.array(z.string()).min(1) })).optional(),
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
    .strictObject({ name: label, phone: label, address: label, email: label, organisation: label })
    .partial()
    .optional(),
  cameAt: timeField,
  answer: z.strictObject({ text: label, at: timeField, how: codeField.optional() }).optional(),
  rating: z
    .strictObject({
      column: label,
      by: z.enum(['office', 'platform']),
      values: z.record(z.string(), ratingValue),
      otherwise: z.enum(['refuse', 'none']).default('refuse'),
      at: timeField.optional(),
    })
    .optional(),
});

export type Mapping = z.output<typeof mappingSchema>;
export type CodeField = z.output<typeof codeField>;
export type TimeField = z.output<typeof timeField>;

/** The mapping of a sheet that is a classification: one column a level, outermost first. */
export const categoriesSchema = z.strictObject({
  sheet: label.optional(),
  csv: mappingSchema.shape.csv,
  levels: z.array(label).min(1).max(6),
  /** Code (and English name) of a name of the first level; others get `prefix` and a number. */
  top: z.record(z.string(), z.strictObject({ code, en: z.string().optional() })).default({}),
  prefix: code.default('c'),
});

export type CategoriesMapping = z.output<typeof categoriesSchema>;
