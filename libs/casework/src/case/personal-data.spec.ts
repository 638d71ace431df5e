import { publicEvents } from '@sunlit/contracts';
import type { z } from 'zod';
import { caseworkEvents } from './casework.events.js';
import { fieldsOf } from '../testing/fields.js';

/** What is personal, wherever it may stand: the persons and what they said, and texts in which somebody may name them. */
const PERSONAL =
  /(^|\.)(caller|statement|subject|comment|name|phone|address|email|plate|driver|place|idNumber|organisation|box|key|keys|text|summary|reason|note|account|linked)$/;

const publicTypes = Object.entries(publicEvents).flatMap(([service, table]) =>
  Object.entries(table).map(([type, schema]) => ({ service, type, schema: schema as z.ZodObject })),
);

describe('public events', () => {
  it.each(publicTypes)('$service $type has no personal field and no free text', ({ schema }) => {
    expect(fieldsOf(schema).filter(({ path }) => PERSONAL.test(path))).toEqual([]);
    expect(fieldsOf(schema).filter(({ schema: field }) => field.description?.startsWith('Box'))).toEqual([]);
  });
  it.each(publicTypes)('$service $type takes nothing it does not name', ({ schema }) => {
    expect(schema.safeParse({ caller: { name: 'x' } }).success).toBe(false);
  });
});

describe('stored events', () => {
  it.each(Object.entries(caseworkEvents))('%s keeps what is personal in boxes only', (_, schema) => {
    const persons = fieldsOf(schema).filter(({ path }) => /(^|\.)(caller|statement|subject|comment)$/.test(path));
    for (const { schema: field } of persons) expect(field.description).toMatch(/^Box/);
    const inTheClear = fieldsOf(schema).filter(({ path }) =>
      /(^|\.)(phone|address|email|plate|driver|place|idNumber)$/.test(path),
    );
    expect(inTheClear).toEqual([]);
  });
});
