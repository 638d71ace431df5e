import { isDay, isTimeZone, minutesOfDay } from '@sunlit/calendar';
import { z } from 'zod';
import { CASE_SERVICES, PUBLIC_PARTS, REPORT_CLASSES, ROLES, URGENCIES, type ReportClass } from './office.types.js';

/** The name of a check of ours, kept as the issue's message until `office.problems.ts` gives it words. */
export const CHECKS = ['words', 'code', 'day', 'zone', 'time', 'hours', 'rule-id'] as const;
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

const hours = z
  .array(z.strictObject({ from: time, to: time }))
  .min(1)
  .refine(
    (spans) => spans.every(({ from, to }, i) => from < to && (i === 0 || spans[i - 1]!.to <= from)),
    check('hours'),
  );

const deadline = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, check('rule-id')),
  version: z.int().min(1).max(10_000),
  name: text,
  kinds: z.array(code).min(1),
  urgency: z.enum(URGENCIES),
  from: day.exactOptional(),
  until: day.exactOptional(),
  workingDays: count,
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
      }),
    )
    .min(1),
  categories: z.array(z.strictObject({ ...coded, parent: code.exactOptional(), unit: code.exactOptional() })).min(1),
  declineGrounds: z.array(z.strictObject({ ...coded, whereTo: text, source: words })).min(1),
  returnGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  redoGrounds: z.array(z.strictObject({ ...coded, source: words })).min(1),
  deadlines: z.array(deadline).min(1),
  followUp: z.strictObject({ workingDaysAfter: count, source: words }),
  occurredAt: z.strictObject({ statedBy: z.array(role), maxDaysBack: z.int().min(0).max(36_600), source: words }),
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
