import type { StoredEvent } from '@sunlit/kernel';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { join } from 'node:path';
import { CLI, startProgram } from '../../harness/processes.js';
import { disagreements } from '../history-join.js';
import { reportOf, wrongIn } from '../doctors-report.js';
import type { Line } from '../history.js';
import { none } from './fault.js';
import { untilQuiet, type Place } from './place.js';

/** Every event of a data folder's log; read beside whoever writes. */
export const logIn = async (data: string): Promise<readonly StoredEvent[]> => {
  const store = sqliteEventStore({ file: join(data, 'events.sqlite'), readOnly: true });
  const ending = new AbortController();
  const all: StoredEvent[] = [];
  for await (const { events, caughtUp } of store.subscribe({ after: 0, signal: ending.signal })) {
    all.push(...events);
    if (caughtUp) ending.abort();
  }
  await store.close();
  return all;
};

/** What `sunlit doctor` has to say against a data folder: I2, I3, I4, I7, I12. */
export const doctorsWord = async (data: string): Promise<readonly string[]> =>
  wrongIn(await reportOf(startProgram(CLI, ['doctor', '--json', '--data', data])));

/** Where a client's own history and a folder's log disagree: I1, I8. */
export const joinedWith = async (lines: readonly Line[], data: string): Promise<readonly string[]> =>
  disagreements(lines, await logIn(data)).map((one) => `history: ${one}`);

/** What was found after a fault. */
export interface Examined {
  readonly events: number;
  readonly acknowledged: number;
}

/**
 * What must hold after any fault: all is folded, followed and ready by itself (I10), what was acknowledged is in the log once and what was
 * refused is not (I1, I8), the recount agrees (I2–I4, I7) and no erased key is left (I12). Throws `Violated` otherwise.
 */
export const examined = async (place: Place, of = ''): Promise<Examined> => {
  await untilQuiet(place);
  const log = await logIn(place.data);
  none(disagreements(place.history.lines, log), of);
  none(await doctorsWord(place.data), of);
  const acknowledged = place.history.lines.filter(({ told }) => told.is === 'acknowledged').length;
  return { events: log.length, acknowledged };
};
