import { createHash, randomBytes } from 'node:crypto';
import { digestOf, type Json } from '@sunlit/kernel';
import fc from 'fast-check';
import { commandDigest, queryCode, sameCode } from './digest.js';

const key = Buffer.alloc(32, 1);

describe('a command’s digest', () => {
  it('is the SHA-256 of its canonical JSON, whatever the order of its names', () => {
    expect(commandDigest({ b: 1, a: [null, 'x'] })).toBe(
      createHash('sha256').update('{"a":[null,"x"],"b":1}').digest('hex'),
    );
    expect(commandDigest({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
  });

  it('is another under each key, and gives no way back to the bare hash', () => {
    const command = { phone: '13800138000' };
    const digests = [commandDigest(command), commandDigest(command, key), commandDigest(command, Buffer.alloc(32, 2))];
    expect(new Set(digests).size).toBe(3);
    expect(commandDigest({ phone: '13800138000' }, key)).toBe(digests[1]);
    expect(digests.every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
  });

  it('tells different commands apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = digestOf(a as Json) === digestOf(b as Json);
        expect(commandDigest(a as Json, key) === commandDigest(b as Json, key)).toBe(same);
      }),
    );
  });
});

describe('a query code', () => {
  it('is 8 characters nobody mixes up, the same for the same key', () => {
    for (let n = 0; n < 200; n++) expect(queryCode(randomBytes(32))).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(queryCode(key)).toBe(queryCode(Buffer.alloc(32, 1)));
    expect(new Set(Array.from({ length: 500 }, () => queryCode(randomBytes(32)))).size).toBe(500);
  });

  it('stays what it was when it was given to somebody', () => {
    expect(queryCode(key)).toBe('MVKQ2C1X');
  });

  it('is the same in lower case, full width, with spaces and hyphens, and with O, I and L', () => {
    expect(sameCode('10AB2CDE', ' ioab-2cde ')).toBe(true);
    expect(sameCode('10AB2CDE', 'LOab 2c—de')).toBe(true);
    expect(sameCode('10AB2CDE', '１０ＡＢ２ＣＤＥ')).toBe(true);
    expect(sameCode('10AB2CDE', '10AB\u200b2CDE')).toBe(true);
  });

  it('equals no other, no part of itself and nothing that is no code', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(7),
        fc.constantFrom('0', 'Z', '5'),
        (raw, at, put) => {
          const code = queryCode(Buffer.from(raw));
          const other = code.slice(0, at) + put + code.slice(at + 1);
          expect(sameCode(code, other)).toBe(code === other);
          expect(sameCode(code, code.slice(1))).toBe(false);
        },
      ),
    );
    for (const none of ['', 'UUUUUUUU', '!!!!!!!!', '123456789', '中文中文中文中文'])
      expect(sameCode(none, none)).toBe(false);
  });
});
