import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { KeyStoreUnusable } from '../key-store-unusable.js';
import type { PlainKey } from '../rotation.js';
import { sqliteKeyStore } from '../sqlite/index.js';
import { mongodbKeyStore } from './index.js';

const SERVERS = ['SUNLIT_TEST_MONGODB', 'SUNLIT_TEST_MONGODB_DURABLE'];

describe.each(SERVERS)('keys that move from a file to %s', (variable) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit keys '));
  const uri = `${process.env[variable]}/keys-${randomUUID().slice(0, 8)}`;
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });

  it('are the same keys under another master key; destroyed ones stay behind, and again is no error', async () => {
    const from = sqliteKeyStore({ file: join(folder, 'keys.sqlite'), masterKey: Buffer.alloc(32, 1), batch: 300 });
    const to = await mongodbKeyStore({ uri, masterKey: Buffer.alloc(32, 2), log: 'complaints', takes: false });
    const taken = await Promise.all(Array.from({ length: 20 }, () => from.take()));
    await from.destroy([taken[0]!.id], 1);
    const lookup = await from.permanent('lookup');
    for (let round = 0; round < 2; round++) {
      for await (const page of from.all()) await to.adopt(page);
      for await (const page of from.register()) expect(await to.apply(page)).toBe(0);
    }
    for await (const page of to.register()) expect(page).toEqual([{ key: taken[0]!.id, log: 'all', position: 1 }]);
    expect(await to.get(taken.map(({ id }) => id))).toEqual([null, ...taken.slice(1).map(({ key }) => key)]);
    expect(await to.permanent('lookup')).toEqual(lookup);

    const another: PlainKey = { name: `key:${taken[1]!.id}`, key: Buffer.alloc(32, 9) };
    await expect(to.adopt([another])).rejects.toThrow(KeyStoreUnusable);
    expect(await to.get([taken[1]!.id])).toEqual([taken[1]!.key]);
    await Promise.all([from.close(), to.close()]);
  });
});
