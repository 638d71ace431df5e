import { Unavailable } from '@sunlit/kernel';

/** What this adapter reads of the client's errors; they are told apart by `type`, as the client's classes are no API for it. */
interface ClientError {
  readonly name?: string;
  readonly type?: string;
  readonly code?: number;
  readonly actualState?: bigint | string;
}

const AWAY: ReadonlySet<string> = new Set([
  'unavailable',
  'deadline-exceeded',
  'timeout',
  'cancelled',
  'not-leader',
  'aborted',
]);

const TEXTS: Readonly<Record<string, string>> = {
  'access-denied':
    '拒绝访问:请检查账号、密码和权限。 Access denied: check the account and password in the address, and that it may read and append.',
  'maximum-append-size-exceeded':
    '写入超过服务器上限:请将 MaxAppendSize 调到 4 MB。 The append is over the server’s limit: set its MaxAppendSize to 4 MB.',
  'append-record-size-exceeded':
    '事件超过服务器上限:请将 MaxAppendEventSize 调到 1 MB。 An event is over the server’s limit: set its MaxAppendEventSize to 1 MB.',
  'stream-deleted':
    '数据流已被删除:请从备份恢复。 The stream was deleted, which this program never does: restore it from a backup.',
  'stream-tombstoned':
    '数据流已被删除:请从备份恢复。 The stream was deleted, which this program never does: restore it from a backup.',
  unsupported: '服务器版本过旧:请升级。 The server is too old: update it to KurrentDB 25 or newer.',
};

/** gRPC codes of requests that stay wrong however often they are sent: invalid argument, permission denied, unimplemented, unauthenticated. */
const REFUSED: ReadonlySet<number> = new Set([3, 7, 12, 16]);
const PROGRAM_ERRORS: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError']);

const asClientError = (error: unknown): ClientError => (typeof error === 'object' && error !== null ? error : {});

export const isStreamNotFound = (error: unknown): boolean => asClientError(error).type === 'stream-not-found';

/** The stream's last revision an append met in place of the expected one (-1: no stream); undefined for other errors. */
export const actualRevision = (error: unknown): number | undefined => {
  const { type, actualState } = asClientError(error);
  if (type !== 'wrong-expected-version') return undefined;
  return typeof actualState === 'bigint' ? Number(actualState) : -1;
};

const isRefusal = ({ type, code }: ClientError): boolean =>
  (type !== undefined && type !== 'unknown' && !AWAY.has(type)) || (code !== undefined && REFUSED.has(code));

const unavailable = (where: string, text: string, cause: unknown): Unavailable =>
  new Unavailable(`${where}: ${text}`, { cause });

const refusal = (where: string, kind: string, cause: unknown): Error => {
  const { code } = asClientError(cause);
  const text =
    TEXTS[kind] ?? '请求被拒绝:请检查服务器版本和配置。 The request was refused: check the server’s version.';
  return new Error(`${where}: ${text} (${kind}${code === undefined ? '' : ` ${code}`})`, { cause });
};

/**
 * What an error of the client means: `Unavailable` (away, slow, failing over, full, or a reason it cannot name: nothing is known to be wrong
 * with the request), or an Error that says what to do where trying again will not help. A bug of ours stays what it is.
 */
export const failureOf = (where: string, error: unknown): Error => {
  const met = asClientError(error);
  if (error instanceof Unavailable || PROGRAM_ERRORS.has(met.name ?? '')) return error as Error;
  const kind = met.type ?? 'unknown';
  if (isRefusal(met)) return refusal(where, kind, error);
  return AWAY.has(kind)
    ? unavailable(where, `无法连接,请稍后重试。 KurrentDB is away or too slow: try again. (${kind})`, error)
    : unavailable(where, `请求失败,请稍后重试。 A request failed: try again. (${met.name ?? kind})`, error);
};
