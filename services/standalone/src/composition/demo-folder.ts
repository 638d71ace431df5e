import { existsSync, renameSync, rmSync } from 'node:fs';
import { timeOrderedId, type Clock, type Rpc } from '@sunlit/kernel';
import {
  configurationFrom,
  officeOf,
  systemClock,
  type Configuration,
  type Logger,
  type Office,
} from '@sunlit/platform';
import {
  demoClock,
  makeDemo,
  planKnowledge,
  planRecent,
  planYear,
  recentPolicy,
  type DemoAction,
  type PlanOptions,
} from '../demo/index.js';
import { openOneThread } from './one-thread.js';
import { takeDataFolder } from './data-folder.js';

/** One account a role, so that a visitor can be each of them. The store is a demo's and listens on this machine only. */
export const DEMO_PASSWORD = 'sunlit-demo';
export const DEMO_ACCOUNTS: readonly { readonly account: string; readonly role: string; readonly unit?: string }[] = [
  { account: 'administrator', role: 'administrator' },
  { account: 'operator', role: 'operator' },
  { account: 'handler', role: 'unit-handler', unit: 'city-transit' },
  { account: 'reviewer', role: 'reviewer' },
  { account: 'analyst', role: 'analyst' },
];
const YEAR = 2021;

/** Whether the folder holds a store already: a half-made one never stands in its place. */
export const demoExists = ({ eventStore }: Configuration): boolean => existsSync(eventStore.rest);

const createAccounts = async (rpc: Rpc, clock: Clock): Promise<void> => {
  const by = { account: 'system', role: 'system' };
  for (const account of DEMO_ACCOUNTS) {
    const change = {
      type: 'CreateAccount',
      ...account,
      password: DEMO_PASSWORD,
      commandId: timeOrderedId(clock()),
      by,
    };
    await rpc.call('gateway', 'changeAccount', change);
  }
};

interface Making {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly seed: number;
  readonly onProgress: (text: string) => void;
}

/** Fills a folder through the commands anyone would send, under the demo's own clock: the year, then the days before now under another policy. */
const fill = async ({ configuration, logger, seed, onProgress }: Making): Promise<void> => {
  const clock = demoClock(Date.UTC(YEAR - 1, 11, 31));
  const shipped = officeOf(configuration);
  const now = new Date(systemClock()).toISOString();
  const part = async (office: Office, plan: (options: PlanOptions) => readonly DemoAction[], own: number) => {
    const thread = await openOneThread({
      ...{ configuration, logger, office },
      clock: clock.now,
      origin: { kind: 'demo', seed, year: YEAR },
    });
    try {
      const { calendar } = thread.context;
      if (own === seed) await createAccounts(thread.rpc, clock.now);
      await makeDemo({
        rpc: thread.rpc,
        actions: plan({ seed, office, calendar }),
        seed: own,
        clock,
        timeZone: office.office.timeZone,
        settle: thread.worker.caughtUp,
        timers: thread.worker.timers,
        onProgress: ({ done, total, day }) =>
          onProgress(`${day}  ${done} / ${total} (${Math.floor((100 * done) / total)} %)`),
      });
    } finally {
      await thread.close();
    }
  };
  await part(shipped, (plan) => planYear({ ...plan, year: YEAR }), seed);
  await part(
    recentPolicy(shipped),
    (plan) => [...planKnowledge({ ...plan, now }), ...planRecent({ ...plan, now })].sort((a, b) => a.at - b.at),
    seed + 1,
  );
};

/** Makes the demo's year beside the folder and puts it in its place once it is whole. */
export const makeDemoFolder = async (options: Making): Promise<void> => {
  const { data, logLevel, office, host, port } = options.configuration;
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  const env = {
    SUNLIT_DATA: making,
    SUNLIT_LOG: logLevel,
    ...(office && { SUNLIT_OFFICE: office }),
    SUNLIT_HOST: host,
    SUNLIT_PORT: `${port}`,
  };
  const configuration = configurationFrom(env, data);
  const lock = takeDataFolder(configuration);
  try {
    await fill({ ...options, configuration });
  } finally {
    lock.release();
  }
  rmSync(data, { recursive: true, force: true });
  renameSync(making, data);
};
