import {
  ConfigurationError,
  EVERY_SERVICE,
  configurationFrom,
  isPerService,
  openEventStore,
  openKeyStore,
  type Configuration,
} from '@sunlit/platform';
import type { AdoptingKeyStore } from '@sunlit/privacy';
import { takeDataFolder } from '../composition/data-folder.js';
import { moveKeys } from './move-keys.js';
import { moveLog, type Moved } from './move-log.js';

export interface MoveOptions {
  /** The data folder of the one process, which must not run. */
  readonly folder: string;
  /** Where everything goes: its event store and key store. */
  readonly target: Configuration;
  readonly onKeys?: (keys: number) => void;
  readonly onEvents?: (moved: Moved) => void;
}

const checkTarget = ({ eventStore, keyStore }: Configuration): void => {
  if (isPerService(eventStore) || eventStore.scheme === 'sqlite' || keyStore.scheme === 'sqlite') {
    throw new ConfigurationError(
      '请用 SUNLIT_EVENT_STORE=kurrentdb://… 和 SUNLIT_KEY_STORE=mongodb://… 指定目标。 ' +
        'Name the target with SUNLIT_EVENT_STORE=kurrentdb://… and SUNLIT_KEY_STORE=mongodb://….',
    );
  }
};

/**
 * Copies a one-process log and its keys to an empty KurrentDB and an empty key database: streams, revisions, ids and metadata the same. The
 * keys go first, so that no event there is ever without its key. Stopped anywhere, it goes on when it is run again; the folder is only read.
 */
export const move = async ({ folder, target, onKeys, onEvents }: MoveOptions): Promise<Moved & { keys: number }> => {
  checkTarget(target);
  const source = configurationFrom({ SUNLIT_DATA: folder }, process.cwd());
  const lock = takeDataFolder(source);
  const closing: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const opened = await opening;
    closing.push(opened);
    return opened;
  };
  const opening = { service: EVERY_SERVICE, roles: [] };
  try {
    const from = (await openEventStore({ configuration: source, ...opening })).store;
    closing.push(from);
    const keys = await keep(openKeyStore({ configuration: source, ...opening }));
    const to = (await openEventStore({ configuration: target, ...opening })).store;
    closing.push(to);
    const toKeys = (await keep(openKeyStore({ configuration: target, ...opening }))) as AdoptingKeyStore;
    const movedKeys = await moveKeys(keys, toKeys, onKeys);
    return { ...(await moveLog({ from, to, ...(onEvents && { onProgress: onEvents }) })), keys: movedKeys };
  } finally {
    for (const one of closing.reverse()) await one.close();
    lock.release();
  }
};
