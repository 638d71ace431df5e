import { randomBytes } from 'node:crypto';
import type { JsonObject, KeyStore } from '@sunlit/kernel';
import { BoxUnreadable, sealBox } from './boxes.js';
import { boxReader, boxesIn, withheld } from './sealing.js';

const keysOf = (table: Record<string, Buffer>) => {
  const asked: (readonly string[])[] = [];
  const keys: Pick<KeyStore, 'get'> = {
    get: async (ids) => (asked.push(ids), ids.map((id) => table[id] ?? null)),
  };
  return { keys, asked };
};
const a = randomBytes(32);
const b = randomBytes(32);
const caller = sealBox(a, 'a', 'caller.v1', { name: '张三' }) as unknown as JsonObject;
const statement = sealBox(a, 'a', 'statement.v1', { text: '等了很久' }) as unknown as JsonObject;
const subject = sealBox(b, 'b', 'subject.v1', { plate: '豫K12345' }) as unknown as JsonObject;

describe('a reader of boxes', () => {
  it('opens every box of many documents and asks for each key once, all in one go', async () => {
    const { keys, asked } = keysOf({ a, b });
    const documents = [
      { id: 1, caller, notes: [{ statement }, 'x'] },
      { id: 2, caller, about: { subject } },
      { id: 3 },
    ];
    expect(await boxReader(keys).open(documents)).toEqual([
      {
        id: 1,
        caller: { state: 'open', name: '张三' },
        notes: [{ statement: { state: 'open', text: '等了很久' } }, 'x'],
      },
      { id: 2, caller: { state: 'open', name: '张三' }, about: { subject: { state: 'open', plate: '豫K12345' } } },
      { id: 3 },
    ]);
    expect(asked).toEqual([['a', 'b']]);
  });

  it('says erased where the key is gone, and only there', async () => {
    const { keys } = keysOf({ b });
    expect(await boxReader(keys).open([{ caller, subject }])).toEqual([
      { caller: { state: 'erased' }, subject: { state: 'open', plate: '豫K12345' } },
    ]);
  });

  it('withholds the shapes a reader may not see without reading their keys', async () => {
    const { keys, asked } = keysOf({ a, b });
    const opened = await boxReader(keys).open([{ caller, subject }], (shape) => shape === 'caller.v1');
    expect(opened).toEqual([{ caller: { state: 'open', name: '张三' }, subject: { state: 'withheld' } }]);
    expect(asked).toEqual([['a']]);
  });

  it('withholds all without a key store', () => {
    const documents = [{ caller, list: [subject, 1], none: null }];
    expect(withheld(documents)).toEqual([
      { caller: { state: 'withheld' }, list: [{ state: 'withheld' }, 1], none: null },
    ]);
    expect(documents[0]!.caller).toBe(caller);
    expect(boxesIn(documents)).toEqual([caller, subject]);
  });

  it('leaves what it was given as it is and copies only what holds a box', async () => {
    const { keys, asked } = keysOf({});
    const untouched = { deep: { list: [1, 2, { x: null }] } };
    const document = { caller, untouched };
    const [opened] = await boxReader(keys).open([document]);
    expect(opened!['untouched']).toBe(untouched);
    expect(document.caller).toBe(caller);
    const plain = [{ a: 1 }];
    expect((await boxReader(keys).open(plain))[0]).toBe(plain[0]);
    expect(asked).toHaveLength(1);
  });

  it('lets no content pass as a state, and no changed box as erased', async () => {
    const { keys } = keysOf({ a });
    const sly = sealBox(a, 'a', 'caller.v1', { state: 'erased', name: 'x' }) as unknown as JsonObject;
    expect(await boxReader(keys).open([{ sly }])).toEqual([{ sly: { state: 'open', name: 'x' } }]);
    await expect(boxReader(keys).open([{ caller: { ...caller, shape: 'caller.v2' } }])).rejects.toThrow(BoxUnreadable);
  });
});
