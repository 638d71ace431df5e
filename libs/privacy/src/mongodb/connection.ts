import { Unavailable } from '@sunlit/kernel';
import mongoose, { type mongo } from 'mongoose';

/** Where a MongoDB is and which of its databases is meant. */
export interface MongodbPlace {
  /** `mongodb://…` or `mongodb+srv://…`; its account is never shown. */
  readonly uri: string;
  /** Default: the one the uri names. */
  readonly database?: string;
}

/** A database, connected when first used. */
export interface KeyDatabase {
  /** Address and database as they may be shown. */
  readonly place: string;
  /** Runs the work; its driver errors come out as `Unavailable` or as errors that name the place, and hanging as `Unavailable` in time. */
  run<T>(work: (database: mongo.Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const OPTIONS: mongoose.ConnectOptions = {
  autoIndex: false,
  bufferCommands: false,
  maxPoolSize: 10,
  serverSelectionTimeoutMS: 2000,
  waitQueueTimeoutMS: 2000,
  connectTimeoutMS: 2000,
  heartbeatFrequencyMS: 1000,
  readPreference: 'primary',
  writeConcern: { w: 'majority', journal: true },
};

/** A server that takes a request and says nothing counts as away after so long. */
const PATIENCE_MS = 3000;

const AWAY =
  '密钥库暂时无法访问,请检查数据库与网络。 The key store cannot be reached now: check the database and the network.';
const DENIED =
  '密钥库拒绝登录或无权限,请检查账号与授权。 The key store refuses the account: check user, password and grants.';
const UNPROVED =
  '密钥库的写入未被多数节点确认,请重试。 A write to the key store was not confirmed by the majority: try again.';

/** Codes of MongoDB that say nothing against the request: no primary, shutting down, too slow, full; refused accounts; unproved writes. */
const CODES: ReadonlyMap<number, string> = new Map([
  ...[6, 7, 50, 89, 91, 112, 189, 202, 262, 384, 9001, 10058, 10107, 11600, 11602, 13435, 13436, 14031].map(
    (code) => [code, AWAY] as const,
  ),
  ...[13, 18, 8000].map((code) => [code, DENIED] as const),
  ...[64, 79, 100].map((code) => [code, UNPROVED] as const),
]);

const { MongoError, MongoServerError, MongoWriteConcernError, MongoBulkWriteError } = mongoose.mongo;

const UNREACHED = [
  mongoose.mongo.MongoNetworkError,
  mongoose.mongo.MongoSystemError,
  mongoose.mongo.MongoNotConnectedError,
  mongoose.mongo.MongoTopologyClosedError,
  mongoose.mongo.MongoClientClosedError,
  mongoose.mongo.MongoOperationTimeoutError,
  mongoose.Error.MongooseServerSelectionError,
];

/** What the driver lets through as Node says it, when the other end hung up just before it wrote. */
const HUNG_UP: readonly unknown[] = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'];

/** The driver does not export the class of a connection that was not free in time. */
const isUnreached = (error: unknown): boolean => {
  if (UNREACHED.some((kind) => error instanceof kind)) return true;
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return name === 'MongoWaitQueueTimeoutError' || HUNG_UP.includes(code);
};

const isUnproved = (error: unknown): boolean =>
  error instanceof MongoWriteConcernError ||
  (error instanceof MongoBulkWriteError && Boolean(error.result?.getWriteConcernError?.()));

const passing = (error: mongo.MongoServerError): string | undefined => {
  if (isUnproved(error)) return UNPROVED;
  return CODES.get(Number(error.code)) ?? (error.hasErrorLabel('RetryableWriteError') ? AWAY : undefined);
};

/**
 * What an error of the driver means for the key store at `place`: `Unavailable` where trying again can help, else an error with MongoDB's
 * code. Never the server's own words: they quote documents. A bug stays what it is.
 */
export const failureOf = (place: string, error: unknown): unknown => {
  if (isUnreached(error)) return new Unavailable(`${place}: ${AWAY}`, { cause: error });
  if (!(error instanceof MongoError)) return error;
  if (!(error instanceof MongoServerError))
    return new Error(`${place}: the driver refused the request (${error.name}): report this.`);
  const code = String(error.code ?? error.name);
  const text = passing(error);
  if (text !== undefined) return new Unavailable(`${place}: ${text} (${code})`);
  return new Error(`${place}: MongoDB refused the request (${code}): see its log.`);
};

const inTime = async <T>(work: Promise<T>, place: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${place}: ${AWAY}`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const ADDRESS = /^mongodb(?:\+srv)?:\/\/(?:[^?]*@)?([^/?@]+)(?:\/([^?]*))?(?:\?.*)?$/s;

/** Connects when first used, and again by itself; refuses an address that is none, without showing it. */
export const keyDatabase = ({ uri, database }: MongodbPlace): KeyDatabase => {
  const [, hosts, named] = ADDRESS.exec(uri) ?? [];
  if (hosts === undefined) throw new Error('The address of the key store is to be mongodb://host:port/database.');
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
        return await inTime((opening ??= open()).then(work), place);
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
