import { z } from 'zod';

/** The persons of a case whose data is sealed apart: each has a key of its own. */
export const PARTS = ['caller', 'subject'] as const;
/** One of them. */
export type Part = (typeof PARTS)[number];

interface Mark {
  readonly shape: string;
  readonly part: Part;
  readonly always?: boolean;
}

const marks = new WeakMap<z.ZodType, Mark>();

/**
 * A field of a command that holds personal data: sealed as one box of `shape` under the key of `part` before anything decides on it.
 * With `always` a box is made even where the field is absent, so that the part has its key from the first event.
 */
export const personal = <S extends z.ZodObject>(shape: string, part: Part, schema: S, always = false) => {
  const field = schema.optional().describe(`Personal data (${shape}) of the ${part}`);
  marks.set(field, { shape, part, ...(always && { always }) });
  return field;
};

type MarkedField = { readonly path: readonly string[] } & Mark;
const known = new WeakMap<z.ZodObject, readonly MarkedField[]>();

const markedIn = (schema: z.ZodObject): readonly MarkedField[] =>
  Object.entries(schema.shape).flatMap(([name, field]) => {
    const mark = marks.get(field as z.ZodType);
    return mark ? [{ path: [name], ...mark }] : [];
  });

/** The personal fields of a command's data, by name; looked for once a schema. */
export const personalFields = (schema: z.ZodObject): readonly MarkedField[] => {
  const found = known.get(schema) ?? markedIn(schema);
  known.set(schema, found);
  return found;
};

/** A box as it stands in an event, of a given shape. */
export const box = (shape: string) =>
  z
    .strictObject({ key: z.string(), alg: z.literal('A256GCM'), shape: z.literal(shape), box: z.string() })
    .describe(`Box ${shape}`);
