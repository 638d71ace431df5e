import type { Json, JsonObject, StoredEvent } from '@sunlit/kernel';
import { z } from 'zod';

const inner = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema);

type Picking = (value: Json) => Json;

const objectPick = (schema: z.ZodObject): Picking => {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, pickOf(field)] as const);
  return (value) => {
    const object = (value ?? {}) as JsonObject;
    return Object.fromEntries(
      fields.flatMap(([name, pick]) => (object[name] === undefined ? [] : [[name, pick(object[name])]])),
    );
  };
};

const pickOf = (field: unknown): Picking => {
  const schema = inner(field);
  return schema instanceof z.ZodObject ? objectPick(schema) : (value) => value;
};

type PublicForm = (event: Pick<StoredEvent, 'type' | 'data'>) => { type: string; data: JsonObject } | null;

/**
 * What others may know of an event: only the fields the public schema of its type names, at every depth; null for a type that has none.
 * Whatever a private event comes to hold besides stays here.
 */
export const publicForm = (schemas: Readonly<Record<string, z.ZodObject>>): PublicForm => {
  const picks = new Map(Object.entries(schemas).map(([type, schema]) => [type, objectPick(schema)]));
  return ({ type, data }) => {
    const pick = picks.get(type);
    return pick ? { type, data: pick(data as Json) as JsonObject } : null;
  };
};

/** What others may know of a case's event. Of a corrected person only whether they can be called back. */
export const casePublicForm = (schemas: Readonly<Record<string, z.ZodObject>>): PublicForm => {
  const form = publicForm(schemas);
  return (event) => {
    if (event.type !== 'CallerCorrected') return form(event);
    const { contactable } = event.data as { readonly contactable?: boolean };
    return contactable === undefined ? null : { type: 'DetailsCorrected', data: { changes: { contactable } } };
  };
};
