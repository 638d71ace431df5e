import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreContract } from '../read-store.contract.js';
import { stopper } from '../stop-after.js';
import { sqliteReadStore } from './index.js';

const makeFixture = async (stops: boolean) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-read-'));
  const file = join(folder, 'read.sqlite');
  const { wrote, stopAfter } = stopper();
  const open = () => sqliteReadStore(stops ? { file, wrote } : { file });
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    reader: async () => sqliteReadStore({ file, readOnly: true }),
    ...(stops && { stopAfter }),
    dispose: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

readStoreContract('sqlite', () => makeFixture(false));
readStoreContract('sqlite, stopped', () => makeFixture(true));

describe('read store: sqlite, a reader', () => {
  it('refuses to write', async () => {
    const { reader, dispose } = await makeFixture(false);
    const other = await reader();
    await expect(other.write({ writes: [] })).rejects.toThrow('reading only');
    await other.close();
    await dispose();
  });
});
