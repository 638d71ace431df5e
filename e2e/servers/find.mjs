import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerAnswers, dockerKafka, dockerKurrentdb, dockerMongodb } from './docker.mjs';
import { startFerretdb } from './ferretdb/start.mjs';
import { startKafka } from './kafka/start.mjs';
import { startKurrentdbStandIn } from './kurrentdb/stand-in.mjs';
import { startMongoJavaServer } from './mongo-java-server/start.mjs';

/** Servers for tests: under which variable the tests find each, and how it is had where nobody names one. */
const SERVERS = [
  {
    variable: 'SUNLIT_TEST_KAFKA',
    what: 'Kafka',
    docker: dockerKafka,
    own: async (folder) => startKafka({ folder: join(folder, 'kafka') }),
  },
  {
    variable: 'SUNLIT_TEST_MONGODB',
    what: 'MongoDB (scenarios, volume)',
    docker: dockerMongodb,
    own: async () => startMongoJavaServer(),
    instead: 'MongoDB itself was not run: this speaks its protocol, in memory',
  },
  {
    variable: 'SUNLIT_TEST_MONGODB_DURABLE',
    what: 'MongoDB (contracts, crashes)',
    sharesWith: 'SUNLIT_TEST_MONGODB',
    own: async () => startFerretdb(),
    instead: 'MongoDB itself was not run: this speaks its protocol, on a real database',
  },
  {
    variable: 'SUNLIT_TEST_KURRENTDB',
    what: 'KurrentDB (contract)',
    docker: dockerKurrentdb,
    own: async (folder) => startKurrentdbStandIn({ file: join(folder, 'kurrentdb.jsonl') }),
    instead: 'KurrentDB itself was not run: name one with SUNLIT_TEST_KURRENTDB',
  },
];

const inDocker = async ({ what, docker }, say) => {
  try {
    return await docker();
  } catch (error) {
    say(`${what}: not from Docker (${String(error.message).split('\n')[0]})`);
    return null;
  }
};

/** One server: the address that is named, else one from Docker, else one of our own. */
const find = async (server, { docker, folder, say }) => {
  const named = process.env[server.variable];
  if (named)
    return { address: named, name: `as named, ${named.replace(/\/\/[^@/]*@/, '//')}`, stop: async () => undefined };
  const shared = server.sharesWith && docker.found.get(server.sharesWith);
  if (shared) return { ...shared, stop: async () => undefined };
  const contained = server.docker && docker.answers ? await inDocker(server, say) : null;
  if (contained) {
    docker.found.set(server.variable, contained);
    return contained;
  }
  const own = await server.own(folder);
  return { ...own, address: own.address ?? own.url, instead: server.instead };
};

/**
 * Finds or starts every server the tests need, each on this machine only, and puts its address into the environment. `report` says what
 * each is, and what could not be had for real; `stop` ends what was started.
 *
 * @param {{ say?: (line: string) => void }} [options]
 */
export const findServers = async ({ say = console.log } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-servers-'));
  const docker = { answers: dockerAnswers(), found: new Map() };
  const running = [];
  const stop = async () => {
    for (const { stop: end } of running.splice(0).reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const lines = [];
    for (const server of SERVERS) {
      const found = await find(server, { docker, folder, say });
      running.push(found);
      process.env[server.variable] = found.address;
      const version = found.version ? ` ${found.version}` : '';
      lines.push(`${server.what.padEnd(30)} ${found.name}${version}${found.instead ? `  (${found.instead})` : ''}`);
      say(lines.at(-1));
    }
    const names = Object.fromEntries(
      SERVERS.map(({ variable }, at) => [variable, `${running[at].name} ${running[at].version ?? ''}`.trim()]),
    );
    return { report: () => lines, names, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
