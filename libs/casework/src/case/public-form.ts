import { rowOf, type Json, type JsonObject, type StoredEvent } from '@sunlit/kernel';
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

/** By type, the schema of its public form; null for a type that stays private. */
export type PublicSchemas<T extends string> = Readonly<Record<T, z.ZodObject | null>>;

/** Facts of contacts, joining, flags and orders that stay in their service. */
export const privateJoiningEvents = {
  ContactOpened: null,
  DuplicateGone: null,
  FollowerGone: null,
  HoldCalledOff: null,
  ReplyNotTaken: null,
  PersonFlagged: null,
  FlagRemoved: null,
  OrderCarriedOver: null,
} as const;

/** A correction of the person, which has a public form that is not its own. */
const CORRECTED = 'CallerCorrected';

/** Of a corrected person others may know only whether they can be called back. */
const ofCorrected: PublicForm = ({ data }) => {
  const { contactable } = data as { readonly contactable?: boolean };
  return contactable === undefined ? null : { type: 'DetailsCorrected', data: { changes: { contactable } } };
};

const privately: PublicForm = () => null;

const formBy = (schema: z.ZodObject): PublicForm => {
  const pick = objectPick(schema);
  return ({ type, data }) => ({ type, data: pick(data as Json) as JsonObject });
};

/**
 * What others may know of a case's event, T being every type there is: only the fields the public schema of its type names, at every depth.
 * Whatever a private event comes to hold besides stays here. Throws `NewerThanProgram` for a type without a row: to pass it over would mean
 * that it is never published.
 */
export const casePublicForm = <T extends string>(schemas: PublicSchemas<Exclude<T, typeof CORRECTED>>): PublicForm => {
  const rows = Object.entries<z.ZodObject | null>(schemas).map(
    ([type, schema]) => [type, schema ? formBy(schema) : privately] as const,
  );
  const table = Object.fromEntries([...rows, [CORRECTED, ofCorrected]]);
  return (event) => rowOf(table, event.type)(event);
};
