import type { ReadStore } from '@sunlit/kernel';
import { projectionRunner } from './projection-runner.js';
import type { ProjectionRunnerOptions } from './projection-runner.types.js';
import { listSetAside } from './set-aside.js';
import { openState } from './state.js';
import { caseProjection, recount, told } from './testing/cases.js';
import { freshStore } from './testing/drive.js';
import { fakeLog } from './testing/log.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await turn();
};

/** A door before each write of what is filled beside; `met` counts who came to it. */
const door = () => {
  let shut = false;
  const waiting: (() => void)[] = [];
  const state = { met: 0 };
  return {
    state,
    shut: (): void => void (shut = true),
    open: (): void => {
      shut = false;
      waiting.splice(0).forEach((go) => go());
    },
    /** The store, as seen by somebody who has to pass it. */
    before: (store: ReadStore): ReadStore => ({
      ...store,
      write: async (batch) => {
        if (batch.checkpoint?.name === 'cases.v1~rebuild') {
          state.met += 1;
          if (shut) await new Promise<void>((resolve) => waiting.push(resolve));
        }
        return store.write(batch);
      },
    }),
  };
};

const aLog = () => {
  const log = fakeLog();
  for (const stream of [1, 2, 3, 4, 5]) log.say(`case-${stream}`, 'Opened', { unit: 'roads' });
  for (const stream of [1, 2, 3, 4, 5]) log.say(`case-${stream}`, 'Moved', { unit: 'buses' });
  return log;
};

/** A worker at work until it is stopped; of its documents it keeps one in memory. */
const worker = (options: Pick<ProjectionRunnerOptions, 'readStore' | 'source'> & Partial<ProjectionRunnerOptions>) => {
  const control = new AbortController();
  const settings = { projection: caseProjection(), batch: 2, cache: 1, pause: turn };
  const runner = projectionRunner({ ...settings, ...options, signal: control.signal });
  const over = runner.run();
  over.catch(() => undefined);
  return {
    ...runner,
    at: (position: number): Promise<void> => until(() => runner.position().get(0) === position),
    over,
    stop: async (): Promise<void> => {
      control.abort();
      await over;
    },
  };
};

/** Nobody is given up: whoever watches looks on and on. */
const patient = () => {
  const looked = { often: 0 };
  let moving = 0;
  const seenBy = (store: ReadStore): ReadStore => ({
    ...store,
    checkpoints: async (name) => (name === 'cases.v1~rebuild' ? new Map([[0, moving++]]) : store.checkpoints(name)),
  });
  const pause = async (): Promise<void> => {
    looked.often += 1;
    await turn();
  };
  return { looked, seenBy, pause };
};

describe('two workers at once and a rebuild', () => {
  const rebuildOf = async (store: ReadStore) => (await openState(store, 'cases.v1')).get().rebuild;

  it('the second touches nothing the first is filling, and goes on with the new documents', async () => {
    const log = aLog();
    const [store, gate, watcher] = [freshStore(), door(), patient()];
    const source = { log: log.store };
    const first = worker({ readStore: gate.before(store), source });
    await first.at(log.head());
    gate.shut();
    const rebuilt = first.rebuild();
    await until(() => gate.state.met > 0);
    const second = worker({ readStore: watcher.seenBy(store), source, pause: watcher.pause });
    await until(() => watcher.looked.often > 100);
    log.say('case-1', 'Moved', { unit: 'taxis' });
    await Promise.all([first.at(log.head()), second.at(log.head())]);
    gate.open();
    await rebuilt;
    expect(await rebuildOf(store)).toBeNull();
    await first.stop();
    for (const stream of [1, 2, 3]) log.say(`case-${stream}`, 'Moved', { unit: 'roads' });
    await second.at(log.head());
    await second.stop();
    expect(await told(store)).toEqual(recount(log.events));
  });

  it('the second reads on from where the new documents stand, though it had come further', async () => {
    const log = aLog();
    const [store, watcher] = [freshStore(), patient()];
    let [stuck, switching, go] = [false, false, (): void => undefined];
    const goes = new Promise<void>((resolve) => (go = resolve));
    /** The first meets nothing more once it switches. */
    const ending: typeof log.store = {
      ...log.store,
      async *subscribe(asked) {
        for await (const batch of log.store.subscribe(asked)) {
          if (stuck) await new Promise((resolve) => asked.signal.addEventListener('abort', resolve));
          yield batch;
        }
      },
    };
    const slow: ReadStore = {
      ...store,
      replace: async (pairs, names) => {
        [stuck, switching] = [true, true];
        await goes;
        return store.replace(pairs, names);
      },
    };
    const first = worker({ readStore: slow, source: { log: ending } });
    const second = worker({ readStore: watcher.seenBy(store), source: { log: log.store }, pause: watcher.pause });
    await Promise.all([first.at(log.head()), second.at(log.head())]);
    const rebuilt = first.rebuild();
    await until(() => switching);
    for (const stream of [1, 2, 3]) log.say(`case-${stream}`, 'Moved', { unit: 'taxis' });
    await until(() => watcher.looked.often > 100 || second.position().get(0) === log.head());
    go();
    await rebuilt;
    await first.stop();
    for (const stream of [3, 4]) log.say(`case-${stream}`, 'Moved', { unit: 'roads' });
    await second.at(log.head());
    await second.stop();
    expect(await told(store)).toEqual(recount(log.events));
  });

  it('a rebuild asked of the second comes after that of the first', async () => {
    const log = aLog();
    const [store, gate, watcher] = [freshStore(), door(), patient()];
    const source = { log: log.store };
    const first = worker({ readStore: gate.before(store), source });
    const second = worker({ readStore: watcher.seenBy(store), source, pause: watcher.pause });
    await Promise.all([first.at(log.head()), second.at(log.head())]);
    gate.shut();
    const rebuilds = [first.rebuild()];
    await until(() => gate.state.met > 0);
    rebuilds.push(second.rebuild());
    await until(() => watcher.looked.often > 100);
    gate.open();
    await Promise.all(rebuilds);
    await Promise.all([first.stop(), second.stop()]);
    expect(await told(store)).toEqual(recount(log.events));
  });

  it('the second takes over what nobody is at any more; who was only held up leaves it alone', async () => {
    const log = aLog();
    const [store, gate] = [freshStore(), door()];
    const source = { log: log.store };
    const first = worker({ readStore: gate.before(store), source });
    await first.at(log.head());
    gate.shut();
    const rebuilt = first.rebuild();
    rebuilt.catch(() => undefined);
    await until(() => gate.state.met > 0);
    const second = worker({ readStore: store, source });
    await until(async () => (await rebuildOf(store)) === null);
    gate.open();
    await expect(rebuilt).rejects.toThrow('Another worker took this rebuild');
    await expect(first.over).rejects.toThrow('Another worker took this rebuild');
    log.say('case-1', 'Moved', { unit: 'taxis' });
    await second.at(log.head());
    await second.stop();
    expect(await told(store)).toEqual(recount(log.events));
  });
});

describe('the state of a runner', () => {
  it('keeps what each of two wrote, and one of what both wanted', async () => {
    const store = freshStore();
    const [one, other] = [await openState(store, 'cases.v1'), await openState(store, 'cases.v1')];
    const claim =
      (by: string) =>
      ({ rebuild }: { rebuild: unknown }) =>
        rebuild ? null : { rebuild: { is: 'filling', by, id: by } as const };
    const claimed = await Promise.all([one.change(claim('one')), other.change(claim('other'))]);
    await Promise.all([one.set({ retriedAt: { 0: 4 } }), other.set({ retrying: { stream: 'case-1', at: 4 } })]);
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect(await one.look()).toMatchObject({
      rebuild: { by: claimed[0] ? 'one' : 'other' },
      retriedAt: { 0: 4 },
      retrying: { stream: 'case-1' },
    });
  });
});

describe('two workers at once and a stream set aside', () => {
  it('the one that took over goes on with what the other has retried since it looked', async () => {
    const log = aLog();
    log.say('case-9', 'Opened', { unit: 'roads' });
    log.say('case-9', 'Moved', { unit: 'buses', bad: true });
    const store = freshStore();
    const trouble = { row: true, change: true };
    const options = { readStore: store, source: { log: log.store }, projection: caseProjection(trouble) };
    const [first, second] = [worker(options), worker(options)];
    await Promise.all([first.at(log.head()), second.at(log.head())]);
    expect(await listSetAside(store)).toHaveLength(1);
    trouble.row = false;
    expect(await first.retry('case-9')).toMatchObject({ is: 'applied' });
    await first.stop();
    log.say('case-9', 'Moved', { unit: 'taxis' });
    await second.at(log.head());
    await second.stop();
    expect(await listSetAside(store)).toEqual([]);
    expect(await told(store)).toEqual(recount(log.events));
  });
});
