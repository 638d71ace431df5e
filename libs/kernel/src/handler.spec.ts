import fc from 'fast-check';
import { digestOf } from './canonical.js';
import { decider, Refused, type Command } from './decider.js';
import { handler, type Envelope } from './handler.js';
import { WrongExpectedRevision, type EventStore } from './ports.js';
import type { Fact, NewEvent, StoredEvent } from './event.js';

type Add = Command<'Add', { n: number }>;
type Added = Fact<'Added', { n: number }>;

/** Adds up to 100; adding nothing changes nothing. */
const sum = decider<Add, Added, number>({
  initial: 0,
  decide: {
    Add: ({ data: { n } }, total) => {
      if (total + n > 100) throw new Refused('TooMuch');
      return n === 0 ? [] : [{ type: 'Added', data: { n } }];
    },
  },
  evolve: { Added: (total, { data: { n } }) => total + n },
});

/** A store in memory that may lose the answer of an append, or let others in before it. */
const memoryStore = (faults: { lose: () => boolean; before: (store: EventStore) => Promise<void> }) => {
  const log: StoredEvent[] = [];
  const append = async (stream: string, events: readonly NewEvent[], expected: number) => {
    const actual = log.filter((event) => event.stream === stream).length - 1;
    // The same ids at the same expected revision are the same append, as every store has it.
    const standing = log.filter((event) => event.stream === stream && event.revision > expected);
    if (standing.length > 0 && standing.length === events.length && standing.every(({ id }, n) => id === events[n]!.id))
      return { revision: expected + events.length, position: standing.at(-1)!.position };
    if (actual !== expected) throw new WrongExpectedRevision(stream, expected, actual);
    events.forEach((event, n) => log.push({ ...event, stream, revision: expected + 1 + n, position: log.length + 1 }));
    return { revision: expected + events.length, position: log.length };
  };
  const store = {
    read: async (stream: string) => log.filter((event) => event.stream === stream),
    append: async (stream: string, events: readonly NewEvent[], expected: number) => {
      await faults.before(plain);
      const outcome = await append(stream, events, expected);
      if (faults.lose()) throw new Error('answer lost');
      return outcome;
    },
  } as unknown as EventStore;
  const plain = { ...store, append } as EventStore;
  return { store, log };
};

const by = { account: 'a', role: 'operator' };
const envelope = (commandId: string, n: number): Envelope => ({
  commandId,
  stream: 'sum-1',
  type: 'Add',
  data: { n },
  by,
});
const quiet = { lose: () => false, before: async () => undefined };
const handle = (store: EventStore, clock = () => 0, attempts = 5) =>
  handler({
    decider: sum,
    store,
    clock,
    attempts,
    prepare: async ({ data }) => ({ data, digest: digestOf(data) }),
    sameCommand: async ({ data }, recorded) => digestOf(data) === recorded.meta.digest,
  });

describe('a handler', () => {
  it('appends what was decided and says where', async () => {
    const { store, log } = memoryStore(quiet);
    const outcome = await handle(store)(envelope('c1', 3));
    expect(outcome).toEqual({ stream: 'sum-1', revision: 0, position: 1, events: ['Added'] });
    expect(log[0]).toMatchObject({ data: { n: 3 }, meta: { commandId: 'c1', correlation: 'c1', causation: 'c1', by } });
  });

  it('leaves nothing of a refusal or of what changes nothing', async () => {
    const { store, log } = memoryStore(quiet);
    await expect(handle(store)(envelope('c1', 101))).rejects.toThrow('TooMuch');
    expect(await handle(store)(envelope('c2', 0))).toEqual({ stream: 'sum-1', revision: -1, position: 0, events: [] });
    expect(log).toEqual([]);
  });

  it('refuses another body under the same id', async () => {
    const { store } = memoryStore(quiet);
    await handle(store)(envelope('c1', 3));
    await expect(handle(store)(envelope('c1', 4))).rejects.toThrow('CommandIdReused');
  });

  it('refuses another body under the same id where both come at once', async () => {
    const { store, log } = memoryStore(quiet);
    const send = handle(store);
    const told = await Promise.allSettled([4, 3, 4, 3].map((n) => send(envelope('c1', n))));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(log.map(({ data }) => data)).toEqual([{ n: 4 }]);
  });

  it('never records before what it recorded last, and nothing in the future', async () => {
    const { store, log } = memoryStore(quiet);
    await handle(store, () => 5000)(envelope('c1', 1));
    await handle(store, () => 1000)(envelope('c2', 1));
    expect(log[1]!.meta.recordedAt).toBe(log[0]!.meta.recordedAt);
    const late = { ...envelope('c3', 1), occurredAt: { at: '1970-01-01T00:00:09Z', precision: 'second' as const } };
    await expect(handle(store, () => 8000)(late)).rejects.toThrow('InTheFuture');
  });

  it('keeps the correlation of what began the matter', async () => {
    const { store, log } = memoryStore(quiet);
    await handle(store)({ ...envelope('c1', 1), correlation: 'began' });
    await handle(store)({ ...envelope('c2', 1), causation: 'c1' });
    expect(log.map(({ meta }) => [meta.correlation, meta.causation])).toEqual([
      ['began', 'c1'],
      ['began', 'c1'],
    ]);
  });

  it('gives up when others are always first', async () => {
    let other = 0;
    const { store } = memoryStore({
      lose: () => false,
      before: async (plain) => void (await handle(plain)(envelope(`other${other++}`, 1))),
    });
    await expect(handle(store)(envelope('mine', 1))).rejects.toThrow('SomeoneElseChangedThis');
  });

  it('applies every command once over random histories, races and lost answers', async () => {
    const command = fc.record({ id: fc.nat(8), n: fc.nat(20), lose: fc.boolean(), race: fc.option(fc.nat(8)) });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 30 }), async (commands) => {
        const bodies = new Map(commands.map(({ id, n }) => [id, n]));
        let lose = false;
        let race: number | null = null;
        const { store, log } = memoryStore({
          lose: () => lose,
          before: async (plain) => {
            const id = race;
            race = null;
            if (id !== null) await handle(plain)(envelope(`c${id}`, bodies.get(id) ?? 1)).catch(() => undefined);
          },
        });
        const outcomes = new Map<string, object>();
        for (const one of commands) {
          ({ lose, race } = one);
          const id = `c${one.id}`;
          const outcome = await handle(store)(envelope(id, bodies.get(one.id)!)).catch(() => null);
          if (!outcome?.events.length) continue;
          expect(outcomes.get(id) ?? outcome).toEqual(outcome);
          outcomes.set(id, outcome);
        }
        const ids = log.map(({ meta }) => meta.commandId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(log.map(({ revision }) => revision)).toEqual(log.map((_, n) => n));
        for (const id of outcomes.keys()) expect(ids).toContain(id);
      }),
    );
  });
});
