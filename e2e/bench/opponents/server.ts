import { parseArgs } from 'node:util';
import { startGateway } from '@sunlit/gateway';
import { ensureAdministrator } from '@sunlit/gateway/service';
import type { JsonObject, Operations } from '@sunlit/kernel';
import {
  EVERY_SERVICE,
  configurationFrom,
  loggedRpc,
  loggerFor,
  officeOf,
  openOrigin,
  openStores,
  recordProfile,
  systemClock,
} from '@sunlit/platform';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { assemble } from '@sunlit/standalone/assemble';
import { bareFront } from './bare-front.js';
import { nothing } from './nothing.js';
import { postgresql } from './postgresql.js';
import { sunlit } from './sunlit.js';
import type { BackEnd, BackEndName } from './back-end.js';

/**
 * One side of P1–P3 as a process of its own: `--back-end` behind `--front` (bare: a Nest route; graphql: the product's own gateway, Nest and
 * Apollo, with sign-in). It has the api role alone. Says over IPC where it serves, and answers `settings`, `kept`, `stop`.
 */
const { values } = parseArgs({
  options: {
    'back-end': { type: 'string' },
    front: { type: 'string' },
    data: { type: 'string' },
    postgresql: { type: 'string' },
  },
});
const configuration = configurationFrom({ SUNLIT_DATA: values.data!, SUNLIT_LOG: 'error' }, process.cwd());
const logger = loggerFor('error', 'bench');
const log = sqliteEventStore({ file: configuration.eventStore.rest });
const stores = await openStores(configuration, { service: EVERY_SERVICE, roles: ['api', 'worker'], store: log });
await openOrigin(stores.store, systemClock, { kind: 'live' });
const office = officeOf(configuration);
await recordProfile(stores.store, systemClock, office);
const rpc = loggedRpc(logger);
const { context, definitions } = await assemble({
  stores,
  office,
  clock: systemClock,
  rpc,
  logger,
  data: configuration.data,
});

const own = definitions.find(({ name }) => name === 'complaints')!.operations;
const makers: Record<BackEndName, () => BackEnd | Promise<BackEnd>> = {
  sunlit: () => sunlit(own['command'] as never, log),
  'one-row': () => postgresql(values.postgresql!, 'one-row', stores.keys),
  rows: () => postgresql(values.postgresql!, 'rows', stores.keys),
  nothing: () => nothing(stores.keys, false),
  checked: () => nothing(stores.keys, true),
};
const backEnd = await makers[values['back-end'] as BackEndName]();

const graphqlFront = async () => {
  for (const { name, operations } of definitions) rpc.register(name, operations);
  if (backEnd.name !== 'sunlit')
    rpc.register('complaints', { ...own, command: backEnd.command } as unknown as Operations);
  const first = await ensureAdministrator(context);
  const gateway = await startGateway({ context, demo: false, host: '127.0.0.1', port: 0 });
  return { ...gateway, password: first!.password };
};

const front = values.front === 'graphql' ? await graphqlFront() : await bareFront(backEnd);

const answers: Record<string, () => Promise<unknown>> = {
  settings: backEnd.settings,
  kept: backEnd.kept,
  stop: async () => {
    await front.close();
    await backEnd.close();
    await stores.close();
    process.disconnect();
  },
};
process.on('message', (asked: string) => {
  void answers[asked]!().then((answer) => process.connected && process.send!({ answer: answer as JsonObject }));
});
process.send!({ url: front.url, ...('password' in front && { password: front.password }) });
