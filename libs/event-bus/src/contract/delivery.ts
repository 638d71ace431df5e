import type { NewEvent, PublicEvent } from '@sunlit/kernel';
import {
  PATIENCE_MS,
  contractServices,
  aFact,
  aStream,
  distinct,
  listenUntil,
  perSubject,
  said,
  type Fixture,
  type Met,
} from './fixture.js';

const START: ReadonlyMap<number, number> = new Map();
const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
const has = (met: Met, ids: readonly string[]): boolean => {
  const got = new Set(idsOf(met.events));
  return ids.every((id) => got.has(id));
};

/** That everything public arrives, in order, and from where one left off. */
export const delivery = (fixture: Fixture): void => {
  const bus = () => fixture().bus;
  /** Publishes rounds of one to three facts on each of these streams, in turn. */
  const publishRounds = async (streams: number, rounds: number): Promise<Map<string, NewEvent[]>> => {
    const written = new Map(Array.from({ length: streams }, () => [aStream(), [] as NewEvent[]]));
    for (let round = 0; round < rounds; round++)
      for (const [stream, events] of written) {
        const more = said((round % 3) + 1, events.length);
        await fixture().publish(stream, more, events.length - 1);
        events.push(...more);
      }
    return written;
  };
  const allIds = (written: ReadonlyMap<string, NewEvent[]>): string[] => idsOf([...written.values()].flat());
  const expectAll = (met: Pick<Met, 'events'>, written: ReadonlyMap<string, NewEvent[]>): void => {
    const subjects = perSubject(met.events);
    expect([...subjects.keys()].sort()).toEqual([...written.keys()].sort());
    for (const [stream, events] of written) expect(idsOf(subjects.get(stream)!)).toEqual(idsOf(events));
  };

  it('says which partitions there are, and uses no other', async () => {
    expect(await bus().partitions(contractServices)).toEqual(fixture().partitions);
    const written = await publishRounds(20, 2);
    const { batches } = await listenUntil(bus(), START, (met) => has(met, allIds(written)));
    const numbers = new Set(batches.map(({ partition }) => partition));
    for (const number of numbers) expect(fixture().partitions).toContain(number);
    expect(numbers.size).toBeGreaterThan(fixture().partitions.length > 1 ? 1 : 0);
  });

  it(
    'delivers everything public at least once, the first time in the order of its subject',
    async () => {
      const written = await publishRounds(12, 5);
      expectAll(await listenUntil(bus(), START, (met) => has(met, allIds(written))), written);
    },
    PATIENCE_MS,
  );

  it('keeps a subject in one partition, at rising offsets, each batch covering its messages', async () => {
    const written = await publishRounds(12, 5);
    const { batches } = await listenUntil(bus(), START, (met) => has(met, allIds(written)));
    const home = new Map<string, number>();
    const reached = new Map<number, number>();
    for (const { partition, messages, offset } of batches) {
      for (const message of messages) {
        expect(message.offset).toBeGreaterThan(reached.get(partition) ?? -Infinity);
        reached.set(partition, message.offset);
        expect(home.get(message.event.subject) ?? partition).toBe(partition);
        home.set(message.event.subject, partition);
      }
      expect(offset).toBeGreaterThanOrEqual(reached.get(partition) ?? -Infinity);
      reached.set(partition, offset);
    }
  });

  it(
    'goes on after the offsets of any moment: nothing is lost, nothing before them comes again',
    async () => {
      const written = await publishRounds(10, 4);
      const whole = await listenUntil(bus(), START, (met) => has(met, allIds(written)));
      for (let stop = 1; stop < whole.batches.length; stop += Math.ceil(whole.batches.length / 6)) {
        const first = await listenUntil(bus(), START, (met) => met.batches.length === stop);
        const before = [...first.events];
        const rest = await listenUntil(bus(), first.offsets, (met) =>
          has({ ...met, events: [...before, ...met.events] }, allIds(written)),
        );
        expectAll({ events: [...before, ...rest.events] }, written);
        for (const { partition, messages } of rest.batches)
          for (const { offset } of messages) expect(offset).toBeGreaterThan(first.offsets.get(partition) ?? -Infinity);
      }
    },
    PATIENCE_MS,
  );

  it('gives each group its own reading', async () => {
    const written = await publishRounds(5, 2);
    const enough = (met: Met) => has(met, allIds(written));
    const groups = ['one', 'two', 'three'].map((group) => listenUntil(bus(), START, enough, { group }));
    for (const met of await Promise.all(groups)) expectAll(met, written);
  });

  it('knows where each partition ends: who has read up to there has met all', async () => {
    const written = await publishRounds(8, 2);
    const met = await listenUntil(bus(), START, (all) => has(all, allIds(written)));
    const ends = await bus().ends(contractServices);
    expect([...ends.keys()]).toEqual(fixture().partitions);
    const again = await listenUntil(bus(), START, ({ offsets }) =>
      [...ends].every(([partition, end]) => (offsets.get(partition) ?? -1) >= end),
    );
    expectAll(again, written);
    for (const [partition, offset] of met.offsets) expect(ends.get(partition)).toBeGreaterThanOrEqual(offset);
  });

  it('gives of the services asked for, and of no other', async () => {
    const letter = aStream('letter');
    await fixture().publish(aStream(), said(3), -1);
    await fixture().publish(letter, said(2), -1);
    const only = listenUntil(bus(), START, ({ events }) => distinct(events).length === 2, {
      group: 'letters alone',
      services: ['letters'],
    });
    expect(new Set((await only).events.map(({ subject }) => subject))).toEqual(new Set([letter]));
  });

  it('says when it is caught up, in every partition, also where there is nothing', async () => {
    const nothing = await listenUntil(bus(), START, ({ caughtUp }) => caughtUp.size === fixture().partitions.length);
    expect(nothing.events).toEqual([]);
    const written = await publishRounds(6, 2);
    const ids = allIds(written);
    const met = await listenUntil(
      bus(),
      START,
      (all) => has(all, ids) && all.caughtUp.size === fixture().partitions.length,
    );
    expectAll(met, written);
  });

  it(
    'follows what is published while it listens',
    async () => {
      const stream = aStream();
      const sent: string[] = [];
      const publishNext = async (): Promise<void> => {
        const [event] = said(1, sent.length);
        await fixture().publish(stream, [event!], sent.length - 1);
        sent.push(event!.id);
      };
      const { events } = await listenUntil(bus(), START, async (met) => {
        const complete = has(met, sent);
        if (complete && sent.length < 5) await publishNext();
        return complete && sent.length === 5 && has(met, sent);
      });
      expect(idsOf(perSubject(events).get(stream)!)).toEqual(sent);
    },
    PATIENCE_MS,
  );

  it('passes what is private: a reader goes on after it and meets only what comes later', async () => {
    const [stream, silent] = [aStream(), aStream()];
    const before = said(1);
    await fixture().publish(stream, before, -1);
    const first = await listenUntil(bus(), START, (met) => has(met, idsOf(before)));
    await fixture().publish(silent, [aFact('Kept', {}), aFact('Kept', {})], -1);
    await fixture().publish(aStream('inside'), said(2), -1);
    const after = said(1, 1);
    await fixture().publish(stream, after, 0);
    const rest = await listenUntil(bus(), first.offsets, (met) => has(met, idsOf(after)));
    const later = idsOf(distinct(rest.events)).filter((id) => id !== before[0]!.id);
    expect(later).toEqual(idsOf(after));
  });

  it('gives nothing more once it is aborted, and what was not given later', async () => {
    const written = await publishRounds(12, 5);
    const stop = new AbortController();
    const given = bus().subscribe({ group: 'suite', services: contractServices, after: START, signal: stop.signal });
    const reading = given[Symbol.asyncIterator]();
    const { value: first } = await reading.next();
    stop.abort();
    expect((await reading.next()).done).toBe(true);
    const before = first.messages.map(({ event }: { event: PublicEvent }) => event);
    const rest = await listenUntil(bus(), new Map([[first.partition, first.offset]]), (met) =>
      has({ ...met, events: [...before, ...met.events] }, allIds(written)),
    );
    expectAll({ events: [...before, ...rest.events] }, written);
  });

  it('ends when aborted: before it starts, at work, and asleep', async () => {
    await publishRounds(8, 3);
    const subscribe = (signal: AbortSignal) =>
      bus().subscribe({ group: 'suite', services: contractServices, after: START, signal });
    for await (const batch of subscribe(AbortSignal.abort())) throw new Error(`got partition ${batch.partition}`);
    expect((await listenUntil(bus(), START, () => true)).batches).toHaveLength(1);
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { caughtUp } of subscribe(stop.signal)) if (caughtUp) setImmediate(() => stop.abort());
    })();
    await expect(reading).resolves.toBeUndefined();
  });

  it('ends when the bus is closed', async () => {
    const { signal } = new AbortController();
    let closing: Promise<void> | undefined;
    for await (const { caughtUp } of bus().subscribe({
      group: 'suite',
      services: contractServices,
      after: START,
      signal,
    }))
      if (caughtUp) closing ??= bus().close();
    await closing;
    expect(closing).toBeDefined();
  });
};
