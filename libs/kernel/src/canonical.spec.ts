import fc from 'fast-check';
import { canonicalJson, digestOf, problemOf } from './canonical.js';
import type { Json } from './event.js';

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;

describe('canonical JSON', () => {
  it('is the same whatever the order of names', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  });

  it('means what the value means', () => {
    fc.assert(
      fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))),
    );
  });

  it('leaves out what JSON leaves out', () => {
    expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
  });
});

describe('what an event may hold', () => {
  it.each([
    [{ a: 1.5 }, 'data.a is no whole number within 2^53'],
    [{ a: [2 ** 53] }, 'data.a.0 is no whole number within 2^53'],
    [{ a: 'x\u0000' }, 'data.a holds U+0000'],
    [{ a: '\ud800' }, 'data.a is not well-formed Unicode'],
    [{ a: new Date(0) }, 'data.a is no plain object'],
    [{ a: 1n }, 'data.a is a bigint'],
    [{ 'x\u0000': 1 }, 'data has a name that holds U+0000'],
  ])('refuses %p', (value, problem) => expect(problemOf(value)).toBe(problem));

  it('takes texts, whole numbers, booleans, null, lists and objects', () => {
    expect(problemOf({ text: '客运🚌', n: 2 ** 53 - 1, yes: true, none: null, list: [[], {}] })).toBeNull();
  });
});
