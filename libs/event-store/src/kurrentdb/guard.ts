import { Unavailable } from '@sunlit/kernel';
import { failureOf } from './failures.js';

/** Runs a request to the server under a deadline; see `guarding`. */
export type Guard = <T>(request: () => Promise<T>, options?: GuardOptions) => Promise<T>;

export interface GuardOptions {
  /** How many times the usual deadline it may take, default 1. */
  readonly deadlines?: number;
  /** Errors that are an answer: given on as they are. */
  readonly answers?: (error: unknown) => boolean;
}

/**
 * A request fails as the port says: with `Unavailable` when its time is over or the store is closed meanwhile, whatever the client does with
 * it then, and with the meaning of the client's error otherwise.
 */
export const guarding = (where: string, deadlineMs: number, closing: AbortSignal): Guard => {
  const closed = () => new Unavailable(`${where}: 已关闭。 The event store is closed.`);
  const late = (ms: number) =>
    new Unavailable(`${where}: 响应超时,请稍后重试。 KurrentDB did not answer within ${ms} ms: try again.`);

  return async (request, { deadlines = 1, answers = () => false } = {}) => {
    if (closing.aborted) throw closed();
    const patience = deadlineMs * deadlines;
    let release = (): void => undefined;
    const givenUp = new Promise<never>((_, reject) => {
      const timer = setTimeout(() => reject(late(patience)), patience);
      const stop = (): void => reject(closed());
      closing.addEventListener('abort', stop);
      release = () => {
        clearTimeout(timer);
        closing.removeEventListener('abort', stop);
      };
    });
    try {
      return await Promise.race([request(), givenUp]);
    } catch (error) {
      throw answers(error) ? error : failureOf(where, error);
    } finally {
      release();
    }
  };
};
