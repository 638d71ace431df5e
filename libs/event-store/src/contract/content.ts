import fc from 'fast-check';
import { MAX_APPEND_BYTES, MAX_EVENT_BYTES, type JsonObject, type NewEvent } from '@sunlit/kernel';
import { InvalidEvent } from '../checked-append.js';
import { PATIENCE_MS, aCategory, aStream, anEvent, type Fixture } from './fixture.js';

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
const { data } = fc.letrec<{ data: JsonObject; value: unknown }>((tie) => ({
  data: fc.dictionary(text, tie('value'), { maxKeys: 6, noNullPrototype: true }) as fc.Arbitrary<JsonObject>,
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    tie('data'),
  ),
}));

/** An event whose data and meta have exactly this many bytes as JSON. */
const ofBytes = (bytes: number): NewEvent => {
  const empty = anEvent({ text: '' });
  const used = Buffer.byteLength(JSON.stringify(empty.data)) + Buffer.byteLength(JSON.stringify(empty.meta));
  return { ...empty, data: { text: 'x'.repeat(bytes - used) } };
};

const holdingItself = (): JsonObject => {
  const value: Record<string, JsonObject> = {};
  value.self = value as JsonObject;
  return value as JsonObject;
};

const BAD_DATA: readonly (readonly [what: string, data: unknown])[] = [
  ['U+0000', { text: 'a\u0000b' }],
  ['a lone surrogate', { text: '\ud83d' }],
  ['a lone surrogate in a name', { '\ud83d': 1 }],
  ['a fraction', { n: 0.5 }],
  ['a number beyond 2^53', { n: 2 ** 53 }],
  ['no number', { n: NaN }],
  ['a bigint', { n: 1n }],
  ['a Date', { at: new Date(0) }],
  ['a Map', { map: new Map() }],
  ['a function', { f: () => 1 }],
  ['a list in place of an object', [1, 2]],
  ['a text in place of an object', 'text'],
  ['null in place of an object', null],
  ['an object that holds itself', holdingItself()],
];

/** What goes in comes out, and what cannot come out again is refused alike by every store. */
export const content = (fixture: Fixture): void => {
  const store = () => fixture().store;

  it.each<[string, JsonObject]>([
    [
      'Chinese, emoji, combining marks, line separators',
      { text: '阳光 😀 é e\u0301 \u2028\u2029 "\\/\b\f\n\r\t \u007f' },
    ],
    ['empty texts, lists, objects and names', { '': '', list: [], object: {}, nested: [[], {}, ['']] }],
    ['the largest whole numbers', { most: Number.MAX_SAFE_INTEGER, least: Number.MIN_SAFE_INTEGER, zero: 0 }],
    [
      'booleans, null, texts that look like others',
      { yes: true, no: false, none: null, one: '1', null: 'null', time: '2021-04-12' },
    ],
    ['names with a meaning elsewhere', { $set: 1, 'a.b': 2, _id: 'x', constructor: 'y', toString: 'z' }],
  ])('gives back %s', async (_, given) => {
    const stream = aStream();
    const meta = {
      digest: '阳光 😀',
      occurredAt: { at: '2021-04-01T00:00:00.000Z', precision: 'day' },
      trace: '',
    } as const;
    const event = anEvent(given, meta);
    await store().append(stream, [event], -1);
    const [stored] = await store().read(stream);
    expect(stored).toEqual({ ...event, stream, revision: 0, position: expect.any(Number) as number });
  });

  it('leaves out members that are undefined', async () => {
    const stream = aStream();
    await store().append(stream, [anEvent({ a: 1, b: undefined })], -1);
    expect(Object.keys((await store().read(stream))[0]!.data)).toEqual(['a']);
  });

  it('keeps what an event was when it was given, whatever the caller does to it afterwards', async () => {
    const stream = aStream();
    const changing = { n: 1 };
    const appended = store().append(stream, [anEvent(changing)], -1);
    changing.n = 2;
    await appended;
    expect((await store().read(stream))[0]!.data).toEqual({ n: 1 });
  });

  it(
    'gives back any plain JSON',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 5 }), async (given) => {
          const stream = aStream();
          await store().append(
            stream,
            given.map((one) => anEvent(one)),
            -1,
          );
          expect((await store().read(stream)).map((event) => event.data)).toEqual(given);
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  const refused = async (stream: string, events: readonly NewEvent[], expected = -1): Promise<void> => {
    const failure = await store()
      .append(stream, events, expected)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidEvent);
  };

  it.each(BAD_DATA)('refuses %s, and all that came with it', async (_, bad) => {
    const stream = aStream();
    await refused(stream, [anEvent(), { ...anEvent(), data: bad as JsonObject }]);
    expect(await store().read(stream)).toEqual([]);
  });

  it('refuses bad meta, ids and types', async () => {
    const stream = aStream();
    await refused(stream, [anEvent({}, { digest: 'a\u0000' })]);
    for (const id of ['', 'e1', '01900000-0000-7000-8000-00000000000G']) await refused(stream, [{ ...anEvent(), id }]);
    for (const type of ['', 'a\u0000', 'something happened', '已登记', 'X'.repeat(101)])
      await refused(stream, [{ ...anEvent(), type }]);
    const twice = anEvent();
    await refused(stream, [twice, twice]);
    await refused(stream, []);
    for (const expected of [-2, 0.5, NaN]) await refused(stream, [anEvent()], expected);
    expect(await store().read(stream)).toEqual([]);
  });

  it.each([
    '',
    'x',
    '-x',
    'x-',
    'Xy-1',
    '1x-1',
    'x y-1',
    'x-1 2',
    'x-阳光',
    'x-1\u0000',
    '$x-1',
    `x-${'1'.repeat(200)}`,
  ])('refuses the name %j for a stream', (stream) => refused(stream, [anEvent()]));

  it('takes names as well as uuids after the category', async () => {
    const stream = `${aCategory()}-office.2021:a_b-c`;
    await expect(store().append(stream, [anEvent()], -1)).resolves.toMatchObject({ revision: 0 });
  });

  it('refuses an event over its limit and says the limit; one at it is taken', async () => {
    const stream = aStream();
    await refused(stream, [ofBytes(MAX_EVENT_BYTES + 1)]);
    await expect(store().append(stream, [ofBytes(MAX_EVENT_BYTES + 1)], -1)).rejects.toThrow(String(MAX_EVENT_BYTES));
    await refused(stream, [anEvent({ text: '阳'.repeat(MAX_EVENT_BYTES / 3) })]);
    const full = ofBytes(MAX_EVENT_BYTES);
    await store().append(stream, [full], -1);
    expect((await store().read(stream))[0]!.data).toEqual(full.data);
  });

  it('refuses an append over its limit', async () => {
    const stream = aStream();
    const part = MAX_APPEND_BYTES / 5;
    const parts = Array.from({ length: 5 }, () => ofBytes(Math.floor(part)));
    await refused(stream, [...parts, ofBytes(1000)]);
    expect(await store().read(stream)).toEqual([]);
    await expect(store().append(stream, parts, -1)).resolves.toMatchObject({ revision: 4 });
  });
};
