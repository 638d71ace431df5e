import type { JsonObject } from '@sunlit/kernel';
import { z } from 'zod';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = JsonObject;

type Node = Record<string, unknown>;

const isSafeBound = (value: unknown): boolean => Math.abs(value as number) === Number.MAX_SAFE_INTEGER;

/** An instant is always in UTC; a `format` says the rest of what zod's long patterns say. */
const tidyFormat = (node: Node): void => {
  if (node['format'] === 'date') delete node['pattern'];
  if (node['format'] === 'date-time') node['pattern'] = 'Z$';
};

/** That whole numbers lie within 2^53 is true of every event. */
const tidyBounds = (node: Node): void => {
  if (isSafeBound(node['minimum'])) delete node['minimum'];
  if (isSafeBound(node['maximum'])) delete node['maximum'];
};

/** Later events may say more: what is not named is to be ignored, not refused. */
const leaveOpen = (node: Node): void => {
  if (node['additionalProperties'] === false) delete node['additionalProperties'];
};

/**
 * The schema of what zod describes, as others are to read it: open for properties added later, where our own are strict in what they send.
 */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const made = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    override: ({ jsonSchema }) => {
      const node = jsonSchema as Node;
      tidyFormat(node);
      tidyBounds(node);
      leaveOpen(node);
    },
  });
  return JSON.parse(JSON.stringify(made)) as JsonSchema;
};
