import { isDay, isTimeZone, minutesOfDay } from '@sunlit/calendar';
import { z } from 'zod';
import {
  ATTRIBUTES,
  CASE_SERVICES,
  EXPORT_FIELDS,
  OBJECT_KINDS,
  PUBLIC_PARTS,
  REPORT_CLASSES,
  ROLES,
  URGENCIES,
  type ReportClass,
} from './office.types.js';

/** The name of a check of ours, kept as the issue's message until `office.problems.ts` gives it words. */
export const CHECKS = [
  'words',
  'code',
  'day',
  'zone',
  'time',
  'hours',
  'hours-all-year',
  'month-day',
  'rule-id',
] as const;
export type Check = (typeof CHECKS)[number];
const check = (name: Check): { error: (issue: { code?: string }) => string | undefined } => ({
  error: ({ code }) => (code === 'invalid_type' ? undefined : name),
});

const isTime = (text: string): boolean => {
  try {
    minutesOfDay(text);
    return true;
  } catch {
    return false;
  }
};

const words = z
  .string()
  .refine((text) => text.trim() !== '' && text.length <= 500 && !text.includes('\u0000'), check('words'));
const text = z.strictObject({ zh: words, en: words });
const code = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, check('code'));
const day = z.string().refine(isDay, check('day'));
const role = z.enum(ROLES);
const time = z.string().refine(isTime, check('time'));
const count = z.int().min(0).max(1000);

const coded = { code, name: text, until: day.exactOptional() };

const monthDay = z.string().refine((text) => isDay(`2024-${text}`), check('month-day'));

type Span = { readonly from: string; readonly to: string; readonly season?: { from: string; until: string } };
const seasonOf = ({ season }: Span): string => (season ? `${season.from} ${season.until}` : '');
const inOrder = (spans: readonly Span[]): boolean =>
  spans.every(({ from, to }, i) => from < to && (i === 0 || spans[i - 1]!.to <= from));

/** The spans of the whole year and of each season are in order by themselves. */
const hours = z
  .array(
    z.strictObject({
      from: time,
      to: time,
      season: z.strictObject({ from: monthDay, until: monthDay }).exactOptional(),
    }),
  )
  .min(1)
  .refine(
    (spans) => spans.every((one) => inOrder(spans.filter((other) => seasonOf(other) === seasonOf(one)))),
    check('hours'),
  )
  .refine((spans) => spans.some(({ season }) => !season), check('hours-all-year'));

const deadline = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, check('rule-id')),
  version: z.int().min(1).max(10_000),
  name: text,
  kinds: z.array(code).min(1),
  urgency: z.enum(URGENCIES),
  from: day.exactOptional(),
  until: day.exactOptional(),
  sources: z.array(code).min(1).exactOptional(),
  workingDays: count.exactOptional(),
  workingHours: z.int().min(1).max(10_000).exactOptional(),
  calendarDays: z.int().min(1).max(1000).exactOptional(),
  sameDay: z.strictObject({ afterClosing: z.enum(['next-working-day', 'that-day']) }).exactOptional(),
  countsFrom: z.enum(['receipt', 'dispatch', 'signing']).exactOptional(),
  warnWorkingDaysBefore: count,
  superviseAfterWorkingDays: count,
  extension: z
    .strictObject({
      maxWorkingDays: z.int().min(1).max(1000),
      times: z.int().min(1).max(100),
      grantedBy: z.array(role).min(1),
    })
    .exactOptional(),
  source: words,
});

const followUpRule = z.strictObject({
  kinds: z.array(code).min(1),
  select: z.enum(['all', 'none', 'share']),
  percent: z.number().gt(0).lt(100).multipleOf(0.01).exactOptional(),
  attempts: z.int().min(1).max(20).exactOptional(),
  daysBetween: z.int().min(1).max(60).exactOptional(),
  source: words,
});

const orderLimit = z.strictObject({
  workingDays: z.int().min(0).max(1000).exactOptional(),
  workingHours: z.int().min(1).max(10_000).exactOptional(),
});
const orderPlatform = z.strictObject({
  platform: code,
  returnWithin: orderLimit.exactOptional(),
  signWithin: orderLimit.exactOptional(),
  returnGrounds: z.array(z.strictObject({ ...coded, source: words })),
  kinds: z
    .array(z.strictObject({ word: words, kind: code }))
    .min(1)
    .exactOptional(),
  export: z
    .array(z.strictObject({ field: z.enum(EXPORT_FIELDS), label: words }))
    .min(1)
    .exactOptional(),
  source: words,
});

const parts = z.array(z.enum(PUBLIC_PARTS));

/** The shape of office.yaml; references between its parts are checked in `office.rules.ts`. */
export const officeSchema = z.strictObject({
  office: z.strictObject({ name: text, timeZone: z.string().refine(isTimeZone, check('zone')), hours }),
  units: z
    .array(z.strictObject({ ...coded, parent: code.exactOptional(), from: day, successor: code.exactOptional() }))
    .min(1),
  sources: z.array(z.strictObject({ ...coded, phone: words.exactOptional(), platform: z.boolean() })).min(1),
  media: z.array(z.strictObject(coded)).min(1),
  servicePoints: z.array(z.strictObject({ ...coded, unit: code, address: text })),
  kinds: z
    .array(
      z.strictObject({
        ...coded,
        reportClass: z.enum(Object.keys(REPORT_CLASSES) as [ReportClass, ...ReportClass[]]),
        service: z.enum(CASE_SERVICES),
        secrecy: z.boolean().exactOptional(),
      }),
    )
    .min(1),
  categories: z
    .array(
      z.strictObject({
        ...coded,
        parent: code.exactOptional(),
        unit: code.exactOptional(),
        attributes: z.array(z.enum(ATTRIBUTES)).min(1).exactOptional(),
      }),
    )
    .min(1),
  declineGrounds: z.array(z.strictObject({ ...coded, whereTo: text, source: words })).min(1),
  returnGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  redoGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  platforms: z.array(orderPlatform).exactOptional(),
  suspensionGrounds: z
    .array(
      z.strictObject({
        ...coded,
        maxWorkingDays: z.int().min(1).max(1000),
        times: z.int().min(1).max(100),
        source: words,
      }),
    )
    .exactOptional(),
  personFlags: z.array(z.strictObject({ ...coded, maxDays: z.int().min(1).max(3660), source: words })).exactOptional(),
  deadlines: z.array(deadline).min(1),
  followUp: z.strictObject({
    workingDaysAfter: count,
    source: words,
    rules: z.array(followUpRule).min(1).exactOptional(),
  }),
  dissatisfactionReasons: z.array(z.strictObject({ ...coded, source: words })).exactOptional(),
  setAsideGrounds: z.array(z.strictObject({ ...coded, source: words })).exactOptional(),
  businessFields: z.array(z.strictObject(coded)).exactOptional(),
  districts: z.array(z.strictObject(coded)).exactOptional(),
  objects: z.array(z.strictObject({ ...coded, kind: z.enum(OBJECT_KINDS) })).exactOptional(),
  occurredAt: z.strictObject({ statedBy: z.array(role), maxDaysBack: z.int().min(0).max(36_600), source: words }),
  secrecy: z.strictObject({ openedBy: z.array(role).min(1), source: words }).exactOptional(),
  retention: z.strictObject({ years: z.int().min(1).max(100), source: words }).exactOptional(),
  publicPage: z.strictObject({ withoutSignIn: parts, inDemo: parts, source: words }),
  roles: z.array(z.strictObject({ code: role, name: text })).min(1),
});

/** Steps down the schema by a path into the document; null where the path leaves it. */
const schemaAt = (path: readonly PropertyKey[]): z.core.$ZodType | null => {
  let at: z.core.$ZodType = officeSchema;
  for (const step of path) {
    while (at instanceof z.ZodExactOptional) at = at.unwrap();
    const next: z.core.$ZodType | undefined =
      at instanceof z.ZodArray ? at.element : at instanceof z.ZodObject ? at.shape[String(step)] : undefined;
    if (next === undefined) return null;
    at = next;
  }
  return at instanceof z.ZodExactOptional ? at.unwrap() : at;
};

/** The keys the profile may have at a path. */
export const keysAt = (path: readonly PropertyKey[]): string[] => {
  const at = schemaAt(path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
};
