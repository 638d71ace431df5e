import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import type { Projection } from '@sunlit/kernel';
import {
  EVERY_SERVICE,
  configurationFrom,
  loggedRpc,
  loggerFor,
  officeOf,
  openStores,
  systemClock,
} from '@sunlit/platform';
import { projectionRunner, type ProjectionRunner } from '@sunlit/runner';
import { assemble } from '@sunlit/standalone/assemble';
import { fillYear } from './year-log.js';

/** The services on a year's log that was filled without them; nothing is folded until it is asked for. */
export const filledOffice = async (events: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const began = performance.now();
  const configuration = configurationFrom({ SUNLIT_DATA: folder, SUNLIT_LOG: 'error' }, folder);
  const log = sqliteEventStore({ file: join(folder, 'events.sqlite') });
  const year = await fillYear(log, events);
  log.checkpoint();
  const logger = loggerFor('error', 'bench');
  const stores = await openStores(configuration, { service: EVERY_SERVICE, roles: ['api', 'worker'], store: log });
  const { context, definitions } = await assemble({
    stores,
    office: officeOf(configuration),
    clock: systemClock,
    rpc: loggedRpc(logger),
    logger,
    data: folder,
  });
  const of = (name: string) => definitions.find((definition) => definition.name === name)!;
  console.log(
    `  ${year.events.toLocaleString('en')} events of ${year.matters.length.toLocaleString('en')} matters, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return {
    folder,
    log,
    year,
    context,
    of,
    /** The complaints' list of matters, and the figures. */
    desk: of('complaints').projections[0]!,
    figures: of('statistics').consumers[0]!,
    close: async () => {
      await stores.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

export type FilledOffice = Awaited<ReturnType<typeof filledOffice>>;

/** A projection that is being kept up and has come to the end of the log. */
export interface Following {
  readonly runner: ProjectionRunner;
  /** From the first event to the last, in seconds. */
  readonly seconds: number;
  stop(): Promise<void>;
}

export interface FollowOptions {
  readonly projection: Projection;
  readonly source: { readonly log: FilledOffice['log'] } | { readonly bus: FilledOffice['context']['bus'] };
  readonly readStore: FilledOffice['context']['readStore'];
  readonly batch?: number;
  /** Where it is at an end: a position of the log. */
  readonly upTo: number;
}

/** Starts a projection and resolves when it has folded all there is. */
export const follow = async ({ upTo, ...options }: FollowOptions): Promise<Following> => {
  const end = new AbortController();
  const began = performance.now();
  let running: Promise<void> = Promise.resolve();
  const runner = await new Promise<ProjectionRunner>((resolve, reject) => {
    const made = projectionRunner({
      ...options,
      signal: end.signal,
      onProgress: (position) => position >= upTo && resolve(made),
    });
    running = made.run();
    running.catch(reject);
  });
  const seconds = (performance.now() - began) / 1000;
  return {
    runner,
    seconds,
    stop: async () => {
      end.abort();
      await running;
    },
  };
};
