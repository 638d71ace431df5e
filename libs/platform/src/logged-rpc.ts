import { inProcessRpc, type InProcessRpc } from '@sunlit/rpc/in-process';
import type { Logger } from './logging.js';

/** The rpc of a process whose unexpected errors go to its log: callers see only `internal`. */
export const loggedRpc = (logger: Logger): InProcessRpc =>
  inProcessRpc((error, operation) => logger.error({ operation, error: String(error) }, 'unexpected error'));
