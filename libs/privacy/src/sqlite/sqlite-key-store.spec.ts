import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createCipheriv, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unavailable } from '@sunlit/kernel';
import fc from 'fast-check';
import Database from 'libsql';
import { sealBox, openBox } from '../boxes.js';
import { keyStoreContract, type KeyStorePlace } from '../key-store.contract.js';
import { copyKeys, KeyStoreUnusable, sqliteKeyStore } from './index.js';

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
    open: async (masterKeys) => sqliteKeyStore({ file, masterKey: masterKeys, batch: 64 }),
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
  it('loses nothing of what two holders in one process write after another process came and went', async () => {
    const file = join(folder(), 'keys.sqlite');
    const [one, other] = [sqliteKeyStore({ file, masterKey }), sqliteKeyStore({ file, masterKey })];
    /** As a backup does: opens the file, reads, and closes it. */
    const elsewhere = (): string => {
      const program = `const d = new (require('libsql'))(process.argv[1]);
        console.log(d.prepare('SELECT position FROM erased').get([]).position); d.close();`;
      return spawnSync(process.execPath, ['-e', program, file], { encoding: 'utf8' }).stdout.trim();
    };
    expect(elsewhere()).toBe('0');
    const { id } = await one.take();
    await other.destroy([id], 9);
    expect(elsewhere()).toBe('9');
    await one.close();
    await other.close();
  });

  it.each(['erasure:before-note', 'erasure:after-note', 'erasure:after-blank', 'erasure:after-cut'])(
    'does an erasure again that was cut %s, and is not done before',
    async (at) => {
      const file = join(folder(), 'keys.sqlite');
      const cut = sqliteKeyStore({
        file,
        masterKey,
        failpoint: (name) => {
          if (name === at) throw new Error(name);
        },
      });
      const { id, key } = await cut.take();
      await expect(cut.destroy([id], 7)).rejects.toThrow(at);
      expect(await cut.destroyedUpTo()).toBe(0);
      await cut.close();
      const again = sqliteKeyStore({ file, masterKey });
      await again.destroy([id], 7);
      expect([await again.get([id]), await again.destroyedUpTo()]).toEqual([[null], 7]);
      await again.close();
      expect(bytesOfAll(dirname(file)).includes(key)).toBe(false);
    },
  );

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

  it('is copied beside whoever writes it, whole and without what was destroyed', async () => {
    const at = folder();
    const file = join(at, 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey, batch: 50 });
    const taken = await Promise.all(Array.from({ length: 200 }, () => store.take()));
    await store.destroy([taken[0]!.id], 7);
    const copy = join(at, 'copy.sqlite');
    copyKeys(file, copy);
    expect(statSync(copy).mode & 0o077).toBe(0);
    await store.destroy([taken[1]!.id], 8);
    expect(() => copyKeys(file, copy)).toThrow(/EEXIST/);
    const copied = sqliteKeyStore({ file: copy, masterKey });
    expect(await copied.get(taken.map(({ id }) => id))).toEqual([null, ...taken.slice(1).map(({ key }) => key)]);
    expect(await copied.destroyedUpTo()).toBe(7);
    await Promise.all([store.close(), copied.close()]);
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

  const rotating = { current: Buffer.alloc(32, 8), previous: [masterKey] };
  const permanentIn = (file: string): Buffer[] => {
    const db = new Database(file);
    const rows = db.prepare('SELECT wrapped FROM permanent').all([]) as { wrapped: ArrayBuffer }[];
    db.close();
    return rows.map(({ wrapped }) => Buffer.from(wrapped));
  };
  const partsOf = (wrapped: Buffer): Buffer[] => [wrapped.subarray(12, 28), wrapped.subarray(-24)];

  it('leaves nothing wrapped under the previous master key in any of its files, whatever was made and destroyed before', async () => {
    const at = folder();
    const file = join(at, 'keys.sqlite');
    const store = sqliteKeyStore({ file, masterKey, batch: 50 });
    for (let n = 0; n < 1500; n++) {
      const { id } = await store.take();
      if (n % 100 === 0) await store.destroy([id], n);
    }
    await store.permanent('lookup');
    const old = [...wrappedIn(file).values(), ...permanentIn(file)].filter(
      (wrapped) => !wrapped.equals(Buffer.alloc(60)),
    );
    expect(old.length).toBeGreaterThan(1480);
    await store.close();
    const rotator = sqliteKeyStore({ file, masterKey: rotating });
    await rotator.rotate();
    const all = bytesOfAll(at);
    expect(old.flatMap(partsOf).filter((part) => all.includes(part))).toEqual([]);
    await rotator.close();
  });

  describe('of the first layout', () => {
    const wrapOld = (name: string, key: Buffer): Buffer => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', masterKey, iv, { authTagLength: 16 });
      cipher.setAAD(Buffer.from(name, 'utf8'));
      return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    };
    const old = (count: number) => {
      const file = join(folder(), 'keys.sqlite');
      const db = new Database(file);
      db.exec(`
        CREATE TABLE keys (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, wrapped BLOB NOT NULL);
        CREATE TABLE permanent (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL);
        CREATE TABLE erased (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL);
        INSERT INTO erased VALUES (1, 17);
        PRAGMA user_version = 1;
      `);
      const keys = Array.from({ length: count }, () => randomBytes(32));
      const insert = db.prepare('INSERT INTO keys (id, wrapped) VALUES (?, ?)');
      db.transaction(() => keys.forEach((key, n) => insert.run([`old${n}`, wrapOld(`key:old${n}`, key)])))();
      insert.run(['destroyed', Buffer.alloc(60)]);
      insert.run(['damaged', Buffer.alloc(60, 1)]);
      const lookup = randomBytes(32);
      const keep = db.prepare('INSERT INTO permanent VALUES (?, ?)');
      keep.run(['check', wrapOld('check', randomBytes(32))]);
      keep.run(['permanent:lookup', wrapOld('permanent:lookup', lookup)]);
      db.close();
      return { file, keys, lookup, ids: keys.map((_, n) => `old${n}`) };
    };

    it('is brought up where it lies, and keeps every key', async () => {
      const { file, keys, lookup, ids } = old(2500);
      expect(() => sqliteKeyStore({ file, masterKey: Buffer.alloc(32, 8) })).toThrow(KeyStoreUnusable);
      for (let again = 0; again < 2; again++) {
        const store = sqliteKeyStore({ file, masterKey });
        expect(await store.get([...ids, 'destroyed'])).toEqual([...keys, null]);
        await expect(store.get(['damaged'])).rejects.toThrow('damaged');
        expect(await store.permanent('lookup')).toEqual(lookup);
        expect(await store.destroyedUpTo()).toBe(17);
        await store.close();
      }
    });

    it('has what was destroyed before in its register', async () => {
      const { file } = old(3);
      const store = sqliteKeyStore({ file, masterKey, log: 'complaints' });
      const pages = [];
      for await (const page of store.register()) pages.push(page);
      expect(pages).toEqual([[{ key: 'destroyed', log: 'complaints', position: 0 }]]);
      await store.close();
    });

    it('is rotated once it is brought up, and says how many keys nothing opens', async () => {
      const { file, keys, ids } = old(10);
      const store = sqliteKeyStore({ file, masterKey: rotating });
      expect(await store.rotate()).toEqual({ seen: 12, rewrapped: 11, unreadable: 1 });
      await store.close();
      const after = sqliteKeyStore({ file, masterKey: rotating.current });
      expect(await after.get(ids)).toEqual(keys);
      await after.close();
    });
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
