import type { Json, JsonObject } from '@sunlit/kernel';
import { isBox, sealBox } from './boxes.js';

/** A field of a command or event that is personal: where it stands, the shape of its content, whose data it is (`caller`, `subject`). */
export interface PersonalField {
  readonly path: readonly string[];
  readonly shape: string;
  readonly part: string;
  /** Sealed as `{}` where it is absent: the box that carries a case's key is always made. */
  readonly always?: boolean;
}

/** A key and the id boxes name it by. */
export interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** A command with boxes in place of its personal fields, and the keys they were sealed under, by part. */
export interface SealedCommand {
  readonly data: JsonObject;
  readonly keys: Readonly<Record<string, SealingKey>>;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (data: JsonObject, path: readonly string[]): Json | undefined => {
  let value: Json | undefined = data;
  for (const name of path) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
};

const withValue = (data: JsonObject, [name, ...rest]: readonly string[], value: Json): JsonObject => {
  if (name === undefined) return data;
  const inner = data[name];
  return { ...data, [name]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) };
};

const contentOf = (data: JsonObject, { path, always }: PersonalField): JsonObject | null => {
  const value = valueAt(data, path);
  if (value === undefined || value === null) return always ? {} : null;
  if (!isObject(value)) throw new TypeError(`${path.join('.')} is marked personal and must be an object to be sealed.`);
  if (isBox(value))
    throw new TypeError(`${path.join('.')} is a box already: a command brings its personal data in the clear.`);
  return value;
};

/**
 * The command's data with each marked field replaced by a box under its part's key. An absent (or null) field is left as it is unless it
 * is marked `always`. `keyOf` is asked once for each part that has something to seal; what it throws (a part that was erased) passes on.
 */
export const sealCommand = async (options: {
  readonly data: JsonObject;
  readonly fields: readonly PersonalField[];
  readonly keyOf: (part: string) => SealingKey | Promise<SealingKey>;
}): Promise<SealedCommand> => {
  const keys: Record<string, SealingKey> = {};
  let { data } = options;
  for (const field of options.fields) {
    const content = contentOf(options.data, field);
    if (!content) continue;
    const { id, key } = (keys[field.part] ??= await options.keyOf(field.part));
    data = withValue(data, field.path, sealBox(key, id, field.shape, content) as unknown as JsonObject);
  }
  return { data, keys };
};

/** The marked fields that stand in the data in the clear, as dotted paths: none, in anything that is stored. */
export const unsealedFields = (data: JsonObject, fields: readonly PersonalField[]): string[] =>
  fields
    .filter(({ path }) => {
      const value = valueAt(data, path);
      return value !== undefined && value !== null && !isBox(value);
    })
    .map(({ path }) => path.join('.'));
