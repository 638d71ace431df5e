import { WrongExpectedRevision } from '@sunlit/kernel';
import { PATIENCE_MS, aStream, anEvent, idsOf, someEvents, type Fixture } from './fixture.js';

/** Reading a stream and appending to it at an expected revision. */
export const appending = (fixture: Fixture): void => {
  const append = (...args: Parameters<ReturnType<Fixture>['store']['append']>) => fixture().store.append(...args);
  const read = (...args: Parameters<ReturnType<Fixture>['store']['read']>) => fixture().store.read(...args);

  it('reads an unknown stream as empty', async () => {
    expect(await read(aStream())).toEqual([]);
    expect(await read(aStream(), 5)).toEqual([]);
  });

  it('gives back what was appended, in order, from a revision', async () => {
    const stream = aStream();
    const [a, b, c] = [anEvent({ n: 1 }), anEvent({ n: 2 }), anEvent({ n: 3 })];
    const first = await append(stream, [a, b], -1);
    const second = await append(stream, [c], 1);
    const events = await read(stream);
    expect(events.map(({ position, ...rest }) => rest)).toEqual([
      { ...a, stream, revision: 0 },
      { ...b, stream, revision: 1 },
      { ...c, stream, revision: 2 },
    ]);
    expect(first).toEqual({ revision: 1, position: events[1]!.position });
    expect(second).toEqual({ revision: 2, position: events[2]!.position });
    const positions = events.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((x, y) => x - y));
    expect(idsOf(await read(stream, 1))).toEqual([b.id, c.id]);
    expect(await read(stream, 3)).toEqual([]);
  });

  it.each([
    ['a new stream expected where there is one', -1],
    ['an older revision', 0],
    ['a later revision', 2],
    ['a much later revision', 99],
  ])('refuses %s, says the actual one and writes nothing', async (_, expected) => {
    const stream = aStream();
    const standing = someEvents(2);
    await append(stream, standing, -1);
    const failure = await append(stream, [anEvent(), anEvent()], expected).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WrongExpectedRevision);
    expect(failure).toMatchObject({ stream, expected, actual: 1 });
    expect(idsOf(await read(stream))).toEqual(idsOf(standing));
  });

  it('refuses a revision expected of a stream that is not there', async () => {
    const stream = aStream();
    await expect(append(stream, [anEvent()], 0)).rejects.toMatchObject({ stream, expected: 0, actual: -1 });
    expect(await read(stream)).toEqual([]);
  });

  it('takes the same ids at the same expected revision as the same append, also when later events stand after it', async () => {
    const stream = aStream();
    const [first, second, third] = [someEvents(2), someEvents(3), someEvents(1)];
    const outcomes = [await append(stream, first, -1), await append(stream, second, 1)];
    expect(await append(stream, second, 1)).toEqual(outcomes[1]);
    await append(stream, third, 4);
    expect([await append(stream, first, -1), await append(stream, second, 1)]).toEqual(outcomes);
    expect(idsOf(await read(stream))).toEqual(idsOf([...first, ...second, ...third]));
  });

  it('takes an append sent several times at once as one', async () => {
    const stream = aStream();
    const events = someEvents(3);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => append(stream, events, -1)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(idsOf(await read(stream))).toEqual(idsOf(events));
  });

  it('takes other ids, more of them or an other order as another append', async () => {
    const stream = aStream();
    const [a, b] = [anEvent(), anEvent()];
    await append(stream, [a, b], -1);
    for (const other of [
      [a, anEvent()],
      [b, a],
      [a, b, anEvent()],
    ])
      await expect(append(stream, other, -1)).rejects.toMatchObject({ actual: 1 });
    expect(idsOf(await read(stream))).toEqual([a.id, b.id]);
  });

  it('shows whoever lost a race what it was lost to', async () => {
    const stream = aStream();
    const seen = async (): Promise<number> => {
      const failure = await append(stream, [anEvent()], -1).catch((error: unknown) => error);
      return failure instanceof WrongExpectedRevision ? (await read(stream)).length - failure.actual : 1;
    };
    expect(new Set(await Promise.all(Array.from({ length: 16 }, seen)))).toEqual(new Set([1]));
  });

  it(
    'lets one of 64 racing appends win each revision, without a gap',
    async () => {
      const stream = aStream();
      const write = async (n: number): Promise<number> => {
        const event = anEvent({ n });
        for (let expected = -1; ;) {
          const outcome = await append(stream, [event], expected).catch((error: unknown) => error);
          if (!(outcome instanceof WrongExpectedRevision)) return (outcome as { revision: number }).revision;
          expected = outcome.actual;
        }
      };
      const revisions = await Promise.all(Array.from({ length: 64 }, (_, n) => write(n)));
      const upTo64 = Array.from({ length: 64 }, (_, n) => n);
      expect(revisions.toSorted((a, b) => a - b)).toEqual(upTo64);
      const events = await read(stream);
      expect(events.map(({ revision }) => revision)).toEqual(upTo64);
      expect(events.map(({ data }) => data.n).toSorted((a, b) => Number(a) - Number(b))).toEqual(upTo64);
    },
    PATIENCE_MS,
  );

  it(
    'takes hundreds of concurrent appends to many streams',
    async () => {
      const streams = Array.from({ length: 400 }, () => aStream());
      await Promise.all(streams.map((stream) => append(stream, someEvents(2), -1)));
      await Promise.all(streams.map((stream) => append(stream, someEvents(1), 1)));
      const lengths = await Promise.all(streams.map(async (stream) => (await read(stream)).length));
      expect(new Set(lengths)).toEqual(new Set([3]));
    },
    PATIENCE_MS,
  );

  it('keeps everything over a close and an open, retries included', async () => {
    const stream = aStream();
    const events = [anEvent({ text: '阳光' }), anEvent({ n: 2 })];
    const outcome = await append(stream, events, -1);
    const before = await read(stream);
    const again = await fixture().reopen();
    expect(await again.read(stream)).toEqual(before);
    expect(await again.append(stream, events, -1)).toEqual(outcome);
    expect(await again.append(stream, [anEvent()], 1)).toMatchObject({ revision: 2 });
  });

  it('says how far the log goes', async () => {
    const before = await fixture().store.head();
    const { position } = await append(aStream(), someEvents(3), -1);
    expect(position).toBeGreaterThan(before);
    expect(await fixture().store.head()).toBeGreaterThanOrEqual(position);
  });
};
