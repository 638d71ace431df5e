import { Refused, Unavailable, policyCommandId, type JsonObject, type Policy, type Rpc } from '@sunlit/kernel';
import { policyRunner, type PolicyRunner, type PolicyRunnerOptions } from './policy-runner.js';
import { listSetAside } from './set-aside.js';
import { freshStore } from './testing/drive.js';
import { fakeLog } from './testing/log.js';

const policy: Policy = {
  name: 'handover.v1',
  categories: ['case'],
  types: ['HandedOver', 'Joined', 'Broken', 'Unconcerned'],
  on: {
    HandedOver: ({ stream }, commandId) => ({
      service: 'complaints',
      operation: 'Register',
      payload: { commandId, of: stream },
    }),
    Joined: () => null,
    Broken: () => {
      throw new TypeError('secret');
    },
  },
  refused: ({ stream }, { code }, commandId) => ({
    service: 'cases',
    operation: 'RecordRefusal',
    payload: { commandId, of: stream, code },
  }),
};

const recorder = (answer: (payload: JsonObject, call: number) => void = () => undefined) => {
  const calls: { operation: string; payload: JsonObject }[] = [];
  const rpc: Rpc = {
    call: async (_, operation, payload) => {
      calls.push({ operation, payload });
      answer(payload, calls.length);
      return {};
    },
  };
  return { rpc, calls };
};

const runTo = async (
  options: Omit<PolicyRunnerOptions, 'signal' | 'policy'> & { policy?: Policy },
  head: number,
  work: (runner: PolicyRunner) => Promise<unknown> = async () => undefined,
) => {
  const control = new AbortController();
  let arrived = (): void => undefined;
  const there = new Promise<void>((resolve) => (arrived = resolve));
  const onProgress = (position: number) => void (position >= head && arrived());
  const runner = policyRunner({ policy, ...options, signal: control.signal, onProgress });
  const run = runner.run();
  await Promise.race([there.then(() => work(runner)), run]);
  control.abort();
  await run;
};

describe('a policy', () => {
  it('sends what follows under an id made of the event, again after a stop before its checkpoint', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    log.say('case-2', 'Joined');
    log.say('case-3', 'Unconcerned');
    const { rpc, calls } = recorder();
    const options = { store: log.store, rpc, readStore: freshStore() };
    const failpoint = () => Promise.reject(new Error('stop'));
    await expect(runTo({ ...options, failpoint }, log.head())).rejects.toThrow('stop');
    await runTo(options, log.head());
    const commandId = policyCommandId('handover.v1', 'case-1@0');
    const once = { operation: 'Register', payload: { commandId, of: 'case-1' } };
    expect(calls).toEqual([once, once]);
    log.say('case-1', 'Joined');
    await runTo(options, log.head());
    expect(calls).toHaveLength(2);
  });

  it('records a refusal on the first stream, under an id of its own', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    const { rpc, calls } = recorder(({ code }) => {
      if (code === undefined) throw new Refused('NoSuchUnit');
    });
    const readStore = freshStore();
    await runTo({ store: log.store, rpc, readStore }, log.head());
    expect(calls[1]).toMatchObject({ operation: 'RecordRefusal', payload: { of: 'case-1', code: 'NoSuchUnit' } });
    expect(calls[1]!.payload['commandId']).not.toBe(calls[0]!.payload['commandId']);
    expect(await listSetAside(readStore)).toEqual([]);
  });

  it('has each attempt observed where something follows from the event', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    log.say('case-2', 'Joined');
    log.say('case-3', 'Unconcerned');
    const { rpc, calls } = recorder((_, call) => {
      if (call === 1) throw new Unavailable('away');
    });
    const seen: string[] = [];
    const observe: PolicyRunnerOptions['observe'] = async (name, [event], work) => {
      seen.push(`${name} ${event!.id}`);
      await work();
      seen.push(`sent ${calls.length}`);
    };
    await runTo({ store: log.store, rpc, readStore: freshStore(), observe, pause: async () => undefined }, log.head());
    expect(seen).toEqual(['handover.v1 case-1@0', 'handover.v1 case-1@0', 'sent 2']);
  });

  it('waits longer and longer while the other is away', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    const { rpc, calls } = recorder((_, call) => {
      if (call <= 12) throw new Unavailable('away');
    });
    const pauses: number[] = [];
    const pause = async (ms: number) => void pauses.push(ms);
    await runTo({ store: log.store, rpc, readStore: freshStore(), pause }, log.head());
    expect([calls.length, pauses[0], pauses[1], pauses.at(-1)]).toEqual([13, 50, 100, 10_000]);
  });

  it('leaves the event unacknowledged when it is stopped while the other is away', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    const control = new AbortController();
    const { rpc } = recorder(() => {
      throw new Unavailable('away');
    });
    const readStore = freshStore();
    const pause = async () => control.abort();
    await policyRunner({ policy, store: log.store, rpc, readStore, signal: control.signal, pause }).run();
    expect(await readStore.checkpoints('handover.v1')).toEqual(new Map());
  });

  it('sets a stream aside that fails otherwise, goes on with the rest, and sends it in order when retried', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver');
    log.say('case-2', 'HandedOver');
    log.say('case-1', 'Joined');
    log.say('case-1', 'Unconcerned');
    let broken = true;
    const { rpc, calls } = recorder(({ of }) => {
      if (broken && of === 'case-1') throw new Error('internal');
    });
    const readStore = freshStore();
    const aside: string[] = [];
    const options = {
      store: log.store,
      rpc,
      readStore,
      onSetAside: ({ stream }: { stream: string }) => void aside.push(stream),
    };
    await runTo(options, log.head(), async (runner) => {
      expect(await listSetAside(readStore, 'handover.v1')).toMatchObject([
        { stream: 'case-1', reason: 'Error', waiting: 2 },
      ]);
      expect(await runner.retry('case-1')).toEqual({ is: 'failed', reason: 'Error' });
      broken = false;
      expect(await runner.retry('case-1')).toEqual({ is: 'applied', events: 2 });
      expect(await runner.retry('case-1')).toEqual({ is: 'unknown' });
    });
    expect([aside, await listSetAside(readStore)]).toEqual([['case-1'], []]);
    expect(calls.map(({ payload }) => payload['of'])).toEqual(['case-1', 'case-2', 'case-1', 'case-1']);
    log.say('case-1', 'Broken');
    await runTo(options, log.head());
    expect((await listSetAside(readStore))[0]).toMatchObject({ reason: 'TypeError', eventType: 'Broken' });
  });

  it('sets a stream aside that holds a type newer than the program, and goes on with it after the update', async () => {
    const log = fakeLog();
    log.say('case-1', 'Promoted');
    log.say('case-2', 'HandedOver');
    log.say('case-1', 'HandedOver');
    const { rpc, calls } = recorder();
    const options = { store: log.store, rpc, readStore: freshStore() };
    await runTo(options, log.head());
    expect(await listSetAside(options.readStore)).toMatchObject([
      { stream: 'case-1', eventType: 'Promoted', reason: expect.stringMatching(/^NewerThanProgram: /), waiting: 2 },
    ]);
    expect(calls.map(({ payload }) => payload['of'])).toEqual(['case-2']);
    log.say('case-3', 'Joined');
    const updated = { ...policy, types: [...policy.types, 'Promoted'] };
    await runTo({ ...options, policy: updated }, log.head(), (runner) => runner.retry('case-1'));
    expect(calls.map(({ payload }) => payload['of'])).toEqual(['case-2', 'case-1']);
    expect(await listSetAside(options.readStore)).toEqual([]);
  });

  it('goes on with a stream that another worker has retried since it looked', async () => {
    const log = fakeLog();
    log.say('case-1', 'HandedOver', {});
    const readStore = freshStore();
    let broken = true;
    const { rpc, calls } = recorder(() => {
      if (broken) throw new TypeError('secret');
    });
    const options = { store: log.store, readStore, rpc };
    await runTo(options, log.head(), async (second) => {
      expect(await listSetAside(readStore)).toHaveLength(1);
      broken = false;
      log.say('case-2', 'Joined');
      await runTo(options, log.head(), async (first) =>
        expect(await first.retry('case-1')).toMatchObject({ is: 'applied' }),
      );
      const before = calls.length;
      log.say('case-1', 'HandedOver', {});
      while (second.position() < log.head()) await new Promise((resolve) => setImmediate(resolve));
      expect(calls.length).toBe(before + 1);
      expect(await listSetAside(readStore)).toEqual([]);
    });
  });
});
