import type { CollectionSpec, DocumentWrite, FieldValue, JsonObject, StoredDocument } from '@sunlit/kernel';
import type { mongo } from 'mongoose';
import { indexedValue, type Indexed } from '../query.js';
import { storedText, textOf } from './text.js';

/**
 * A document as it lies in MongoDB. `doc` is its JSON as text, which brings back any JSON as it was: names with dots and dollars, U+0000. The declared
 * fields stand beside it as `by_<field>`. A tombstone has the same columns, all null.
 */
export interface Row {
  readonly _id: string;
  /** Times 4096: whole for every version the runner makes, since not every server compares fractions beside large numbers. */
  readonly version: number;
  readonly live: boolean;
  readonly doc: string | null;
  readonly [field: `by_${string}`]: Indexed;
}

const SCALE = 4096;

/** A collection's name in MongoDB: with colons for dots, which not every server can rename. */
export const placeOf = (name: string): string => name.replaceAll('.', ':');

/** The column of a declared field. */
export const column = (field: string): `by_${string}` => `by_${field}`;

/** A field's value as it is stored and compared. */
export const stored = <V extends Indexed>(value: V): V => {
  if (typeof value === 'string') return storedText(value) as V;
  if (Array.isArray(value)) return value.map(storedText) as unknown as V;
  return Object.is(value, -0) ? (0 as V) : value;
};

/** The value of a stored field. */
export const valueOf = (value: unknown): FieldValue =>
  typeof value === 'string' ? textOf(value) : ((value ?? null) as FieldValue);

/** The row of a write; throws where a declared field has a value of another type. */
export const rowOf = (spec: CollectionSpec, { key, version, doc }: DocumentWrite): Row => {
  const value = (field: string) => (doc ? stored(indexedValue(spec, field, doc)) : null);
  const fields = Object.keys(spec.index).map((field) => [column(field), value(field)] as const);
  return {
    _id: storedText(key),
    version: version * SCALE,
    live: doc !== null,
    doc: doc && JSON.stringify(doc),
    ...(Object.fromEntries(fields) as Record<`by_${string}`, Indexed>),
  };
};

/** The document of a row, null for a tombstone's. */
export const documentOf = ({ _id, version, doc }: Row): StoredDocument<JsonObject | null> => ({
  key: textOf(_id),
  version: version / SCALE,
  doc: doc === null ? null : (JSON.parse(doc) as JsonObject),
});

/** One index a field, each able to give a page in its order: live documents by the field, ties by key. Terms need no order. */
export const indexesOf = ({ index }: CollectionSpec): readonly mongo.IndexDescription[] =>
  Object.entries(index).map(([field, type]) => ({
    name: column(field),
    key: { live: 1, [column(field)]: 1, ...(type !== 'terms' && { _id: 1 as const }) },
  }));
