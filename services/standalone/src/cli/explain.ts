import { refusalText } from '@sunlit/contracts';
import { Refused, Unavailable } from '@sunlit/kernel';

/** What went wrong, for the person at the terminal: our own errors say it themselves, anything else is a bug and shows where. */
export const explain = (error: unknown): string => {
  if (error instanceof Refused) {
    const { zh, en } = refusalText(error.code, error.details);
    return `${zh} ${en}`;
  }
  if (error instanceof Unavailable) return error.message;
  if (!(error instanceof Error)) return String(error);
  const ours = error.constructor !== Error && !(error instanceof TypeError) && !(error instanceof ReferenceError);
  return ours || error.message === 'internal' ? error.message : (error.stack ?? error.message);
};
