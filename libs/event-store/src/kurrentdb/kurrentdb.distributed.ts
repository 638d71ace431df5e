import { eventStoreContract } from '../event-store.contract.js';
import { kurrentdbEventStore } from './index.js';
import { addressOfTests } from './testing.js';

eventStoreContract('on KurrentDB', async () => {
  const connectionString = addressOfTests();
  const opened = [kurrentdbEventStore({ connectionString })];
  return {
    store: opened[0]!,
    reopen: async () => {
      await opened.at(-1)!.close();
      opened.push(kurrentdbEventStore({ connectionString }));
      return opened.at(-1)!;
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
});
