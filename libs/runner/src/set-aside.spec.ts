import fc from 'fast-check';
import type { ReadStore } from '@sunlit/kernel';
import type { RetryOutcome } from './engine.js';
import { SET_ASIDE_EVENTS, listSetAside } from './set-aside.js';
import { caseProjection, recount, told } from './testing/cases.js';
import { endOf, freshStore, histories, logOf, runUntil, stoppedEverywhere, stoppingStore } from './testing/drive.js';
import { fakeBus, fakeLog, publicEvent } from './testing/log.js';

const STREAM = 'case-9';

const poisoned = (bad: 'bad' | 'worse' = 'bad') => {
  const log = fakeLog();
  log.say('case-1', 'Opened', { unit: 'roads' });
  log.say(STREAM, 'Opened', { unit: 'roads' });
  log.say(STREAM, 'Moved', { unit: 'buses' });
  log.say(STREAM, 'Moved', { unit: 'taxis', [bad]: true });
  log.say('case-1', 'Moved', { unit: 'taxis' });
  log.say(STREAM, 'Moved', { unit: 'roads' });
  log.say(STREAM, 'Noted');
  log.say('case-2', 'Opened', { unit: 'buses' });
  return log;
};

const waitingCount = async (store: ReadStore) => (await store.count(SET_ASIDE_EVENTS, {}))[0]!.count;
const sound = (log: ReturnType<typeof fakeLog>) =>
  log.events.filter(({ stream, revision }) => stream !== STREAM || revision < 2);

describe('a stream whose event cannot be taken', () => {
  it.each(['bad', 'worse'] as const)(
    'is set aside from there on, the rest goes on, wherever it stops (%s)',
    async (bad) => {
      for (const batch of [1, 2, 3, 100]) {
        const log = poisoned(bad);
        const { store: readStore, stopAfter } = stoppingStore();
        const options = { projection: caseProjection(), readStore, source: { log: log.store }, batch };
        expect(await stoppedEverywhere(stopAfter, () => runUntil(options, endOf(log)))).toBeGreaterThan(0);
        expect(await told(readStore)).toEqual(recount(sound(log)));
        expect(await listSetAside(readStore)).toMatchObject([
          {
            projection: 'cases.v1',
            stream: STREAM,
            reason: bad === 'bad' ? 'TypeError' : 'RangeError',
            eventType: 'Moved',
            revision: 2,
            last: 4,
            waiting: 3,
            since: log.events[3]!.meta.recordedAt,
            position: log.events[3]!.position,
          },
        ]);
        expect(await waitingCount(readStore)).toBe(3);
      }
    },
  );

  it('is set aside for a type nobody here knows, saying so', async () => {
    const log = fakeLog();
    log.say(STREAM, 'Unheard');
    const readStore = freshStore();
    await runUntil({ projection: caseProjection(), readStore, source: { log: log.store } }, endOf(log));
    expect((await listSetAside(readStore))[0]?.reason).toMatch(/^NewerThanProgram: .*Unheard/);
  });

  it('leaves out nothing where a message that says no revision was met before what cannot be taken', async () => {
    const log = fakeLog();
    for (const data of [{ unit: 'roads' }, { unit: 'buses', bad: true }, { unit: 'taxis' }])
      log.say(STREAM, log.events.length === 0 ? 'Opened' : 'Moved', data);
    const [opened, ...moved] = log.events.map((event) => publicEvent(event));
    const spoilt = { ...opened!, id: 'spoilt', type: 'Unreadable', sequence: Number.MAX_SAFE_INTEGER };
    const messages = [opened!, spoilt, ...moved, ...moved];
    const readStore = freshStore();
    const source = { bus: fakeBus([messages], [1]) };
    await runUntil({ projection: caseProjection(), readStore, source }, new Map([[0, messages.length - 1]]));
    expect((await told(readStore)).cases).toEqual(recount(log.events.slice(0, 1)).cases);
    expect(await listSetAside(readStore)).toMatchObject([
      { stream: STREAM, reason: 'TypeError', revision: 1, last: 2, waiting: 3 },
    ]);
    expect(await waitingCount(readStore)).toBe(3);
  });

  it('keeps waiting with the new reason where a retry fails, and is applied in order when it does not', async () => {
    const log = poisoned();
    const readStore = freshStore();
    const trouble = { row: true, change: true };
    const options = { projection: caseProjection(trouble), readStore, source: { log: log.store } };
    const outcomes: RetryOutcome[] = [];
    await runUntil(options, endOf(log), async (runner) => {
      outcomes.push(await runner.retry(STREAM), await runner.retry('case-1'));
      log.say(STREAM, 'Moved', { unit: 'buses', worse: true });
      trouble.row = false;
      while (runner.position().get(0) !== log.head()) await new Promise((resolve) => setImmediate(resolve));
      outcomes.push(await runner.retry(STREAM));
      expect((await listSetAside(readStore))[0]).toMatchObject({ reason: 'RangeError', waiting: 4, revision: 2 });
      trouble.change = false;
      outcomes.push(await runner.retry(STREAM), await runner.retry(STREAM));
      log.say(STREAM, 'Moved', { unit: 'roads' });
      while (runner.position().get(0) !== log.head()) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(outcomes).toEqual([
      { is: 'failed', reason: 'TypeError' },
      { is: 'unknown' },
      { is: 'failed', reason: 'RangeError' },
      { is: 'applied', events: 4 },
      { is: 'unknown' },
    ]);
    expect(await told(readStore)).toEqual(recount(log.events));
    expect([await listSetAside(readStore), await waitingCount(readStore)]).toEqual([[], 0]);
  });

  it('is applied once however often the retry is stopped, while others go on', async () => {
    const log = poisoned();
    const { store: readStore, stopAfter } = stoppingStore();
    const trouble = { row: true, change: true };
    const options = { projection: caseProjection(trouble), readStore, source: { log: log.store }, batch: 2 };
    await runUntil(options, endOf(log));
    trouble.row = false;
    const stops = await stoppedEverywhere(stopAfter, async () => {
      log.say('case-3', 'Opened', { unit: 'taxis' });
      await runUntil(options, endOf(log), (runner) => runner.retry(STREAM));
    });
    expect(stops).toBeGreaterThan(5);
    expect(await told(readStore)).toEqual(recount(log.events));
    expect([await listSetAside(readStore), await waitingCount(readStore)]).toEqual([[], 0]);
  });

  it('comes to the plain fold in the end, for random histories of bad events, repeated on a bus', async () => {
    const bads = fc.array(fc.constantFrom('bad', 'worse', 'fine', 'fine', 'fine'), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(histories, bads, fc.integer({ min: 1, max: 6 }), async (history, which, size) => {
        const log = logOf(history.map((one) => ({ ...one, other: false })));
        const once = log.events.map((event, at) =>
          publicEvent({ ...event, data: { ...(event.data as object), [which[at]!]: true } }),
        );
        const messages = once.flatMap((event, at) => (at % 3 === 2 ? [event, once[at - 1]!, event] : [event]));
        const readStore = freshStore();
        const trouble = { row: true, change: true };
        const source = { bus: fakeBus([messages], [size]) };
        const options = { projection: caseProjection(trouble), readStore, source };
        const until = new Map([[0, messages.length - 1]]);
        await runUntil(options, until);
        const streams = (await listSetAside(readStore)).map(({ stream }) => stream);
        const fine = new Set(once.map(({ subject }) => subject).filter((subject) => !streams.includes(subject)));
        const among = (await told(readStore)).cases.filter(({ key }) => fine.has(key));
        expect(among).toEqual(recount(once.filter(({ subject }) => fine.has(subject))).cases);
        Object.assign(trouble, { row: false, change: false });
        await runUntil(options, until, (runner) => Promise.all(streams.map((stream) => runner.retry(stream))));
        expect(await told(readStore)).toEqual(recount(once));
        expect(await waitingCount(readStore)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
