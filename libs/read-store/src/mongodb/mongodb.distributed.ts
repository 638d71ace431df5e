import { randomUUID } from 'node:crypto';
import type { ReadStore } from '@sunlit/kernel';
import mongoose from 'mongoose';
import { readStoreContract } from '../read-store.contract.js';
import { stopper } from '../stop-after.js';
import { mongodbReadStore } from './index.js';

const address = (variable: string): string => {
  const url = process.env[variable];
  if (!url)
    throw new Error(`${variable} is to be the address of a MongoDB server: npm run test:distributed starts one.`);
  return url;
};

const makeFixture = async (variable: string, stops: boolean) => {
  const place = { uri: address(variable), database: `read-${randomUUID()}` };
  const { wrote, stopAfter } = stopper();
  const opened: ReadStore[] = [];
  const kept = (store: ReadStore): ReadStore => {
    opened.push(store);
    return store;
  };
  const open = () => kept(mongodbReadStore(stops ? { ...place, wrote } : place));
  let store = open();
  return {
    place,
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    reader: async () => kept(mongodbReadStore({ ...place, readOnly: true })),
    writer: async () => open(),
    ...(stops && { stopAfter }),
    dispose: async () => {
      await Promise.all(opened.map((each) => each.close()));
      const connection = await mongoose.createConnection(place.uri, { dbName: place.database }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};

describe.each(['SUNLIT_TEST_MONGODB', 'SUNLIT_TEST_MONGODB_DURABLE'])('on %s', (variable) => {
  readStoreContract('mongodb', () => makeFixture(variable, false));
  readStoreContract('mongodb, stopped', () => makeFixture(variable, true));

  it('refuses to write through a reader', async () => {
    const { reader, dispose } = await makeFixture(variable, false);
    const other = await reader();
    await expect(other.write({ writes: [] })).rejects.toThrow('reading only');
    await other.close();
    await dispose();
  });
});
