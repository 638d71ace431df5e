import { aFact, aStream, distinct, listenUntil, said, type Fixture, type Met } from './fixture.js';

/** What a public event says, and what is never on the bus. */
export const meaning = (fixture: Fixture): void => {
  const whole = (count: number): Promise<Met> =>
    listenUntil(
      fixture().bus,
      new Map(),
      (met) => distinct(met.events).length >= count && met.caughtUp.size === fixture().partitions.length,
    );

  it('says who, what, about whom, in which order and when', async () => {
    const stream = aStream();
    const moment = { at: '2021-03-31T16:00:00.000Z', precision: 'day' } as const;
    const nobodys = { by: { account: 'system', role: 'system' } };
    const facts = [
      aFact('Said', { n: 1 }),
      aFact('Kept', { n: 2 }),
      aFact('Said', { n: 3 }, { occurredAt: moment, ...nobodys }),
    ];
    await fixture().publish(stream, facts, -1);
    const [first, second, ...more] = distinct((await whole(2)).events);
    expect(more).toEqual([]);
    expect(first).toEqual({
      id: facts[0]!.id,
      source: 'notices',
      type: 'NoticeSaid',
      subject: stream,
      sequence: 0,
      time: '2021-04-12T02:00:00.000Z',
      stated: false,
      recordedat: '2021-04-12T02:00:00.000Z',
      unit: 'hotline',
      data: { n: 1 },
    });
    expect(second).toEqual({
      id: facts[2]!.id,
      source: 'notices',
      type: 'NoticeSaid',
      subject: stream,
      sequence: 2,
      time: moment.at,
      stated: true,
      recordedat: '2021-04-12T02:00:00.000Z',
      data: { n: 3 },
    });
  });

  it('carries the trace of what was traced, so that one mutation can be followed', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await fixture().publish(aStream(), [aFact('Said', { n: 1 }, { trace }), aFact('Said', { n: 2 })], -1);
    const events = distinct((await whole(2)).events);
    expect(events.map((event) => event.trace)).toEqual([trace, undefined]);
    expect(events[1]).not.toHaveProperty('trace');
  });

  it('carries what services say, each under its name', async () => {
    await fixture().publish(aStream('letter'), said(2), -1);
    await fixture().publish(aStream(), [aFact('Sealed', { n: 9 })], -1);
    const events = distinct((await whole(3)).events);
    const told = events.map(({ source, type, data }) => ({ source, type, data }));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { source: 'letters', type: 'LetterSent', data: { n: 0 } },
        { source: 'letters', type: 'LetterSent', data: { n: 1 } },
        { source: 'notices', type: 'NoticeSealed', data: { n: 9, sealed: true } },
      ]),
    );
  });

  it('says nothing of what is private, at most one thing of what is public, and carries no account and no box', async () => {
    const streams = Array.from({ length: 10 }, () => aStream());
    for (const stream of streams)
      await fixture().publish(
        stream,
        [aFact('Said', { n: 0 }), aFact('Kept', { n: 1 }), aFact('Sealed', { n: 2 })],
        -1,
      );
    await fixture().publish(aStream('inside'), said(5), -1);
    const { events, batches } = await whole(20);
    const told = distinct(events).map(({ subject, sequence }) => `${subject} ${sequence}`);
    expect(told.toSorted()).toEqual(streams.flatMap((stream) => [`${stream} 0`, `${stream} 2`]).sort());
    const everything = JSON.stringify(batches);
    for (const canary of ['account-of-wang', 'operator', 'A256GCM', 'caller', 'Kept'])
      expect(everything).not.toContain(canary);
  });

  it('carries Chinese and the largest numbers unchanged', async () => {
    const largest = aFact('Said', { n: Number.MAX_SAFE_INTEGER });
    const text = aFact('Said', { n: '阳光 😀 \u2028' });
    await fixture().publish(aStream(), [largest, text], -1);
    const events = distinct((await whole(2)).events);
    expect(events.map(({ data }) => data)).toEqual([{ n: Number.MAX_SAFE_INTEGER }, { n: '阳光 😀 \u2028' }]);
  });
};
