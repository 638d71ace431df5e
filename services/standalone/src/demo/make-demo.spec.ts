import { Refused, type JsonObject, type Rpc } from '@sunlit/kernel';
import type { DemoAction } from './demo.types.js';
import { demoClock, makeDemo } from './make-demo.js';

const by = { account: 'operator', role: 'operator' };
const at = (instant: string): number => Date.parse(instant);
const action = (instant: string, matter: string, type: string, more: Partial<DemoAction> = {}): DemoAction => ({
  at: at(instant),
  matter,
  service: 'consultations',
  type,
  data: {},
  by,
  ...more,
});

type Sent = { service: string; type: string; stream?: string; commandId: string; clock: number };

/** Services that take everything, but for the types named; `handedOverTo` is where each consultation went. */
const fakeServices = (refuses: readonly string[] = []) => {
  const clock = demoClock(at('2020-12-31T00:00:00Z'));
  const sent: Sent[] = [];
  const under = { way: 0, most: 0 };
  const command = async (service: string, payload: JsonObject): Promise<JsonObject> => {
    under.most = Math.max(under.most, ++under.way);
    await new Promise((resolve) => setImmediate(resolve));
    under.way--;
    const { type, stream, commandId } = payload as unknown as Sent;
    if (refuses.includes(type)) throw new Refused('WrongState', { status: 'closed' });
    sent.push({ service, type, commandId, clock: clock.now(), ...(stream && { stream }) });
    return { stream: stream ?? `${service.slice(0, -1)}-${commandId}` };
  };
  const rpc: Rpc = {
    call: async (service, operation, payload) =>
      operation === 'command'
        ? command(service, payload)
        : { case: { handedOverTo: `complaint-of-${payload['stream'] as string}` } },
  };
  const log: string[] = [];
  const options = {
    rpc,
    clock,
    seed: 1,
    timeZone: 'Asia/Shanghai',
    settle: async () => void log.push('settled'),
    timers: async (now: number) => void log.push(`timers ${new Date(now).toISOString()}`),
  };
  return { sent, under, log, run: (actions: readonly DemoAction[]) => makeDemo({ ...options, actions }) };
};

describe('making the demo', () => {
  it('sends the commands of a matter in order, each at its own time, to the stream its registration began', async () => {
    const { sent, run } = fakeServices();
    await run([
      action('2021-01-04T01:00:00Z', 'a', 'RegisterCase'),
      action('2021-01-04T01:05:00Z', 'a', 'AssignCase'),
      action('2021-01-04T09:00:00Z', 'a', 'SignAssignment'),
    ]);
    expect(sent.map(({ type }) => type)).toEqual(['RegisterCase', 'AssignCase', 'SignAssignment']);
    const [first, ...rest] = sent;
    expect(first).not.toHaveProperty('stream');
    expect(rest.map(({ stream }) => stream)).toEqual(Array(2).fill(`consultation-${first!.commandId}`));
    expect(sent.map(({ clock }) => new Date(clock).toISOString().slice(11, 16))).toEqual(['01:00', '01:05', '09:00']);
  });

  it('goes on with the complaint a consultation became', async () => {
    const { sent, run } = fakeServices();
    await run([
      action('2021-01-04T01:00:00Z', 'a', 'RegisterCase'),
      action('2021-01-04T01:05:00Z', 'a', 'HandOver'),
      action('2021-01-05T01:00:00Z', 'a', 'AssignCase', { service: 'complaints' }),
      action('2021-01-05T02:00:00Z', 'a', 'SignAssignment', { service: 'complaints' }),
    ]);
    const stream = `complaint-of-consultation-${sent[0]!.commandId}`;
    expect(sent.slice(2).map(({ stream }) => stream)).toEqual([stream, stream]);
  });

  it('lets time pass every day, quiet ones too, but not the years between', async () => {
    const { log, run } = fakeServices();
    await run([
      action('2021-01-04T01:00:00Z', 'a', 'RegisterCase'),
      action('2021-01-06T01:00:00Z', 'b', 'RegisterCase'),
      action('2026-11-20T01:00:00Z', 'c', 'RegisterCase'),
    ]);
    // 07:00 of the office's day.
    const mornings = ['2021-01-03', '2021-01-04', '2021-01-05', '2026-11-19'].map(
      (day) => `timers ${day}T23:00:00.000Z`,
    );
    expect(log).toEqual([...mornings.flatMap((morning) => ['settled', morning]), 'settled']);
  });

  it('has many matters on their way at once, within a bound', async () => {
    const { under, sent, run } = fakeServices();
    await run(Array.from({ length: 300 }, (_, n) => action('2021-01-04T01:00:00Z', `${n}`, 'RegisterCase')));
    expect(sent).toHaveLength(300);
    expect(under.most).toBeGreaterThan(10);
    expect(under.most).toBeLessThanOrEqual(64);
  });

  it('names every command alike for the same seed', async () => {
    const once = async () => {
      const { sent, run } = fakeServices();
      await run([
        action('2021-01-04T01:00:00Z', 'a', 'RegisterCase'),
        action('2021-01-04T02:00:00Z', 'a', 'AssignCase'),
      ]);
      return sent.map(({ commandId }) => commandId);
    };
    expect(await once()).toEqual(await once());
  });

  it('fails at the first refusal, saying what was refused and why', async () => {
    const { sent, run } = fakeServices(['AssignCase']);
    const made = run([
      action('2021-01-04T01:00:00Z', 'matter 7', 'RegisterCase'),
      action('2021-01-04T01:05:00Z', 'matter 7', 'AssignCase'),
      action('2021-01-05T01:00:00Z', 'matter 8', 'RegisterCase'),
    ]);
    await expect(made).rejects.toThrow(/AssignCase of matter matter 7 was refused: .*WrongState/);
    expect(sent).toHaveLength(1);
  });
});
