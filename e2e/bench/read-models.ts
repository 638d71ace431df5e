import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { Acknowledged } from './load.js';

/** The collections in which what is looked for is found: from the service's own log, and over Kafka. */
export const DESK = 'complaint-desk.v2';
export const FIGURES = 'figures.v2';

const LOOK_EVERY_MS = 2;
/** Versions are stored times this. */
const SCALE = 4096;
const GIVE_UP_MS = 60_000;

interface Row {
  readonly _id: string;
  readonly version: number;
}

/** Looks for acknowledged commands until each is there. */
export interface Watch {
  await(command: Acknowledged): void;
  /** Waits for the last; how long each took, in ms. Up to the time between two looks is ours. */
  end(): Promise<readonly number[]>;
}

/** What is in the read models, asked of MongoDB itself. */
export interface ReadModels {
  watch(model: string): Watch;
  /** Resolves when so many documents are there; throws when it takes longer than a minute or there are more. */
  holds(model: string, documents: number): Promise<void>;
  close(): Promise<void>;
}

export const openReadModels = async (url: string): Promise<ReadModels> => {
  const connection = await mongoose.createConnection(url).asPromise();
  const rows = (model: string) => connection.collection<Row>(model.replaceAll('.', ':'));

  const watch = (model: string): Watch => {
    const waiting = new Map<string, Acknowledged>();
    const lags: number[] = [];
    let [ending, last] = [false, performance.now()];

    const look = async (): Promise<void> => {
      const ids = [...waiting.keys()];
      const found = await rows(model)
        .find({ _id: { $in: ids } }, { projection: { version: 1 } })
        .toArray();
      last = performance.now();
      for (const { _id, version } of found) {
        const command = waiting.get(_id)!;
        if (version < command.revision * SCALE) continue;
        lags.push(Math.max(0, last - command.at));
        waiting.delete(_id);
      }
    };
    const looking = (async () => {
      let asked = performance.now();
      while (!ending || waiting.size > 0) {
        if (waiting.size > 0) await look();
        else asked = performance.now();
        if (ending && performance.now() - asked > GIVE_UP_MS) throw new Error(`${waiting.size} never came to ${model}`);
        await pause(LOOK_EVERY_MS);
      }
    })();
    looking.catch(() => undefined);
    return {
      await: (command) => void waiting.set(command.stream, command),
      end: async () => {
        ending = true;
        await looking;
        return lags;
      },
    };
  };

  return {
    watch,
    holds: async (model, documents) => {
      const until = performance.now() + GIVE_UP_MS;
      for (;;) {
        const found = await rows(model).countDocuments();
        if (found === documents) return;
        if (found > documents || performance.now() > until)
          throw new Error(`${model} holds ${found} documents, ${documents} were to be there.`);
        await pause(10);
      }
    },
    close: () => connection.close(),
  };
};
