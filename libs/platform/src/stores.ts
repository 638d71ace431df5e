import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PUBLISHERS } from '@sunlit/contracts';
import type { EventBus, EventPublisher, EventStore, KeyStore, ReadStore } from '@sunlit/kernel';
import { placeOf, urlOf, type Configuration, type Place } from './configuration.js';
import { failpointFrom } from './failpoints.js';
import { readRegister, type RotatableKeyStore } from '@sunlit/privacy';
import { masterKeysFor } from './master-key.js';
import { kafkaConnection } from './kafka-place.js';
import type { Role } from './service.js';

/** A bus that is no part of the event store, and how a relay puts events on it. */
export interface Broker {
  readonly bus: EventBus;
  readonly publisher: EventPublisher;
  /** Of the topics. */
  readonly version: number;
}

/** The stores of a process, opened as its configuration says. */
export interface Stores {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly keys: KeyStore;
  /** Null: the log itself is the bus. */
  readonly broker: Broker | null;
  /** Moves what the store's writer left in its write-ahead log into the file; for a thread that serves nobody. */
  readonly tidy: () => void;
  close(): Promise<void>;
}

export interface OpenStoresOptions {
  /** What this process may write: commands the log, workers the documents. With no role everything is only read, and must be there. */
  readonly roles: readonly Role[];
  /** Whose stores, where each service has its own; whose erasures are counted. */
  readonly service: string;
  /** A log that is open already; it is closed with the others. */
  readonly store?: EventStore;
  /** Told what a driver says by itself. */
  readonly warn?: (what: object, message: string) => void;
}

interface Opening extends OpenStoresOptions {
  readonly configuration: Configuration;
}

/** The work, whose failure is nobody's end: a fault of the disk is told by those who read and write. */
const quietly = (work: () => unknown) => (): void => {
  try {
    work();
  } catch {
    // It is tried again soon.
  }
};

/** The failpoints inside a store's own files; undefined where none is named. */
const failingIn = ({ fail }: Configuration): ((name: string) => void) | undefined => {
  const failpoint = failpointFrom(fail);
  return failpoint && ((name) => void failpoint(name));
};

const folderOf = ({ rest }: Place): void => void mkdirSync(dirname(rest), { recursive: true });

/** Stands for all services, where they share a process. */
export const EVERY_SERVICE = 'all';

type Opened<T> = T & { close(): Promise<void> };

/** Opens the log of one service; `{service}` in its place stands for that. */
export const openEventStore = async ({ configuration, service, roles }: Opening) => {
  const place = placeOf(configuration.eventStore, service);
  if (place.scheme !== 'sqlite') {
    const { kurrentdbEventStore } = await import('@sunlit/event-store/kurrentdb');
    return { store: kurrentdbEventStore({ connectionString: urlOf(place) }), tidy: () => undefined };
  }
  const readOnly = !roles.includes('api');
  if (!readOnly) folderOf(place);
  const { sqliteEventStore } = await import('@sunlit/event-store/sqlite');
  const store = sqliteEventStore({ file: place.rest, readOnly, failpoint: failingIn(configuration) });
  return { store: store as Opened<EventStore>, tidy: quietly(() => store.checkpoint()) };
};

const openReadStore = async ({ configuration, service, roles }: Opening): Promise<ReadStore> => {
  const place = placeOf(configuration.readStore, service);
  const readOnly = !roles.includes('worker');
  if (place.scheme !== 'sqlite') {
    const { mongodbReadStore } = await import('@sunlit/read-store/mongodb');
    return mongodbReadStore({ uri: urlOf(place), readOnly: roles.length === 0 });
  }
  if (!readOnly) folderOf(place);
  const { sqliteReadStore } = await import('@sunlit/read-store/sqlite');
  const failpoint = failingIn(configuration);
  return sqliteReadStore({
    file: place.rest,
    readOnly,
    ...(failpoint && { wrote: () => failpoint('read-store:wrote') }),
  });
};

/** Opens the key store. */
export const openKeyStore = async ({ configuration, service, roles }: Opening): Promise<RotatableKeyStore> => {
  const place = placeOf(configuration.keyStore, service);
  const masterKey = masterKeysFor(configuration, place);
  if (place.scheme !== 'sqlite') {
    const { mongodbKeyStore } = await import('@sunlit/privacy/mongodb');
    return mongodbKeyStore({ uri: urlOf(place), masterKey, log: service, takes: roles.includes('api') });
  }
  if (roles.length > 0) folderOf(place);
  const { sqliteKeyStore } = await import('@sunlit/privacy/sqlite');
  return sqliteKeyStore({ file: place.rest, masterKey, log: service, failpoint: failingIn(configuration) });
};

/** The key store, from which everything that the configured register says was destroyed is gone. */
const openErasedKeyStore = async (opening: Opening): Promise<RotatableKeyStore> => {
  const { erasureRegister } = opening.configuration;
  const erasures = erasureRegister !== null && opening.roles.length > 0 ? readRegister(erasureRegister) : [];
  const keys = await openKeyStore(opening);
  try {
    const destroyed = await keys.apply(erasures);
    if (destroyed > 0) opening.warn?.({ destroyed }, 'keys destroyed that the register of erasures names');
    return keys;
  } catch (error) {
    await keys.close();
    throw error;
  }
};

const openBroker = async ({ configuration, service, warn = () => undefined }: Opening): Promise<Broker | null> => {
  const { eventBus, topics } = configuration;
  if (eventBus.scheme === 'embedded') return null;
  const { kafkaEventBus, kafkaPublisher } = await import('@sunlit/event-bus/kafka');
  const options = {
    ...kafkaConnection(eventBus),
    publishers: PUBLISHERS,
    partitions: topics.partitions,
    version: topics.version,
    ...(topics.copies !== null && { replicationFactor: topics.copies }),
    clientId: `sunlit-${service}`,
    log: ({ message, ...what }: { readonly message: string }) => warn(what, message),
  };
  return { bus: kafkaEventBus(options), publisher: kafkaPublisher(options), version: topics.version };
};

/** Opens the stores and the bus. Drivers are loaded here and only when named. */
export const openStores = async (configuration: Configuration, options: OpenStoresOptions): Promise<Stores> => {
  const opening: Opening = { configuration, ...options };
  const opened: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(open: Promise<T>): Promise<T> => {
    const one = await open;
    opened.push(one);
    return one;
  };
  const close = async (): Promise<void> => void (await Promise.allSettled(opened.reverse().map((one) => one.close())));
  try {
    const { store, tidy } = options.store
      ? { store: options.store, tidy: () => undefined }
      : await openEventStore(opening);
    opened.push(store);
    const keys = await keep(openErasedKeyStore(opening));
    const readStore = await keep(openReadStore(opening));
    const broker = await openBroker(opening);
    if (broker) opened.push(broker.bus, broker.publisher);
    return { store, readStore, keys, broker, tidy, close };
  } catch (error) {
    await close();
    throw error;
  }
};
