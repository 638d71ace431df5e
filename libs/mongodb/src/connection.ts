import mongoose, { type mongo } from 'mongoose';
import { failureOf, unavailable, type Subject } from './failures.js';

/** Where a MongoDB is and which of its databases is meant. */
export interface MongodbPlace {
  /** `mongodb://…` or `mongodb+srv://…`; its account is never shown. */
  readonly uri: string;
  /** Default: the one the uri names. */
  readonly database?: string;
}

export interface MongodbConnectionOptions extends MongodbPlace {
  readonly subject: Subject;
  /** Connections at most, default 20. */
  readonly poolSize?: number;
  /** A server that takes a request and says nothing counts as away after so many ms; default: each request has its own limit. */
  readonly patienceMs?: number;
}

/** A database, connected when first used. */
export interface MongodbConnection {
  /** Address and database as they may be shown. */
  readonly place: string;
  /** Runs the work; its driver errors come out as `Unavailable` or as errors that name the place, as does hanging with `patienceMs`. */
  run<T>(work: (database: mongo.Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const OPTIONS: mongoose.ConnectOptions = {
  autoIndex: false,
  bufferCommands: false,
  // A store that is away is to be known within seconds: finding none, connecting, and hearing nothing from one that hangs.
  serverSelectionTimeoutMS: 2000,
  waitQueueTimeoutMS: 2000,
  connectTimeoutMS: 2000,
  heartbeatFrequencyMS: 1000,
  readPreference: 'primary',
  // Members that answer and do not follow would keep a write waiting for good: said to be unproved after this, it is written again.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
};

const within = async <T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
};

const ADDRESS = /^mongodb(?:\+srv)?:\/\/(?:[^?]*@)?([^/?@]+)(?:\/([^?]*))?(?:\?.*)?$/s;

/**
 * Connects when first used, and again by itself; refuses an address that is none, without showing it. Writes are confirmed by the majority,
 * on disk; reads go to the primary.
 */
export const mongodbConnection = (options: MongodbConnectionOptions): MongodbConnection => {
  const { uri, database, subject, poolSize = 20, patienceMs } = options;
  const [, hosts, named] = ADDRESS.exec(uri) ?? [];
  if (hosts === undefined) throw new Error(`The address of the ${subject.en} is to be mongodb://host:port/database.`);
  const dbName = database ?? (named || undefined);
  if (dbName === undefined)
    throw new Error(`mongodb://${hosts} names no database: write mongodb://${hosts}/<database>.`);
  const place = `mongodb://${hosts}/${dbName}`;
  const connection = mongoose.createConnection();
  let opening: Promise<mongo.Db> | undefined;

  const open = async (): Promise<mongo.Db> => {
    try {
      await connection.openUri(uri, { ...OPTIONS, maxPoolSize: poolSize, dbName });
      return connection.getClient().db(dbName);
    } catch (error) {
      opening = undefined;
      // The client of a failed attempt goes on looking for its server until it is closed.
      await connection
        .getClient()
        ?.close()
        .catch(() => undefined);
      throw error;
    }
  };

  return {
    place,
    async run(work) {
      try {
        const done = (opening ??= open()).then(work);
        return await (patienceMs === undefined ? done : within(patienceMs, done, () => unavailable(place, subject)));
      } catch (error) {
        throw failureOf(place, subject, error);
      }
    },
    async close() {
      await opening?.catch(() => undefined);
      await connection.close();
    },
  };
};
