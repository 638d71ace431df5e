import { join } from 'node:path';
import { eventStoreContract } from '../event-store.contract.js';
import { sqliteEventStore } from './index.js';
import { temporaryFolder } from './temporary-folder.js';

eventStoreContract('in SQLite', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'events.sqlite');
  const opened = [sqliteEventStore({ file })];
  return {
    store: opened[0]!,
    reopen: async () => {
      await opened.at(-1)!.close();
      opened.push(sqliteEventStore({ file }));
      return opened.at(-1)!;
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      folder.remove();
    },
  };
});
