import { dirname } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { EventStore, KeyStore, ReadStore } from '@sunlit/kernel';
import type { Configuration, Place } from './configuration.js';
import type { Role } from './service.js';

/** The stores of a process, opened as its configuration says. */
export interface Stores {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly keys: KeyStore;
  /** Moves what the store's writer left in its write-ahead log into the file; for a thread that serves nobody. */
  readonly tidy: () => void;
  close(): Promise<void>;
}

/** Which of the files this process may write: each has one writer. */
const writes = (roles: readonly Role[]) => ({ events: roles.includes('api'), documents: roles.includes('worker') });

const folderOf = ({ rest }: Place): void => void mkdirSync(dirname(rest), { recursive: true });

/** Opens the stores. With no role they are only read, and must be there. Drivers are loaded here and only when named. */
export const openStores = async (configuration: Configuration, roles: readonly Role[]): Promise<Stores> => {
  const { events, documents } = writes(roles);
  if (roles.length > 0) [configuration.eventStore, configuration.readStore, configuration.keyStore].forEach(folderOf);
  const [{ sqliteEventStore }, { sqliteReadStore }, privacy, { loadMasterKey }] = await Promise.all([
    import('@sunlit/event-store/sqlite'),
    import('@sunlit/read-store/sqlite'),
    import('@sunlit/privacy/sqlite'),
    import('@sunlit/privacy'),
  ]);
  const keyFile = configuration.keyStore.rest;
  const masterKey = loadMasterKey(`${dirname(keyFile)}/master.key`, { keyStore: keyFile });
  const store = sqliteEventStore({ file: configuration.eventStore.rest, readOnly: !events });
  const readStore = sqliteReadStore({ file: configuration.readStore.rest, readOnly: !documents });
  const keys = privacy.sqliteKeyStore({ file: keyFile, masterKey });
  return {
    store,
    readStore,
    keys,
    tidy: () => store.checkpoint(),
    close: async () => {
      await Promise.all([store.close(), readStore.close(), keys.close()]);
    },
  };
};
