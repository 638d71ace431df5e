import { Unavailable } from '@sunlit/kernel';
import mongoose, { type mongo } from 'mongoose';

const AWAY =
  '无法访问,稍后自动重试;请检查数据库与网络。 It cannot be reached and is tried again: check the database and the network.';
const DENIED = '拒绝登录或无权限:请检查账号、密码与授权。 It refuses the account: check user, password and grants.';
const FULL = '磁盘已满,请清理空间。 The disk is full: free some space.';
const UNPROVED = '写入未被多数节点确认,将重试。 A write was not confirmed by the majority and is tried again.';
const CHANGED = '数据正被替换,请重试。 What was read is being replaced: try again.';

/** Codes of MongoDB that say nothing against the request. */
const CODES: ReadonlyMap<number, string> = new Map([
  ...[6, 7, 89, 91, 189, 9001, 10058, 10107, 11600, 11602, 13435, 13436].map((code) => [code, AWAY] as const),
  ...[50, 112, 202, 262, 384].map((code) => [code, AWAY] as const),
  ...[13, 18, 8000].map((code) => [code, DENIED] as const),
  ...[64, 79, 100].map((code) => [code, UNPROVED] as const),
  ...[43, 175, 237].map((code) => [code, CHANGED] as const),
  [14031, FULL],
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

const refusal = (place: string, error: mongo.MongoServerError): Error => {
  const code = `${error.code ?? error.name}${error.codeName ? ` ${String(error.codeName)}` : ''}`;
  const known = CODES.get(Number(error.code)) ?? (hasPassingLabel(error) ? AWAY : undefined);
  const text = wasUnproved(error) ? UNPROVED : known;
  if (text !== undefined) return new Unavailable(`${place}: ${text} (${code})`);
  return new Error(`${place}: MongoDB refused the request (${code}): see its log; a document may be over 16 MB.`);
};

/**
 * What an error of the driver means for the store at `place` (an address without account and password): `Unavailable` where trying again can
 * help, else an error with MongoDB's code. Never the server's own words: they quote documents. A bug stays what it is.
 */
export const failureOf = (place: string, error: unknown): unknown => {
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error)
    return failureOf(place, error.errorResponse);
  if (isAway(error)) return new Unavailable(`${place}: ${AWAY}`, { cause: error });
  if (error instanceof MongoServerError) return refusal(place, error);
  if (!(error instanceof MongoError)) return error;
  return new Error(
    `${place}: the driver refused the request (${error.name}): report this; a document may be over 16 MB.`,
  );
};
