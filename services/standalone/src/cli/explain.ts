import { refusalText } from '@sunlit/contracts';
import { Refused, Unavailable } from '@sunlit/kernel';

/** Errors of JavaScript's own: met here, they are bugs and show where. */
const BUGS: readonly unknown[] = [Error, TypeError, ReferenceError, RangeError, SyntaxError];

const DISK_FULL =
  '数据目录所在的磁盘已满:请清理空间后再运行一次。 The disk of the data folder is full: free some space and run it again; nothing is done twice.';

const isBug = (error: Error): boolean => BUGS.includes(error.constructor) && error.message !== 'internal';

/** What went wrong, for the person at the terminal: our own errors say it themselves, anything else is a bug and shows where. */
export const explain = (error: unknown): string => {
  if (error instanceof Refused) {
    const { zh, en } = refusalText(error.code, error.details);
    return `${zh} ${en}`;
  }
  if (error instanceof Unavailable) return error.message;
  if ((error as { code?: string } | null)?.code === 'SQLITE_FULL') return DISK_FULL;
  if (!(error instanceof Error)) return String(error);
  return isBug(error) ? (error.stack ?? error.message) : error.message;
};
