import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unavailable } from '@sunlit/kernel';
import fc from 'fast-check';
import Database from 'libsql';
import { sealBox, openBox } from '../boxes.js';
import { keyStoreContract, type KeyStorePlace } from '../key-store.contract.js';
import { KeyStoreUnusable, sqliteKeyStore } from './index.js';

const masterKey = Buffer.alloc(32, 7);
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), '密钥 keys-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

const placeIn = async (): Promise<KeyStorePlace> => {
  const at = folder();
  const file = join(at, 'keys.sqlite');
  return {
    open: async () => sqliteKeyStore({ file, masterKey, batch: 64 }),
    backup: async () => {
      copyFileSync(file, join(at, 'backup'));
      return async () => {
        readdirSync(at)
          .filter((name) => name !== 'backup')
          .forEach((name) => rmSync(join(at, name)));
        copyFileSync(join(at, 'backup'), file);
      };
    },
    remove: async () => rmSync(at, { recursive: true, force: true }),
  };
};

keyStoreContract('SQLite', placeIn);

/** Every wrapped key of the file by its id, read beside the store. */
const wrappedIn = (file: string): Map<string, Buffer> => {
  const db = new Database(file);
  const rows = db.prepare('SELECT id, wrapped FROM keys').all([]) as { id: string; wrapped: ArrayBuffer }[];
  db.close();
  return new Map(rows.map(({ id, wrapped }) => [id, Buffer.from(wrapped)]));
};

const bytesOfAll = (at: string): Buffer => Buffer.concat(readdirSync(at).map((name) => readFileSync(join(at, name))));

describe('the SQLite key store', () => {
  it('leaves no copy of a destroyed key in any of its files, wrapped or plain, whatever was made and destroyed around it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ takes: fc.integer({ min: 1, max: 150 }), destroys: fc.array(fc.nat(200), { maxLength: 40 }) }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        async (rounds) => {
          const at = folder();
          const file = join(at, 'keys.sqlite');
          const store = sqliteKeyStore({ file, masterKey, batch: 50 });
          const live: { id: string; key: Buffer }[] = [];
          const gone: Buffer[] = [];
          for (const [round, { takes, destroys }] of rounds.entries()) {
            for (let n = 0; n < takes; n++) live.push(await store.take());
            const wrapped = wrappedIn(file);
            const doomed = [...new Set(destroys)].filter((n) => n < live.length).sort((a, b) => b - a);
            const taken = doomed.map((n) => live.splice(n, 1)[0]!);
            gone.push(...taken.flatMap(({ id, key }) => [key, wrapped.get(id)!]));
            if (taken.length > 0)
              await store.destroy(
                taken.map(({ id }) => id),
                round,
              );
            const all = bytesOfAll(at);
            expect(
              gone.filter((secret) => all.includes(secret.subarray(-24)) || all.includes(secret.subarray(0, 12))),
            ).toEqual([]);
          }
          expect(await store.get(live.map(({ id }) => id))).toEqual(live.map(({ key }) => key));
          await store.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('finds wrapped keys in its files by the same search while they live', async () => {
    const at = folder();
    const file = join(at, 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey });
    const { id, key } = await store.take();
    const wrapped = wrappedIn(file).get(id)!;
    expect(bytesOfAll(at).includes(wrapped)).toBe(true);
    expect(bytesOfAll(at).includes(key)).toBe(false);
    await store.close();
  });

  it('makes a canary unreadable: neither its text nor the way to it is left', async () => {
    const at = folder();
    const store = sqliteKeyStore({ file: join(at, 'keys.sqlite'), masterKey });
    const { id, key } = await store.take();
    const box = sealBox(key, id, 'caller.v1', { name: '金丝雀CANARY' });
    writeFileSync(join(at, 'log.json'), JSON.stringify(box));
    expect(openBox((await store.get([id]))[0]!, box)).toEqual({ name: '金丝雀CANARY' });
    await store.destroy([id], 1);
    expect(await store.get([id])).toEqual([null]);
    expect(bytesOfAll(at).includes('CANARY')).toBe(false);
    await store.close();
  });

  it('destroys beside another thread that reads without a pause', async () => {
    const file = join(folder(), 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey });
    const keys = await Promise.all(Array.from({ length: 10 }, () => store.take()));
    const reader = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
       const Database = require(workerData.libsql);
       const db = new Database(workerData.file);
       const all = db.prepare('SELECT id, wrapped FROM keys');
       let reads = 0, stop = false;
       parentPort.on('message', () => { stop = true; });
       const loop = () => { for (let n = 0; n < 20; n++, reads++) all.all([]); if (reads === 20) parentPort.postMessage('reading');
         if (stop) { db.close(); parentPort.postMessage(reads); parentPort.close(); } else setImmediate(loop); };
       loop();`,
      { eval: true, workerData: { file, libsql: createRequire(import.meta.url).resolve('libsql') } },
    );
    const message = () => new Promise((resolve, reject) => reader.once('message', resolve).once('error', reject));
    await message();
    for (const [n, { id }] of keys.entries()) await store.destroy([id], n + 1);
    const ended = message();
    reader.postMessage('stop');
    expect(await ended).toBeGreaterThan(0);
    expect(await store.get(keys.map(({ id }) => id))).toEqual(keys.map(() => null));
    await store.close();
  });

  it('refuses another master key when it is opened, and says what to do', async () => {
    const file = join(folder(), 'keys.sqlite');
    await sqliteKeyStore({ file, masterKey }).close();
    expect(() => sqliteKeyStore({ file, masterKey: Buffer.alloc(32, 8) })).toThrow(KeyStoreUnusable);
    expect(() => sqliteKeyStore({ file, masterKey: Buffer.alloc(32, 8) })).toThrow(/backup[^]*备份/);
    expect(() => sqliteKeyStore({ file, masterKey: Buffer.alloc(16) })).toThrow(RangeError);
  });

  it('refuses a file of a newer layout and a file that is no key store', async () => {
    const at = folder();
    const newer = join(at, 'newer.sqlite');
    const db = new Database(newer);
    db.pragma('user_version = 99');
    db.close();
    expect(() => sqliteKeyStore({ file: newer, masterKey })).toThrow(KeyStoreUnusable);
    const other = join(at, 'other.sqlite');
    writeFileSync(other, 'this is no database at all, but long enough to be looked at by one. '.repeat(100));
    expect(() => sqliteKeyStore({ file: other, masterKey })).toThrow(KeyStoreUnusable);
    expect(() => sqliteKeyStore({ file: at, masterKey })).toThrow(Unavailable);
  });

  it('names a damaged key instead of giving a wrong one', async () => {
    const file = join(folder(), 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey });
    const { id } = await store.take();
    const db = new Database(file);
    db.prepare('UPDATE keys SET wrapped = randomblob(60) WHERE id = ?').run([id]);
    db.close();
    await expect(store.get([id])).rejects.toThrow(id);
    await store.close();
  });

  (process.platform === 'win32' ? it.skip : it)(
    'makes its file readable to its owner alone (POSIX file modes)',
    async () => {
      const file = join(folder(), 'keys.sqlite');
      await sqliteKeyStore({ file, masterKey }).close();
      expect(statSync(file).mode & 0o077).toBe(0);
    },
  );

  it('makes keys ahead: no take waits for a write once the first batch is there', async () => {
    const file = join(folder(), 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey, batch: 20 });
    await store.take();
    const rows = () => wrappedIn(file).size;
    const sizes: number[] = [];
    for (let n = 0; n < 60; n++) {
      const before = rows();
      await store.take();
      sizes.push(rows() - before);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sizes.every((grown) => grown === 0)).toBe(true);
    await store.close();
  });
});
