import type { JsonObject } from '@sunlit/kernel';
import fc from 'fast-check';
import { checkOf } from '../testing/checks.js';
import { incompatibilities, type Contract } from './incompatibilities.js';
import type { JsonSchema } from './json-schema.js';

type Shape = Record<string, unknown>;

/** A schema and, from a seed, values that are valid by it. */
interface Made {
  readonly schema: Shape;
  readonly values: fc.Arbitrary<unknown>;
}

const NAMES = ['unit', 'round', 'because', 'due', 'parts', 'how'];

const leaf: fc.Arbitrary<Made> = fc.constantFrom<Made>(
  { schema: { type: 'string', maxLength: 9 }, values: fc.string({ maxLength: 9, unit: 'binary-ascii' }) },
  { schema: { type: 'string', pattern: '^[a-z]+$' }, values: fc.constantFrom('roads', 'buses') },
  { schema: { type: 'string', enum: ['accepted', 'extended'] }, values: fc.constantFrom('accepted', 'extended') },
  { schema: { type: 'string', format: 'date' }, values: fc.constantFrom('2021-04-12', '2024-02-29') },
  { schema: { type: 'integer', minimum: 1, maximum: 5 }, values: fc.integer({ min: 1, max: 5 }) },
  { schema: { type: 'boolean' }, values: fc.boolean() },
);

const listOf = ({ schema, values }: Made): Made => ({
  schema: { type: 'array', items: schema },
  values: fc.array(values, { maxLength: 3 }),
});

const objectOf = (members: Readonly<Record<string, Made>>, required: readonly string[]): Made => ({
  schema: {
    type: 'object',
    properties: Object.fromEntries(Object.entries(members).map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 && { required }),
  },
  values: fc.record(Object.fromEntries(Object.entries(members).map(([name, { values }]) => [name, values])), {
    requiredKeys: [...required],
  }),
});

const { object } = fc.letrec<{ object: Made; any: Made }>((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('object'), tie('any').map(listOf)),
  object: fc
    .dictionary(fc.constantFrom(...NAMES), tie('any'), { minKeys: 1, maxKeys: 4, noNullPrototype: true })
    .chain((members) => fc.subarray(Object.keys(members)).map((required) => objectOf(members, required))),
}));

const contract = (events: Readonly<Record<string, unknown>>, topics: Contract['topics'] = {}): Contract => ({
  topics: { 'sunlit.complaints.v1': Object.keys(events), ...topics },
  headers: { type: 'object', properties: { ce_id: { type: 'string' } }, required: ['ce_id'] },
  events: events as Contract['events'],
});

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Every schema of an object within this one, itself included, where it may be changed. */
const objectsIn = (schema: Shape): Shape[] => {
  if (schema['type'] === 'array') return objectsIn(schema['items'] as Shape);
  if (schema['type'] !== 'object') return [];
  return [schema, ...Object.values(schema['properties'] as Record<string, Shape>).flatMap(objectsIn)];
};

const leavesIn = (schema: Shape): Shape[] => {
  if (schema['type'] === 'array') return leavesIn(schema['items'] as Shape);
  if (schema['type'] !== 'object') return [schema];
  return Object.values(schema['properties'] as Record<string, Shape>).flatMap(leavesIn);
};

const nth = <T>(of: readonly T[], n: number): T => of[n % of.length]!;

/** Changes that no reader minds. */
const COMPATIBLE: Readonly<Record<string, (schema: Shape, n: number) => void>> = {
  'an optional property': (schema, n) =>
    Object.assign(nth(objectsIn(schema), n)['properties'] as Shape, { [`later${n}`]: { type: 'integer' } }),
  'an optional property that is an object with required ones': (schema, n) =>
    Object.assign(nth(objectsIn(schema), n)['properties'] as Shape, {
      [`later${n}`]: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    }),
  'other words': (schema, n) => Object.assign(nth(objectsIn(schema), n), { title: '新', description: 'New words.' }),
  'words about a value': (schema, n) => Object.assign(nth([...leavesIn(schema), schema], n), { description: 'New.' }),
};

/** One keyword changed, whatever the schema had. */
const keyword = (name: string, value: unknown) => (schema: Shape) => void (schema[name] = value);

/** Changes that some reader minds, each made where it applies; false where it applies nowhere. */
const INCOMPATIBLE: Readonly<Record<string, (schema: Shape, n: number) => boolean | void>> = {
  'a property taken out': (schema, n) => {
    const found = nth(objectsIn(schema), n);
    const [name] = Object.keys(found['properties'] as Shape);
    if (name === undefined) return false;
    delete (found['properties'] as Shape)[name];
    found['required'] = ((found['required'] as string[] | undefined) ?? []).filter((other) => other !== name);
  },
  'a required property made optional': (schema, n) => {
    const found = nth(objectsIn(schema), n);
    const [name, ...rest] = (found['required'] as string[] | undefined) ?? [];
    if (name === undefined) return false;
    found['required'] = rest;
  },
  'an optional property made required': (schema, n) => {
    const found = nth(objectsIn(schema), n);
    const required = (found['required'] as string[] | undefined) ?? [];
    const name = Object.keys(found['properties'] as Shape).find((one) => !required.includes(one));
    if (name === undefined) return false;
    found['required'] = [...required, name];
  },
  'a new property that is required': (schema, n) => {
    const found = nth(objectsIn(schema), n);
    Object.assign(found['properties'] as Shape, { later: { type: 'string' } });
    found['required'] = [...((found['required'] as string[] | undefined) ?? []), 'later'];
  },
  'an object closed': (schema, n) => keyword('additionalProperties', false)(nth(objectsIn(schema), n)),
  'another type': (schema, n) => {
    const found = nth(leavesIn(schema), n);
    keyword('type', found['type'] === 'boolean' ? 'string' : 'boolean')(found);
  },
  'several types': (schema, n) => keyword('type', ['string', 'integer', 'null'])(nth(leavesIn(schema), n)),
  'a value of an enum more': (schema, n) =>
    changeOf(schema, n, 'enum', (values) => [...(values as string[]), 'redone']),
  'a value of an enum less': (schema, n) => changeOf(schema, n, 'enum', (values) => (values as string[]).slice(1)),
  'longer texts': (schema, n) => changeOf(schema, n, 'maxLength', () => 99),
  'shorter texts': (schema, n) => changeOf(schema, n, 'maxLength', () => 3),
  'no limit': (schema, n) => changeOf(schema, n, 'maximum', () => undefined),
  'another pattern': (schema, n) => changeOf(schema, n, 'pattern', () => '^[a-z0-9]+$'),
  'another format': (schema, n) => changeOf(schema, n, 'format', () => 'date-time'),
  'a list of something else': (schema) => {
    const lists = listsIn(schema);
    if (lists.length === 0) return false;
    lists[0]!['items'] = { type: 'null' };
  },
};

const listsIn = (schema: Shape): Shape[] => {
  if (schema['type'] === 'array') return [schema];
  if (schema['type'] !== 'object') return [];
  return Object.values(schema['properties'] as Record<string, Shape>).flatMap(listsIn);
};

const changeOf = (schema: Shape, n: number, name: string, change: (value: unknown) => unknown): boolean => {
  const having = leavesIn(schema).filter((found) => found[name] !== undefined);
  if (having.length === 0) return false;
  const found = nth(having, n);
  const value = change(found[name]);
  if (value === undefined) delete found[name];
  else found[name] = value;
  return true;
};

const changedBy = (schema: Shape, changes: readonly (readonly [(schema: Shape, n: number) => unknown, number])[]) => {
  const after = copy(schema);
  for (const [change, n] of changes) change(after, n);
  return after;
};

const somePicks = fc.array(fc.tuple(fc.constantFrom(...Object.values(COMPATIBLE)), fc.nat({ max: 20 })), {
  maxLength: 6,
});

describe('what no reader minds', () => {
  it('is nothing to tell of, and indeed each side reads the other', () => {
    const cases = object.chain((made) =>
      somePicks.chain((picks) =>
        fc.tuple(fc.constant(made.schema), fc.constant(changedBy(made.schema, picks)), made.values),
      ),
    );
    fc.assert(
      fc.property(cases, ([before, after, value]) => {
        expect(incompatibilities(contract({ Said: before }), contract({ Said: after, Added: after }))).toEqual([]);
        const [old, fresh] = [before, after].map((schema) => checkOf(schema as JsonSchema));
        expect(old!(value)).toEqual([]);
        expect(fresh!(value)).toEqual([]);
        const fuller = { ...(value as JsonObject), later0: 'of another program', later99: 1 };
        expect(old!(fuller)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are more topics, more types, more headers that may be missing', () => {
    const before = contract({ Said: { type: 'object' } });
    const more = contract({ Said: { type: 'object' }, Sung: { type: 'object' } }, { 'sunlit.surveys.v1': ['Sung'] });
    const headers = { ...before.headers, properties: { ce_id: { type: 'string' }, ce_place: { type: 'string' } } };
    expect(incompatibilities(before, { ...more, headers })).toEqual([]);
  });
});

describe('what some reader minds', () => {
  it.each(Object.entries(INCOMPATIBLE))('is told: %s, wherever it is, whatever else is changed', (_, change) => {
    const cases = fc.tuple(object, fc.nat({ max: 20 }), somePicks);
    let seen = 0;
    fc.assert(
      fc.property(cases, ([{ schema }, n, picks]) => {
        const broken = copy(schema);
        const applies = change(broken, n) !== false && leavesIn(schema).length > 0;
        fc.pre(applies);
        seen++;
        const problems = incompatibilities(contract({ Said: schema }), contract({ Said: changedBy(broken, picks) }));
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem).toMatch(/^Said[^ ]*:? .+\.$/);
      }),
      { numRuns: 60 },
    );
    expect(seen).toBe(60);
  });

  it('says where, what was and is, and what to do', () => {
    const before = contract({
      Said: {
        type: 'object',
        properties: { due: { type: 'object', properties: { on: { enum: ['a'] } } } },
        required: ['due'],
      },
      Sung: { type: 'object' },
    });
    const after = contract({
      Said: { type: 'object', properties: { due: { type: 'object', properties: { on: { enum: ['a', 'b'] } } } } },
    });
    expect(incompatibilities(before, after)).toEqual([
      'Sung is gone from sunlit.complaints.v1: its events are there. Keep it, even if it is said no more.',
      'Said/due/on: enum was ["a"] and is ["a","b"]. A released shape is never changed: give the new one a type name of its own.',
      'Said/due was required and is no more: who reads it rests on it. A released shape is never changed: give the new one a type name of its own.',
      'Sung is gone: its events are on the topics. Keep it.',
    ]);
  });

  it('are a topic less, a header less or otherwise', () => {
    const before = contract({ Said: { type: 'object' } });
    expect(incompatibilities(before, { ...before, topics: {} })).toEqual([
      expect.stringMatching(/^sunlit.complaints.v1 is gone/),
    ]);
    const properties = { ce_id: { type: 'integer' } };
    expect(incompatibilities(before, { ...before, headers: { ...before.headers, properties } })).toEqual([
      expect.stringMatching(/^headers\/ce_id: type was "string" and is "integer"/),
    ]);
    expect(incompatibilities(before, { ...before, headers: { type: 'object' } })).toHaveLength(2);
  });
});
