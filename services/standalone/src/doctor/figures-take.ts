import type { ReadStore, EventBus } from '@sunlit/kernel';
import { PUBLISHERS } from '@sunlit/contracts';
import { relayOf } from '@sunlit/platform';
import type { Log } from './doctor.types.js';

const LOOK_AGAIN_MS = 50;
const FIGURES = 'figures.v2';

const sum = (numbers: readonly number[]): number => numbers.reduce((so, one) => so + one, 0);

interface Waiting {
  readonly readStore: ReadStore;
  readonly bus: EventBus;
  /** Of the topics. */
  readonly version: number;
  /** The services whose streams are in the log. */
  readonly servicesOf: (log: Log) => readonly string[];
  /** Waits between two looks, told whether anything moved since the one before; false: it has been long enough. */
  readonly wait: (ms: number, moved: boolean) => Promise<boolean>;
}

/** Waits until the relays have sent, and statistics has taken, all up to these ends of the logs; false where `wait` gave up first. */
export const figuresTakeFrom =
  ({ readStore, bus, version, servicesOf, wait }: Waiting) =>
  async (heads: ReadonlyMap<Log, number>): Promise<boolean> => {
    const relays = [...heads].flatMap(([log, head]) =>
      servicesOf(log).flatMap((service) =>
        PUBLISHERS.includes(service) ? [{ name: relayOf(service, version), head }] : [],
      ),
    );
    /** How much lies before the relays, in positions of their logs. */
    const unsent = async (): Promise<number> => {
      const left = relays.map(async ({ name, head }) =>
        Math.max(0, head - ((await readStore.checkpoints(name)).get(0) ?? 0)),
      );
      return sum(await Promise.all(left));
    };
    /** How many messages lie before statistics. */
    const untaken = async (): Promise<number> => {
      const [ends, reached] = await Promise.all([bus.ends(PUBLISHERS), readStore.checkpoints(FIGURES)]);
      return sum([...ends].map(([partition, end]) => Math.max(0, end - (reached.get(partition) ?? -1))));
    };
    for (const left of [unsent, untaken])
      for (let [before, now] = [Infinity, await left()]; now > 0; [before, now] = [now, await left()])
        if (!(await wait(LOOK_AGAIN_MS, now < before))) return false;
    return true;
  };
