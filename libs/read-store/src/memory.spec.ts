import { memoryReadStore, readMemory } from './memory.js';
import { readStoreContract } from './read-store.contract.js';
import { stopper } from './stop-after.js';

readStoreContract('memory', async () => {
  const memory = readMemory();
  const { wrote, stopAfter } = stopper();
  const open = async () => memoryReadStore(memory, wrote);
  return { store: await open(), reopen: open, reader: open, stopAfter, dispose: async () => undefined };
});
