import { z } from 'zod';

/** A code of the office profile: lower case, digits, dots and dashes. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, 'a code of the office profile');

/** A calendar day of the office, `2021-04-12`. */
export const day = z.iso.date();

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/**
 * An instant as somebody gives it, of any zone and precision, written as this program writes instants: one moment is one text, and they compare
 * as texts. Of a year a calendar can know.
 */
export const givenInstant = z
  .string()
  .transform((given) => given.replace(/^(.{10}T\d\d:\d\d)(?=Z|[+-])/, '$1:00'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((given) => new Date(given).toISOString())
  .refine((at) => /^(19|[2-9]\d)\d\d-/.test(at), 'is no instant of the years 1900 to 9999');

/** Official text: shown, searched and exported; must hold no phone or identity numbers. */
export const officialText = (max: number) => z.string().trim().min(1).max(max);

/** A case: one stream of one of the two services. */
export const caseStream = z.string().regex(/^(consultation|complaint)-[0-9a-f-]{36}$/, 'a case id');

/** An answer of the knowledge base: one stream of the consultations service. */
export const knowledgeStream = z
  .string()
  .regex(/^knowledge-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of an answer');

/** A question nobody found an answer to: one stream of the consultations service. */
export const missingAnswerStream = z
  .string()
  .regex(/^missinganswer-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of a question without an answer');

export const urgency = z.enum(['normal', 'urgent']);

/** Who came: a person, an organisation, or somebody who gave no name. */
export const callerType = z.enum(['person', 'organisation', 'anonymous']);

/** 非常满意 5 · 满意 4 · 基本满意 3 · 不满意 2 · 非常不满意 1; the last two are negative (GB/T 39735-2020). */
export const level = z.int().min(1).max(5);

/** What an attempt to reach the person came to. */
export const attemptOutcome = z.enum(['reached', 'no-answer', 'wrong-number', 'refused']);

/** Where a handed-over case came from. */
export const origin = z.strictObject({ stream: caseStream, event: z.string(), number: z.string() });

/** The public transport object a matter is about; no personal data. */
export const object = z.strictObject({
  line: z.string().max(60).optional(),
  company: z.string().max(60).optional(),
  road: z.string().max(60).optional(),
});
