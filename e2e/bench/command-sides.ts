import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresqlPrograms, startPostgresql } from '../servers/ferretdb/postgresql.mjs';
import { freePort } from '../servers/free-port.mjs';
import type { Size } from './bench.js';
import { closedLoop, openConnections } from './closed-loop.js';
import { startOpponent, type OpponentProcess } from './opponent-process.js';
import type { BackEndName, Kept } from './opponents/back-end.js';
import { PINNED, asLoad } from './pinning.js';
import { registrations, tally, type Tally } from './registrations.js';
import { interleaved, printRatios, type Side } from './rounds.js';

const CONNECTIONS = 64;

/** What a bench of P1–P3 compares the product with, behind both fronts. */
export interface CommandBench {
  readonly opponents: readonly BackEndName[];
  /** Whether the case is accepted in the same command, with its deadline, field and district. */
  readonly accept: boolean;
}

type Front = 'bare' | 'graphql';
const FRONTS: readonly (readonly [Front, string])[] = [
  ['bare', 'a bare Nest route'],
  ['graphql', 'a GraphQL mutation through Apollo, signed in'],
];
const NAMES: Readonly<Record<BackEndName, string>> = {
  sunlit: 'Sunlit, SQLite log',
  'one-row': 'PostgreSQL, one JSONB row',
  rows: 'PostgreSQL, normalised rows',
  nothing: 'a handler that does nothing',
  checked: 'a handler that checks and seals, and keeps nothing',
};

interface Running extends Side {
  readonly server: OpponentProcess;
  readonly tally: Tally;
  close(): Promise<void>;
}

/** Rows, or facts, that the cases must have become. */
const expectedRows = (backEnd: BackEndName, accept: boolean, cases: number): Readonly<Record<string, number>> => {
  if (backEnd === 'one-row') return { complaint: cases };
  if (backEnd === 'rows') return { complaint: cases, complaint_part: cases * 8 };
  if (backEnd !== 'sunlit') return {};
  const accepted = accept ? { AttributesGiven: cases, CaseAccepted: cases, DeadlineSet: cases } : {};
  return { CaseRegistered: cases, ...accepted };
};

const sorted = (counts: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(counts).sort());

/** Throws where what a side keeps is not what the generator was told. */
const checkKept = (name: string, kept: Kept, told: Tally, rows: Readonly<Record<string, number>>): void => {
  const same = kept.cases === told.cases() && sorted(kept.byCategory) === sorted(told.byCategory);
  if (same && sorted(kept.rows) === sorted(rows)) return;
  throw new Error(
    `${name} keeps ${JSON.stringify(kept)}; acknowledged were ${told.cases()}: ${sorted(told.byCategory)}, rows ${sorted(rows)}.`,
  );
};

const side = async (backEnd: BackEndName, front: Front, options: SideOptions): Promise<Running> => {
  const { folder, postgresql, accept, seconds } = options;
  const data = join(folder, `${front}-${backEnd}`);
  mkdirSync(data, { recursive: true });
  const server = await startOpponent({ backEnd, front, data, postgresql });
  const connections = await openConnections(server.url, CONNECTIONS);
  const told = tally();
  const next = registrations({ url: server.url, front, accept, ...(server.token && { token: server.token }) });
  return {
    name: NAMES[backEnd],
    server,
    tally: told,
    run: () => asLoad(() => closedLoop({ connections, seconds, next, tally: told })),
    close: async () => {
      connections.forEach((connection) => connection.close());
      checkKept(NAMES[backEnd], await server.kept(), told, expectedRows(backEnd, accept, told.cases()));
      await server.stop();
    },
  };
};

interface SideOptions extends CommandBench {
  readonly folder: string;
  readonly postgresql: string | null;
  readonly seconds: number;
}

const behind = async (front: Front, options: SideOptions, rounds: number): Promise<void> => {
  const running: Running[] = [];
  for (const backEnd of ['sunlit', ...options.opponents] as const) running.push(await side(backEnd, front, options));
  for (const { name, server } of running)
    for (const line of await server.settings()) console.log(`    ${name}: ${line}`);
  const rates = await interleaved(running, rounds);
  for (const one of running) await one.close();
  const pairs = options.opponents.map((opponent) => [NAMES.sunlit, NAMES[opponent]] as const);
  printRatios(rates, { unit: 'registrations/s', pairs });
  const counted = running.map(({ name, tally: told }) => `${name} ${told.cases()}`).join(', ');
  console.log(`    kept as acknowledged, by category and by row: ${counted}`);
};

const startedPostgresql = async (folder: string) => {
  const port = await freePort();
  const programs = postgresqlPrograms('P1, P2 and P9 need');
  const server = await startPostgresql(programs, join(folder, 'postgresql'), port);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
};

/** A PostgreSQL of the bench's own in this folder, made with Debian's package and its defaults. */
export { startedPostgresql };

/** Commands over HTTP, 64 connections, the product and its opponents in turn, behind each front. */
export const commandBench =
  (bench: CommandBench) =>
  async ({ small }: Size): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
    const needsDatabase = bench.opponents.some((name) => name === 'one-row' || name === 'rows');
    const postgresql = needsDatabase ? await startedPostgresql(folder) : null;
    console.log(`  ${CONNECTIONS} connections; ${PINNED}; NODE_ENV=${process.env['NODE_ENV']}`);
    try {
      for (const [front, words] of FRONTS) {
        console.log(`  behind ${words}`);
        const own = join(folder, front);
        const database = postgresql && (await databaseFor(postgresql.url, front));
        const options = { ...bench, folder: own, postgresql: database, seconds: small ? 0.4 : 3 };
        await behind(front, options, small ? 2 : 7);
      }
    } finally {
      await postgresql?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };

/** A database of its own for each front, so that each begins empty. */
const databaseFor = async (url: string, name: string): Promise<string> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return url.replace(/\/postgres$/, `/${name}`);
};
