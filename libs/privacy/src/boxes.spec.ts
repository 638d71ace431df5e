import { randomBytes } from 'node:crypto';
import type { Box, JsonObject } from '@sunlit/kernel';
import fc from 'fast-check';
import { BoxUnreadable, isBox, openBox, sealBox } from './boxes.js';

const key = randomBytes(32);
const content = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()) as fc.Arbitrary<JsonObject>;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a box', () => {
  it('gives back any JSON object under its key', () => {
    fc.assert(
      fc.property(content, fc.string(), fc.string(), (object, id, shape) => {
        expect(openBox(key, sealBox(key, id, shape, object))).toEqual(plain(object));
      }),
    );
  });

  it('shows nothing of what is in it and is another each time', () => {
    const boxes = [1, 2].map(() => sealBox(key, 'k', 'caller.v1', { name: '张三', phone: '13800138000' }));
    expect(boxes[0]!.box).not.toBe(boxes[1]!.box);
    expect(Buffer.from(boxes[0]!.box, 'base64url').includes('13800138000')).toBe(false);
    expect(Object.keys(boxes[0]!)).toEqual(['key', 'alg', 'shape', 'box']);
  });

  it('is not opened after a change to any of its bits, characters or length', () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.integer({ min: 0, max: 7 }), (object, at, bit) => {
        const box = sealBox(key, 'k', 'caller.v1', object);
        const bytes = Buffer.from(box.box, 'base64url');
        bytes[at % bytes.length]! ^= 1 << bit;
        expect(() => openBox(key, { ...box, box: bytes.toString('base64url') })).toThrow(BoxUnreadable);
        expect(() => openBox(key, { ...box, box: bytes.toString('base64url', 0, at % bytes.length) })).toThrow(
          BoxUnreadable,
        );
      }),
    );
  });

  it('is not opened after any one character of it is replaced, also where the bytes stay the same', () => {
    const box = sealBox(key, 'k', 'caller.v1', { a: 1 });
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= ';
    for (let at = 0; at < box.box.length; at++)
      for (const character of alphabet) {
        if (character === box.box[at]) continue;
        const changed = box.box.slice(0, at) + character + box.box.slice(at + 1);
        expect(() => openBox(key, { ...box, box: changed })).toThrow(BoxUnreadable);
      }
  });

  it('is bound to its key id and shape, however these are cut', () => {
    const box = sealBox(key, 'ab', 'c.v1', { a: 1 });
    for (const moved of [
      { key: 'a', shape: 'bc.v1' },
      { key: 'abc', shape: '.v1' },
      { shape: 'c.v2' },
      { alg: 'none' },
    ])
      expect(() => openBox(key, { ...box, ...moved } as Box)).toThrow(BoxUnreadable);
    expect(() => openBox(randomBytes(32), box)).toThrow(BoxUnreadable);
  });

  it('says in its error which key and shape, and no content', () => {
    const box = sealBox(key, 'key-1', 'caller.v1', { phone: '13800138000' });
    const error = (() => {
      try {
        return openBox(randomBytes(32), box);
      } catch (thrown) {
        return thrown as BoxUnreadable;
      }
    })();
    expect(error).toMatchObject({ key: 'key-1', shape: 'caller.v1', name: 'BoxUnreadable' });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain(box.box);
  });

  it('brings an old shape to the newest one step after the other', () => {
    const upcasts = {
      'caller.v1': ({ name }: JsonObject) => ({ shape: 'caller.v2', content: { fullName: name } }),
      'caller.v2': ({ fullName }: JsonObject) => ({ shape: 'caller.v3', content: { who: { fullName } } }),
    };
    expect(openBox(key, sealBox(key, 'k', 'caller.v1', { name: '李' }), upcasts)).toEqual({ who: { fullName: '李' } });
    expect(openBox(key, sealBox(key, 'k', 'caller.v3', { who: 1 }), upcasts)).toEqual({ who: 1 });
  });

  it('is told from anything else', () => {
    const box = sealBox(key, 'k', 's', {});
    expect(isBox(box)).toBe(true);
    for (const other of [null, 1, 'box', [], {}, { ...box, more: 1 }, { ...box, alg: 'x' }, { ...box, key: 1 }, [box]])
      expect(isBox(other)).toBe(false);
  });
});
