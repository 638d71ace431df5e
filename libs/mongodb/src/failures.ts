import { Unavailable } from '@sunlit/kernel';
import mongoose, { type mongo } from 'mongoose';

/** What the database is to whoever reads of its failure: `{ zh: '密钥库', en: 'key store' }`. */
export interface Subject {
  readonly zh: string;
  readonly en: string;
}

/** Failures that say nothing against the request. */
type Passing = 'away' | 'denied' | 'full' | 'unproved' | 'changed';

const TEXTS: Readonly<Record<Passing, (subject: Subject) => string>> = {
  away: ({ zh, en }) =>
    `${zh}无法访问,请稍后重试并检查数据库与网络。 The ${en} cannot be reached: try again, and check the database and the network.`,
  denied: ({ zh, en }) =>
    `${zh}拒绝登录或无权限:请检查账号、密码与授权。 The ${en} refuses the account: check user, password and grants.`,
  full: ({ zh, en }) => `${zh}磁盘已满,请清理空间。 The disk of the ${en} is full: free some space.`,
  unproved: ({ zh, en }) =>
    `${zh}的写入未被多数节点确认,请重试。 A write to the ${en} was not confirmed by the majority: try again.`,
  changed: ({ zh, en }) => `${zh}的数据正被替换,请重试。 What was read of the ${en} is being replaced: try again.`,
};

/** Codes of MongoDB: no primary, shutting down, too slow; refused accounts; unproved writes; cursors lost; a full disk. */
const CODES: ReadonlyMap<number, Passing> = new Map([
  ...[6, 7, 50, 89, 91, 112, 189, 202, 262, 384].map((code) => [code, 'away'] as const),
  ...[9001, 10058, 10107, 11600, 11602, 13435, 13436].map((code) => [code, 'away'] as const),
  ...[13, 18, 8000].map((code) => [code, 'denied'] as const),
  ...[64, 79, 100].map((code) => [code, 'unproved'] as const),
  ...[43, 175, 237].map((code) => [code, 'changed'] as const),
  [14031, 'full'],
]);

const {
  MongoError,
  MongoServerError,
  MongoNetworkError,
  MongoSystemError,
  MongoBulkWriteError,
  MongoWriteConcernError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoOperationTimeoutError,
} = mongoose.mongo;

const away = [
  MongoNetworkError,
  MongoSystemError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoOperationTimeoutError,
  mongoose.Error.MongooseServerSelectionError,
];

/** What the driver lets through as Node says it, when the other end hung up just before it wrote. */
const HUNG_UP: readonly unknown[] = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'];

/** The driver does not export the class of a connection that was not free in time. */
const isAway = (error: unknown): boolean => {
  if (away.some((kind) => error instanceof kind)) return true;
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return name === 'MongoWaitQueueTimeoutError' || HUNG_UP.includes(code);
};

/** The store at `place` does not answer. */
export const unavailable = (place: string, subject: Subject, cause?: unknown): Unavailable =>
  new Unavailable(`${place}: ${TEXTS.away(subject)}`, { cause });

/** The only failures of a bulk are keys that are there already: not an error for a write that replaces only what is older. */
export const onlyDuplicates = (error: unknown): boolean => {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const failures = [error.writeErrors].flat();
  return failures.length > 0 && failures.every(({ code }) => code === 11000) && !error.result?.getWriteConcernError?.();
};

const wasUnproved = (error: mongo.MongoServerError): boolean =>
  error instanceof MongoWriteConcernError ||
  (error instanceof MongoBulkWriteError && Boolean(error.result?.getWriteConcernError?.()));

const hasPassingLabel = (error: mongo.MongoServerError): boolean =>
  error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('RetryableError');

const passing = (error: mongo.MongoServerError): Passing | undefined =>
  wasUnproved(error) ? 'unproved' : (CODES.get(Number(error.code)) ?? (hasPassingLabel(error) ? 'away' : undefined));

const refusal = (place: string, subject: Subject, error: mongo.MongoServerError): Error => {
  const code = `${error.code ?? error.name}${error.codeName ? ` ${String(error.codeName)}` : ''}`;
  const kind = passing(error);
  if (kind !== undefined) return new Unavailable(`${place}: ${TEXTS[kind](subject)} (${code})`);
  return new Error(`${place}: MongoDB refused the request (${code}): see its log; a document may be over 16 MB.`);
};

/**
 * What an error of the driver means for the store at `place` (an address without account and password): `Unavailable` where trying again can
 * help, else an error with MongoDB's code. Never the server's own words: they quote documents. A bug stays what it is.
 */
export const failureOf = (place: string, subject: Subject, error: unknown): unknown => {
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error)
    return failureOf(place, subject, error.errorResponse);
  if (isAway(error)) return unavailable(place, subject, error);
  if (error instanceof MongoServerError) return refusal(place, subject, error);
  if (!(error instanceof MongoError)) return error;
  return new Error(
    `${place}: the driver refused the request (${error.name}): report this; a document may be over 16 MB.`,
  );
};
