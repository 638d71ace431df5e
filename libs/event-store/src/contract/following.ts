import { PATIENCE_MS, aCategory, aStream, anEvent, followUntil, idsOf, someEvents, type Fixture } from './fixture.js';

/** Subscriptions: replay, then follow. */
export const following = (fixture: Fixture): void => {
  const store = () => fixture().store;
  const appendTo = (category: string, count: number) => {
    const events = someEvents(count);
    return store()
      .append(aStream(category), events, -1)
      .then((appended) => ({ events, ...appended }));
  };

  it('replays what lies after a position, as it is read from the stream', async () => {
    const category = aCategory();
    const first = await appendTo(category, 3);
    const second = await appendTo(category, 2);
    const of = { after: first.position, categories: [category] };
    const { events, batches } = await followUntil(store(), of, (_, { caughtUp }) => caughtUp);
    expect(events).toEqual(await store().read(events[0]!.stream));
    expect(idsOf(events)).toEqual(idsOf(second.events));
    expect(batches.at(-1)!.position).toBeGreaterThanOrEqual(second.position);
    const all = await followUntil(store(), { ...of, after: 0 }, (_, { caughtUp }) => caughtUp);
    expect(idsOf(all.events)).toEqual(idsOf([...first.events, ...second.events]));
  });

  it('says it is caught up where there is nothing to replay', async () => {
    const after = await store().head();
    const of = { after, categories: [aCategory()] };
    const { events, batches } = await followUntil(store(), of, (_, { caughtUp }) => caughtUp);
    expect(events).toEqual([]);
    expect(batches.at(-1)!.position).toBeGreaterThanOrEqual(after);
  });

  it(
    'follows what is appended while it runs, without a gap between replay and following',
    async () => {
      const category = aCategory();
      const { position: after } = await appendTo(aCategory(), 1);
      const before = await appendTo(category, 7);
      let live: Promise<{ events: { id: string }[] }> | undefined;
      const { events } = await followUntil(store(), { after, categories: [category], batch: 3 }, (sofar) => {
        live ??= appendTo(category, 5);
        return sofar.length === 12;
      });
      expect(idsOf(events)).toEqual(idsOf([...before.events, ...(await live!).events]));
    },
    PATIENCE_MS,
  );

  it(
    'wakes up for each append of an idle log',
    async () => {
      const category = aCategory();
      const after = await store().head();
      const sent: string[] = [];
      const { events } = await followUntil(store(), { after, categories: [category] }, async (sofar, { caughtUp }) => {
        if (caughtUp && sent.length < 5 && sofar.length === sent.length)
          sent.push(...idsOf((await appendTo(category, 1)).events));
        return sofar.length === 5;
      });
      expect(idsOf(events)).toEqual(sent);
    },
    PATIENCE_MS,
  );

  it('gives only the categories asked for, in the order of the log; its position passes the others', async () => {
    const [one, two, other] = [aCategory(), aCategory(), aCategory()];
    const after = await store().head();
    const wanted: string[] = [];
    for (const category of [one, other, two, two, other, one, other]) {
      const { events } = await appendTo(category, 2);
      if (category !== other) wanted.push(...idsOf(events));
    }
    const last = await appendTo(other, 20);
    const reached = await followUntil(
      store(),
      { after, categories: [one, two, one], batch: 3 },
      (_, { position }) => position >= last.position,
    );
    expect(idsOf(reached.events)).toEqual(wanted);
    expect(reached.batches.at(-1)!.caughtUp).toBe(true);
    const none = await followUntil(store(), { after, categories: [] }, (_, { position }) => position >= last.position);
    expect(none.events).toEqual([]);
    const all = await followUntil(store(), { after }, (_, { position }) => position >= last.position);
    expect(idsOf(all.events)).toEqual(expect.arrayContaining(wanted));
  });

  it('moves its position past what the filter leaves out while it follows', async () => {
    const after = await store().head();
    let end = Infinity;
    const { events } = await followUntil(store(), { after, categories: [aCategory()] }, async (_, { position }) => {
      if (end === Infinity) end = (await appendTo(aCategory(), 1)).position;
      return position >= end;
    });
    expect(events).toEqual([]);
  });

  it('goes on from the position of any batch', async () => {
    const category = aCategory();
    const { events } = await appendTo(category, 10);
    const of = { after: 0, categories: [category], batch: 4 };
    const { batches } = await followUntil(store(), of, (_, { caughtUp }) => caughtUp);
    let seen = 0;
    for (const { events: some, position } of batches) {
      seen += some.length;
      const rest = await followUntil(store(), { ...of, after: position }, (_, { caughtUp }) => caughtUp);
      expect(idsOf(rest.events)).toEqual(idsOf(events.slice(seen)));
    }
    expect(seen).toBe(10);
  });

  it('gives no more than a batch at once, however much was appended while the consumer was busy', async () => {
    const category = aCategory();
    const sent = idsOf((await appendTo(category, 95)).events);
    let busy = 0;
    const of = { after: 0, categories: [category], batch: 10 };
    const { events, batches } = await followUntil(store(), of, async (sofar) => {
      if (busy++ < 5) sent.push(...idsOf((await appendTo(category, 40)).events));
      return sofar.length === 295;
    });
    expect(Math.max(...batches.map((batch) => batch.events.length))).toBeLessThanOrEqual(10);
    expect(idsOf(events)).toEqual(sent);
    const positions = batches.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('serves several subscribers, each in its own time', async () => {
    const category = aCategory();
    const { events } = await appendTo(category, 30);
    const extra = anEvent();
    const readers = [1, 7, 100].map((batch) =>
      followUntil(store(), { after: 0, categories: [category], batch }, (sofar) => sofar.length === 31),
    );
    await store().append(aStream(category), [extra], -1);
    for (const { events: got } of await Promise.all(readers)) expect(idsOf(got)).toEqual([...idsOf(events), extra.id]);
  });

  it('ends when aborted: before it starts, at work, and asleep', async () => {
    const category = aCategory();
    await appendTo(category, 10);
    const ended = { after: 0, categories: [category], batch: 1, signal: AbortSignal.abort() };
    for await (const batch of store().subscribe(ended)) throw new Error(`got ${batch.events.length} events`);
    const { events } = await followUntil(
      store(),
      { after: 0, categories: [category], batch: 1 },
      (all) => all.length > 0,
    );
    expect(events).toHaveLength(1);
    const stop = new AbortController();
    const asleep = { after: await store().head(), categories: [aCategory()], signal: stop.signal };
    const iterator = store().subscribe(asleep)[Symbol.asyncIterator]();
    await iterator.next();
    const next = iterator.next();
    stop.abort();
    expect((await next).done).toBe(true);
  });

  it('ends when the store is closed', async () => {
    const stop = new AbortController();
    const options = { after: 0, categories: [aCategory()], signal: stop.signal };
    let again: Promise<unknown> | undefined;
    for await (const { caughtUp } of store().subscribe(options)) if (caughtUp) again ??= fixture().reopen();
    await again;
    expect(again).toBeDefined();
  });
};
