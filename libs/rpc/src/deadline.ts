import { Unavailable } from '@sunlit/kernel';

/** How long a call may take, in ms, where the caller says nothing. */
export const DEFAULT_DEADLINE = 10_000;

/** The promise's outcome, or `Unavailable` once `ms` have passed; what it was doing may still happen. */
export const within = async <T>(ms: number, what: string, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${what} did not answer within ${ms} ms: try again.`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
