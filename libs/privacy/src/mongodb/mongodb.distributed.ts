import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { Unavailable } from '@sunlit/kernel';
import mongoose, { type mongo } from 'mongoose';
import { keyStoreContract, type KeyStorePlace } from '../key-store.contract.js';
import { wrappedBy } from '../wrapping.js';
import { KeyStoreUnusable, mongodbKeyStore } from './index.js';

const address = (variable: string): string => {
  const url = process.env[variable];
  if (!url)
    throw new Error(`${variable} is to be the address of a MongoDB server: npm run test:distributed starts one.`);
  return url;
};

const masterKey = Buffer.alloc(32, 7);
const log = 'complaints';

/** A database of its own, and what lies in it. */
const makeDatabase = async (variable: string) => {
  const place = { uri: address(variable), database: `keys-${randomUUID()}` };
  const connection = await mongoose.createConnection(place.uri, { dbName: place.database }).asPromise();
  const database = connection.getClient().db(place.database);
  const rowsOf = (name: string) => database.collection<mongo.Document & { _id: string }>(name);
  const wrappedOf = async (name: string): Promise<string | undefined> =>
    (await rowsOf('keys').find({ _id: name }, { batchSize: 2 }).toArray())[0]?.['wrapped'] as string | undefined;
  return {
    place,
    rowsOf,
    wrappedOf,
    remove: async () => {
      await database.dropDatabase();
      await connection.close();
    },
  };
};

const makePlace = async (variable: string): Promise<KeyStorePlace> => {
  const { place, rowsOf, remove } = await makeDatabase(variable);
  let now = 0;
  const copyOf = async (name: string) => [name, await rowsOf(name).find().toArray()] as const;
  return {
    open: (masterKeys) => mongodbKeyStore({ ...place, masterKey: masterKeys, log, batch: 64, clock: () => now }),
    passMinute: () => void (now += 60_000),
    backup: async () => {
      const copies = [await copyOf('keys'), await copyOf('erased'), await copyOf('register')];
      return async () => {
        for (const [name, rows] of copies) {
          await rowsOf(name).deleteMany({});
          if (rows.length > 0) await rowsOf(name).insertMany(rows);
        }
      };
    },
    remove,
  };
};

/** A way to the server that can be cut, and made to swallow everything. */
const makeWay = async (uri: string) => {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let swallowing = false;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => swallowing || to.write(data));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  const open = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const cut = async (): Promise<void> => {
    sockets.forEach((socket) => socket.destroy());
    sockets.clear();
    server.close();
    await once(server, 'close');
  };
  const at = await open(0);
  return {
    uri: `mongodb://127.0.0.1:${at}`,
    cut,
    mend: () => open(at),
    swallow: (does: boolean) => {
      swallowing = does;
      if (!does) sockets.forEach((socket) => socket.destroy());
    },
  };
};

const within = async (ms: number, work: () => Promise<unknown>): Promise<unknown> => {
  const began = performance.now();
  const outcome = await work().catch((error: unknown) => error);
  expect(performance.now() - began).toBeLessThan(ms);
  return outcome;
};

const untilItAnswers = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    const answer = await ask().catch((error: unknown) => error);
    if (!(answer instanceof Unavailable)) return answer as T;
  }
};

describe.each(['SUNLIT_TEST_MONGODB', 'SUNLIT_TEST_MONGODB_DURABLE'])('on %s', (variable) => {
  keyStoreContract('MongoDB', () => makePlace(variable));

  it('counts the erasures of each log by itself', async () => {
    const { place, remove } = await makeDatabase(variable);
    const [one, other] = [
      await mongodbKeyStore({ ...place, masterKey, log: 'complaints' }),
      await mongodbKeyStore({ ...place, masterKey, log: 'consultations' }),
    ];
    await Promise.all([one.destroy([], 12), one.destroy([], 9), other.destroy([], 3)]);
    expect([await one.destroyedUpTo(), await other.destroyedUpTo()]).toEqual([12, 3]);
    await Promise.all([one.close(), other.close()]);
    await remove();
  });

  it('keeps keys under the master key they state, and nothing of a destroyed one', async () => {
    const { place, wrappedOf, remove } = await makeDatabase(variable);
    const store = await mongodbKeyStore({ ...place, masterKey, log, batch: 4 });
    const [a, b] = [await store.take(), await store.take()];
    const check = await wrappedOf('check');
    const wrapped = Buffer.from((await wrappedOf(`key:${a.id}`))!, 'base64');
    expect(wrappedBy(wrapped)).toBe(wrappedBy(Buffer.from(check!, 'base64')));
    expect(wrapped.includes(a.key)).toBe(false);
    await store.destroy([a.id], 1);
    expect(await wrappedOf(`key:${a.id}`)).toBeUndefined();
    expect(await wrappedOf(`key:${b.id}`)).toBeDefined();
    await store.close();
    await remove();
  });

  it('of an earlier version counts erasures anew once, so that what was destroyed before is registered', async () => {
    const { place, rowsOf, remove } = await makeDatabase(variable);
    await rowsOf('erased').insertOne({ _id: log, position: 500 });
    const store = await mongodbKeyStore({ ...place, masterKey, log, batch: 4 });
    expect(await store.destroyedUpTo()).toBe(0);
    await store.destroy(['destroyed long ago'], 120);
    expect(await store.destroyedUpTo()).toBe(120);
    const pages = [];
    for await (const page of store.register()) pages.push(page);
    expect(pages).toEqual([[{ key: 'destroyed long ago', log, position: 120 }]]);
    await store.close();
    await remove();
  });

  it('refuses a database that holds keys and no proof of the master key, and names a damaged key', async () => {
    const { place, rowsOf, remove } = await makeDatabase(variable);
    const store = await mongodbKeyStore({ ...place, masterKey, log, batch: 4 });
    const { id } = await store.take();
    await rowsOf('keys').updateOne({ _id: `key:${id}` }, { $set: { wrapped: Buffer.alloc(60, 1).toString('base64') } });
    await expect(store.get([id])).rejects.toThrow(id);
    await store.close();
    await rowsOf('keys').deleteOne({ _id: 'check' });
    await expect(mongodbKeyStore({ ...place, masterKey, log })).rejects.toThrow(KeyStoreUnusable);
    await remove();
  });
});

describe('with its server away', () => {
  const options = async () => {
    const { place, remove } = await makeDatabase('SUNLIT_TEST_MONGODB');
    const way = await makeWay(place.uri);
    return { way, remove, options: { ...place, uri: way.uri, masterKey, log, batch: 8 } };
  };

  it('opens, answers Unavailable soon, and recovers by itself', async () => {
    const { way, remove, options: where } = await options();
    await way.cut();
    const store = await mongodbKeyStore(where);
    for (const ask of [() => store.take(), () => store.get(['a']), () => store.destroyedUpTo()])
      expect(await within(4000, ask)).toBeInstanceOf(Unavailable);
    await way.mend();
    const { id, key } = await untilItAnswers(() => store.take());
    expect(await store.get([id])).toEqual([key]);
    await way.cut();
    expect(await within(4000, () => store.get([id, 'unknown']))).toBeInstanceOf(Unavailable);
    expect(await within(4000, () => store.destroy([id], 5))).toBeInstanceOf(Unavailable);
    await way.mend();
    await untilItAnswers(() => store.destroy([id], 5));
    expect(await store.get([id])).toEqual([null]);
    await store.close();
    await way.cut();
    await remove();
  });

  it('counts one that takes requests and says nothing as away', async () => {
    const { way, remove, options: where } = await options();
    const store = await mongodbKeyStore(where);
    const { id, key } = await store.take();
    way.swallow(true);
    expect(await within(4000, () => store.get([id]))).toBeInstanceOf(Unavailable);
    expect((await store.take()).key).toHaveLength(32);
    way.swallow(false);
    expect(await untilItAnswers(() => store.get([id]))).toEqual([key]);
    await store.close();
    await way.cut();
    await remove();
  });

  it('shows no account', async () => {
    const uri = 'mongodb://somebody:secret@127.0.0.1:1/keys';
    const store = await mongodbKeyStore({ uri, masterKey, log });
    const error = (await store.destroyedUpTo().catch((reason: unknown) => reason)) as Error;
    expect(error).toBeInstanceOf(Unavailable);
    expect(error.message).toContain('127.0.0.1:1/keys');
    expect(error.message).not.toMatch(/somebody|secret/);
    await store.close();
    await expect(mongodbKeyStore({ uri: 'http://somebody:secret@x', masterKey, log })).rejects.not.toThrow('secret');
  });
});
