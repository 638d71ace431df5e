import { z } from 'zod';

/** A member of a schema: where it stands, as a dotted path, and what it is. */
export interface Field {
  readonly path: string;
  readonly schema: z.ZodType;
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The members a schema names at any depth; of a list those of its elements. */
export const fieldsOf = (schema: unknown, path = ''): Field[] => {
  if (schema instanceof z.ZodOptional) return fieldsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, path);
  const own = path === '' ? [] : [{ path, schema: schema as z.ZodType }];
  if (!(schema instanceof z.ZodObject)) return own;
  return [...own, ...Object.entries(schema.shape).flatMap(([name, field]) => fieldsOf(field, below(path, name)))];
};

/** The paths of the members a value has at any depth, in the same way. */
export const pathsIn = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return [path, ...value.flatMap((one) => pathsIn(one, path))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, member]) => pathsIn(member, below(path, name)))];
};
