import { z } from 'zod';

/** The heading of a column, as the sheet or the mapping itself names it. */
export const label = z.string().trim().min(1).max(100);

/** A regular expression, as JavaScript writes it without the slashes. */
export const pattern = z
  .string()
  .min(1)
  .max(500)
  .refine((source) => {
    try {
      return Boolean(new RegExp(source, 'u'));
    } catch {
      return false;
    }
  }, 'not a regular expression');

const year = z.int().min(1900).max(2999);
const constants = z.record(label, z.string());

/** A sheet to read: by its name, or each whose name a pattern fits. */
const sheetRule = z
  .strictObject({
    name: label.optional(),
    pattern: pattern.optional(),
    year: year.optional(),
    constants: constants.optional(),
    optional: z.boolean().default(false),
  })
  .refine(
    ({ name, pattern: fits }) => (name === undefined) !== (fits === undefined),
    'give name or pattern, one of them',
  );

/** A column of the sheet, under other names too; or one that is made: a part of another, or several put together. */
const column = z.union([
  z.strictObject({
    alias: z.array(label).min(1).optional(),
    optional: z.boolean().default(false),
    fillDown: z.boolean().default(false),
    empty: z.array(z.string()).optional(),
  }),
  z.strictObject({
    from: label,
    split: z.string().min(1),
    part: z.int().refine((part) => part !== 0, 'counts from 1'),
  }),
  z.strictObject({ from: label, pattern }),
  z.strictObject({ join: z.array(label).min(1), with: z.string().default(' ') }),
]);

/** What of a mapping says where the rows and their cells are. */
export const tableFields = {
  sheet: label.optional(),
  sheets: z.array(sheetRule).min(1).optional(),
  csv: z
    .strictObject({
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
      delimiter: z.string().length(1).optional(),
    })
    .optional(),
  columns: z.record(label, column).optional(),
  constants: constants.optional(),
  /** The year of dates that state none. */
  year: year.optional(),
  /** Words that stand in a cell for nothing. */
  empty: z.array(z.string()).default([]),
  hiddenRows: z.enum(['read', 'skip']).default('read'),
  /** Words a row of sums begins with. */
  totals: z.array(z.string().min(1)).default(['合计', '小计', '总计', '共计']),
  skip: z
    .array(
      z
        .strictObject({ column: label, values: z.array(z.string()).min(1).optional(), pattern: pattern.optional() })
        .refine(
          ({ values, pattern: fits }) => (values === undefined) !== (fits === undefined),
          'give values or pattern, one of them',
        ),
    )
    .optional(),
} as const;

export type SheetRule = z.output<typeof sheetRule>;
export type ColumnRule = z.output<typeof column>;
