import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, Unavailable, type EventStore, type NewEvent, type StoredEvent } from '@sunlit/kernel';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import fc from 'fast-check';
import { moveLog, NotEmpty } from './move-log.js';

const folders: string[] = [];
const aLog = (): EventStore => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit move '));
  folders.push(folder);
  return sqliteEventStore({ file: join(folder, 'events.sqlite') });
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const facts = (stream: string, from: number, count: number): NewEvent[] => {
  const commandId = randomUUID();
  const meta = {
    commandId,
    digest: 'd',
    by: { account: 'system', role: 'system' },
    recordedAt: '2021-04-12T02:00:00.000Z',
    correlation: commandId,
    causation: commandId,
  };
  return Array.from({ length: count }, (_, index) => ({
    id: derivedId(stream, commandId, index),
    type: 'Noted',
    data: { n: from + index, text: '阳光' },
    meta,
  }));
};

/** Appends rounds of facts to streams, by number. */
const filled = async (rounds: readonly { readonly stream: number; readonly count: number }[]): Promise<EventStore> => {
  const log = aLog();
  const streams = new Map<number, { readonly name: string; length: number }>();
  for (const { stream, count } of rounds) {
    const known = streams.get(stream) ?? { name: `note-${randomUUID()}`, length: 0 };
    await log.append(known.name, facts(known.name, known.length, count), known.length - 1);
    streams.set(stream, { ...known, length: known.length + count });
  }
  return log;
};

const all = async (log: EventStore): Promise<readonly Omit<StoredEvent, 'position'>[]> => {
  const events: Omit<StoredEvent, 'position'>[] = [];
  const stop = new AbortController();
  if ((await log.head()) === 0) return events;
  for await (const batch of log.subscribe({ after: 0, signal: stop.signal })) {
    events.push(...batch.events.map(({ position: _, ...event }) => event));
    if (batch.caughtUp) return events;
  }
  return events;
};

const rounds = fc.array(fc.record({ stream: fc.nat(4), count: fc.integer({ min: 1, max: 5 }) }), {
  minLength: 1,
  maxLength: 15,
});

describe('a moved log', () => {
  it('is the same log, also where the move was stopped at any append and begun again', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, fc.nat(20), async (history, stopAt) => {
        const [from, to] = [await filled(history), aLog()];
        let left = stopAt;
        const stopping: EventStore = {
          ...to,
          append: async (...args) => {
            if (left-- === 0) throw new Unavailable('stopped');
            return to.append(...args);
          },
        };
        await moveLog({ from, to: stopping }).catch((error: unknown) => expect(error).toBeInstanceOf(Unavailable));
        const moved = await moveLog({ from, to });
        expect(await all(to)).toEqual(await all(from));
        expect(moved.events).toBe((await all(from)).length);
        const again = await moveLog({ from, to });
        expect(again.already).toBe(moved.events);
        expect(await all(to)).toHaveLength(moved.events);
        await Promise.all([from.close(), to.close()]);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused where the target holds anything else, and nothing is written there', async () => {
    const [from, to] = [await filled([{ stream: 0, count: 3 }]), await filled([{ stream: 0, count: 1 }])];
    await expect(moveLog({ from, to })).rejects.toThrow(NotEmpty);
    expect(await all(to)).toHaveLength(1);
    await Promise.all([from.close(), to.close()]);
  });

  it('of an empty log is empty', async () => {
    const [from, to] = [aLog(), aLog()];
    expect(await moveLog({ from, to })).toMatchObject({ events: 0 });
    expect(await to.head()).toBe(0);
    await Promise.all([from.close(), to.close()]);
  });
});
