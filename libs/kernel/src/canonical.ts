import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './event.js';

/** The largest event and the largest append, in bytes of UTF-8 JSON; larger content lies outside with its digest here. */
export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_APPEND_BYTES = 1024 * 1024;

/** Canonical JSON in the manner of RFC 8785: names sorted, no white space; `undefined` members left out. */
export const canonicalJson = (value: Json | undefined): string => {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const object = value as JsonObject;
  const names = Object.keys(object).filter((name) => object[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name])}`)
    .join(',')}}`;
};

/** SHA-256 of the value's canonical JSON, in hex. */
export const digestOf = (value: Json): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

const problemOfText = (text: string): string | null =>
  text.includes('\u0000') ? 'holds U+0000' : text.isWellFormed() ? null : 'is not well-formed Unicode';

const problemOfMembers = (value: object, path: string): string | null => {
  for (const [name, member] of Object.entries(value)) {
    const found = problemOfText(name)
      ? `${path} has a name that ${problemOfText(name)}`
      : problemOf(member, `${path}.${name}`);
    if (found) return found;
  }
  return null;
};

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** What may be wrong with a value of each JavaScript type; a type without a row is none of JSON's. */
const problemByType: Readonly<Record<string, (value: never, path: string) => string | null>> = {
  undefined: () => null,
  boolean: () => null,
  string: (value: string, path) => problemOfText(value) && `${path} ${problemOfText(value)}`,
  number: (value: number, path) => (Number.isSafeInteger(value) ? null : `${path} is no whole number within 2^53`),
  object: (value: object | null, path) => {
    if (value === null) return null;
    return isPlain(value) ? problemOfMembers(value, path) : `${path} is no plain object`;
  },
};

/** Why the value cannot be an event's data (what and where), or null: plain JSON, well-formed texts, whole numbers within 2^53. */
export const problemOf = (value: unknown, path = 'data'): string | null => {
  const row = problemByType[typeof value];
  return row ? row(value as never, path) : `${path} is a ${typeof value}`;
};
