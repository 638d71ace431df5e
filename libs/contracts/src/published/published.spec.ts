import specs from '@asyncapi/specs';
import { Ajv, type AnySchemaObject } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { z } from 'zod';
import { publicEvents } from '../case.events.js';
import { PUBLISHERS } from '../publishers.js';
import { checkOf, publishedChecks } from '../testing/checks.js';
import { contractIn, filesIn, PUBLISHED, publishedFiles } from '../testing/published-files.js';
import { asyncapi } from './asyncapi.js';
import { currentContract } from './contract.js';
import { eventSchemas } from './event-schemas.js';
import type { JsonSchema } from './json-schema.js';

const addFormats = formatsPlugin as unknown as (ajv: Ajv) => Ajv;

/** Every `$ref` in a document. */
const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => (name === '$ref' ? [member as string] : refsIn(member)));
};

const at = (document: unknown, path: string): unknown =>
  path
    .slice(2)
    .split('/')
    .reduce((value: unknown, name) => (value as Record<string, unknown> | undefined)?.[name], document);

/** Every keyword that a schema uses, those of the properties it names included. */
const keywordsIn = (schema: JsonSchema): string[] =>
  Object.entries(schema).flatMap(([name, value]) => {
    if (name === 'properties') return [name, ...Object.values(value as Record<string, JsonSchema>).flatMap(keywordsIn)];
    return name === 'items' ? [name, ...keywordsIn(value as JsonSchema)] : [name];
  });

describe('the published files', () => {
  it('are as the code says: run `npm run generate -w libs/contracts` where this fails', async () => {
    expect(Object.fromEntries(filesIn(PUBLISHED))).toEqual(Object.fromEntries(await publishedFiles()));
  });

  it('hold the contract they were made from', () => {
    expect(contractIn(filesIn(PUBLISHED))).toEqual(currentContract());
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncapi();

  it('is one of AsyncAPI 3.0', () => {
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false }));
    const validate = ajv.compile(specs.schemas['3.0.0'] as unknown as AnySchemaObject);
    const wrong = { ...document, channels: { complaints: { address: 7 } } };
    expect(validate(wrong)).toBe(false);
    expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it('names nothing that is not in it', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => at(document, ref) === undefined)).toEqual([]);
  });

  it('uses in its schemas only what older drafts, whose tools read it, mean alike', () => {
    const known = 'type properties required items enum const pattern format minLength maxLength minimum maximum';
    const words = '$schema $id title description';
    const used = new Set([currentContract().headers, ...eventSchemas().values()].flatMap(keywordsIn));
    expect([...used].filter((name) => !`${known} ${words}`.split(' ').includes(name))).toEqual([]);
  });

  it('has a topic for every service that publishes', () => {
    expect(Object.keys(document['channels'] as object).sort()).toEqual([...PUBLISHERS].sort());
  });
});

describe('the published schemas', () => {
  const types = Object.values(publicEvents).flatMap((table) => Object.entries(table));

  it.each(types)('%s is described in both languages', (type) => {
    const { title, description } = eventSchemas().get(type) as { title: string; description: string };
    for (const text of [title, description]) expect(text).toMatch(/[一-龥].*[a-z]/s);
  });

  it('take what is named later, so that a program written today reads it', () => {
    const { data } = publishedChecks();
    expect(data('CaseRated', { level: 5 })).toEqual([]);
    expect(data('CaseRated', { level: 5, later: { anything: true } })).toEqual([]);
    expect(data('CaseRated', { level: 6 })).toEqual([expect.stringContaining('/level')]);
    expect(data('CaseRated', {})).toEqual([expect.stringContaining('level')]);
    expect(data('CaseUnheardOf', {})).toEqual([expect.stringContaining('is not published')]);
  });

  it('mean by days and instants what our own schemas mean', () => {
    const check = checkOf(eventSchemas().get('DetailsCorrected')!);
    const cameAt = (instant: string) => check({ changes: { cameAt: instant } }).length;
    expect(cameAt('2021-04-12T02:00:00.000Z')).toBe(0);
    for (const bad of ['2021-04-12T02:00:00+08:00', '2021-02-30T02:00:00Z', '2021-04-12'])
      expect(cameAt(bad)).toBeGreaterThan(0);
    const warned = checkOf(eventSchemas().get('DeadlineWarned')!);
    expect(warned({ dueOn: '2024-02-29' })).toEqual([]);
    expect(warned({ dueOn: '2023-02-29' })).toHaveLength(1);
  });

  it('are one shape a type, whoever says it', () => {
    const [one, other] = [z.strictObject({ how: z.string() }), z.strictObject({ how: z.int() })];
    expect(() => eventSchemas({ a: { CaseClosed: one }, b: { CaseClosed: other } })).toThrow(
      /^b says CaseClosed in another/,
    );
  });
});
