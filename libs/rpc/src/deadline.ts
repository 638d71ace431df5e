import { Unavailable, type JsonObject } from '@sunlit/kernel';

/** How long a call may take, in ms, where the caller says nothing. */
export const DEFAULT_DEADLINE = 10_000;

/** What a caller may do whose call is late: a command that carries its id is done once, however often it is sent. */
export const lateAdvice = ({ commandId }: JsonObject): string =>
  typeof commandId === 'string'
    ? 'try again'
    : 'where it changes something, look whether it was done before trying again';

/** The promise's outcome, or `Unavailable` with the advice once `ms` have passed; what it was doing may still happen. */
export const within = async <T>(ms: number, what: string, promise: Promise<T>, advice = 'try again'): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${what} did not answer within ${ms} ms: ${advice}.`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
