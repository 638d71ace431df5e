import { canonicalJson } from '@sunlit/kernel';
import type { z } from 'zod';
import { publicEvents } from '../case.events.js';
import { publicEventTexts, type PublicEventText, type PublicEventType } from '../public-event.texts.js';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';

type Tables = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

/** A text in both languages, on one line. */
export const bothOf = ({ zh, en }: PublicEventText['title']): string => `${zh} ${en}`;

const eventSchema = (type: string, schema: z.ZodType): JsonSchema => {
  const { title, description } = publicEventTexts[type as PublicEventType];
  const { $schema, ...rest } = jsonSchemaOf(schema);
  return {
    $schema: $schema!,
    $id: `urn:sunlit:event:${type}`,
    title: `${type}: ${title.zh} · ${title.en}`,
    description: bothOf(description),
    ...rest,
  };
};

/** The schema of each public event's data, by type. One type has one shape, whoever says it: an Error where services differ. */
export const eventSchemas = (tables: Tables = publicEvents): ReadonlyMap<string, JsonSchema> => {
  const schemas = new Map<string, JsonSchema>();
  for (const [service, table] of Object.entries(tables))
    for (const [type, zod] of Object.entries(table)) {
      const schema = eventSchema(type, zod);
      if (canonicalJson(schemas.get(type) ?? schema) !== canonicalJson(schema))
        throw new Error(`${service} says ${type} in another shape than other services do: give it a name of its own.`);
      schemas.set(type, schema);
    }
  return schemas;
};

/** The types each publishing service says, by its name. */
export const typesByService = (): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(publicEvents).map(([service, table]) => [service, Object.keys(table)]));
