import { AsyncLocalStorage } from 'node:async_hooks';
import { addDays, dayOf, daysBetween, startOfDay, type Day } from '@sunlit/calendar';
import { timeOrderedId, type Clock, type Rpc } from '@sunlit/kernel';
import { createHash } from 'node:crypto';
import type { DemoAction } from './demo.types.js';
import { daysFrom } from './office-days.js';

/** A clock for many commands on their way at once: each has its own time, everything else the time of the last one begun. */
export interface DemoClock {
  readonly now: Clock;
  /** Moves on the time of what is no command's own; it never goes back. */
  set(ms: number): void;
  /** Runs the work at its own time. */
  at<T>(ms: number, work: () => Promise<T>): Promise<T>;
}

export const demoClock = (start: number): DemoClock => {
  const own = new AsyncLocalStorage<number>();
  let common = start;
  return {
    now: () => own.getStore() ?? common,
    set: (ms) => void (common = Math.max(common, ms)),
    at: (ms, work) => own.run(ms, work),
  };
};

export interface MakeDemoOptions {
  readonly rpc: Rpc;
  readonly actions: readonly DemoAction[];
  readonly seed: number;
  readonly clock: DemoClock;
  readonly timeZone: string;
  /** Resolves when everything written is folded and followed. */
  readonly settle: () => Promise<void>;
  /** One round of the timers, as of then. */
  readonly timers: (now: number) => Promise<void>;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly day: string }) => void;
}

/** How many matters are on their way at once: enough to share a commit. */
const AT_ONCE = 64;
const HOUR = 3_600_000;
/** Timers run in the morning, before anybody works. */
const TIMERS_AT = 7 * HOUR;

const idOf = (seed: number, index: number, at: number): string =>
  timeOrderedId(at, createHash('sha256').update(`${seed} ${index}`).digest().subarray(0, 10));

/** Streams of matters begun; that of a handed-over one is asked for when its complaint is first spoken of. */
const streamsOf = (rpc: Rpc) => {
  const known = new Map<string, string>();
  const viewer = { account: 'system', role: 'system' };
  const successor = async (key: string): Promise<string> => {
    const answer = await rpc.call('consultations', 'case', { stream: known.get(key)!, viewer });
    const { handedOverTo } = (answer['case'] ?? {}) as { handedOverTo?: string };
    if (!handedOverTo) throw new Error(`${known.get(key)} was not handed over: the demo's plan is wrong.`);
    known.set(key, handedOverTo);
    return handedOverTo;
  };
  return {
    begun: (key: string, stream: string) => void known.set(key, stream),
    /** The other matters an action names, by the streams they have become. */
    named: ({ names = {} }: DemoAction) =>
      Object.fromEntries(Object.entries(names).map(([field, matter]) => [field, known.get(matter)!])),
    of: async ({ matter, service }: DemoAction): Promise<string | undefined> => {
      const stream = known.get(matter);
      return stream?.startsWith('consultation') && service === 'complaints' ? successor(matter) : stream;
    },
  };
};

/** The items by what they have in common, each group in the order given. */
const grouped = <T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(by(item)) ?? [];
    group.push(item);
    groups.set(by(item), group);
  }
  return groups;
};

/** Runs `work` on every item, at most `limit` at once; stops at the first failure. */
const atMost = async <T>(limit: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const left = [...items].reverse();
  const hand = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, hand));
};

/** Longer stretches in which nobody does anything are passed over: nothing is open then that time could move. */
const LONGEST_QUIET = 31;

/** The days of work, and the quiet ones between them. */
const withQuietDays = (days: readonly Day[]): Day[] =>
  days.flatMap((day, index) => {
    const next = days[index + 1];
    return next && daysBetween(day, next) <= LONGEST_QUIET ? daysFrom(day, addDays(next, -1)) : [day];
  });

/**
 * Sends the actions through the same commands anyone would send, day by day under the demo's clock; each morning what is due falls due.
 * Throws at the first refusal, naming the action: a plan that is refused is a bug.
 */
export const makeDemo = async (options: MakeDemoOptions): Promise<void> => {
  const { rpc, actions, seed, clock, timeZone, settle, timers, onProgress } = options;
  const streams = streamsOf(rpc);
  let done = 0;

  const send = async (action: DemoAction & { readonly index: number }): Promise<void> => {
    const { at, matter, service, operation = 'command', type, by, index } = action;
    const stream = await streams.of(action);
    const data = { ...action.data, ...streams.named(action) };
    const payload = { type, data, by: { ...by }, commandId: idOf(seed, index, at), ...(stream && { stream }) };
    // What follows from a command by itself (a handover) must not happen before it.
    clock.set(at);
    const answer = await clock
      .at(at, () => rpc.call(service, operation, payload))
      .catch((cause: unknown) => {
        throw new Error(`The demo's ${type} of matter ${matter} was refused: ${(cause as Error).message}`, { cause });
      });
    if (!stream) streams.begun(matter, answer['stream'] as string);
    done++;
  };

  const days = grouped(
    actions.map((action, index) => ({ ...action, index })),
    ({ at }) => dayOf(new Date(at).toISOString(), timeZone),
  );
  for (const day of withQuietDays([...days.keys()])) {
    const today = days.get(day) ?? [];
    const morning = Date.parse(startOfDay(day, timeZone)) + TIMERS_AT;
    // What follows from the work of the last day is of that day.
    await settle();
    clock.set(morning);
    await clock.at(morning, () => timers(morning));
    await atMost(AT_ONCE, [...grouped(today, ({ matter }) => matter).values()], async (commands) => {
      for (const command of commands) await send(command);
    });
    onProgress?.({ done, total: actions.length, day });
  }
  await settle();
};
