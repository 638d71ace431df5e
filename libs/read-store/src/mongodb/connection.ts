import mongoose, { type mongo } from 'mongoose';
import { failureOf } from './failures.js';

/** Where a MongoDB is and which of its databases is meant. */
export interface MongodbPlace {
  /** `mongodb://…` or `mongodb+srv://…`; its account is never shown. */
  readonly uri: string;
  /** Default: the one the uri names. */
  readonly database?: string;
}

/** A database, connected when first used. */
export interface MongodbConnection {
  /** Address and database as they may be shown. */
  readonly place: string;
  /** Runs the work; its driver errors come out as `Unavailable` or as errors that name the place. */
  run<T>(work: (database: mongo.Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const OPTIONS: mongoose.ConnectOptions = {
  autoIndex: false,
  bufferCommands: false,
  maxPoolSize: 20,
  // A store that is away is to be known within seconds: finding none, connecting, and hearing nothing from one that hangs.
  serverSelectionTimeoutMS: 2000,
  waitQueueTimeoutMS: 2000,
  connectTimeoutMS: 2000,
  heartbeatFrequencyMS: 1000,
  readPreference: 'primary',
  // Members that answer and do not follow would keep a write waiting for good: said to be unproved after this, it is written again.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
};

const ADDRESS = /^mongodb(?:\+srv)?:\/\/(?:[^?]*@)?([^/?@]+)(?:\/([^?]*))?(?:\?.*)?$/s;

/** Connects when first used, and again by itself; refuses an address that is none, without showing it. */
export const mongodbConnection = ({ uri, database }: MongodbPlace): MongodbConnection => {
  const [, hosts, named] = ADDRESS.exec(uri) ?? [];
  if (hosts === undefined) throw new Error('The address of MongoDB is to be mongodb://host:port/database.');
  const dbName = database ?? (named || undefined);
  if (dbName === undefined)
    throw new Error(`mongodb://${hosts} names no database: write mongodb://${hosts}/<database>.`);
  const place = `mongodb://${hosts}/${dbName}`;
  const connection = mongoose.createConnection();
  let opening: Promise<mongo.Db> | undefined;

  const open = async (): Promise<mongo.Db> => {
    try {
      await connection.openUri(uri, { ...OPTIONS, dbName });
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
        return await work(await (opening ??= open()));
      } catch (error) {
        throw failureOf(place, error);
      }
    },
    async close() {
      await opening?.catch(() => undefined);
      await connection.close();
    },
  };
};
