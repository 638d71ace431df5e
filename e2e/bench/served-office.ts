import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { servingOneProcess } from '../harness/one-process.js';
import { closedLoop, openConnections } from './closed-loop.js';
import type { HttpConnection } from './http-connection.js';
import { operatorToken } from './opponent-process.js';
import { keptIn, sqliteSettings } from './opponents/sunlit.js';
import { PINNED, pinProgram } from './pinning.js';
import { registrations, tally } from './registrations.js';

/** Clients that find the peak: more of them made it no higher. */
export const CLIENTS = 64;

/** The whole product in its one process, on an empty data folder, with a generator of registrations and what it was told. */
export const servedOffice = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const server = await servingOneProcess(['serve', '--data', folder]);
  const token = await operatorToken(server.url, server.password!);
  pinProgram(server.pid);
  const told = tally();
  const next = registrations({ url: server.url, front: 'graphql', accept: true, token });
  const log = sqliteEventStore({ file: join(folder, 'events.sqlite'), readOnly: true });
  const opened: (readonly HttpConnection[])[] = [];
  const connections = async (count: number): Promise<readonly HttpConnection[]> => {
    opened.push(await openConnections(server.url, count));
    return opened.at(-1)!;
  };
  const clients = await connections(CLIENTS);
  console.log(`  one process with both roles, everything folded and followed meanwhile; ${PINNED}`);
  console.log('  commands: a complaint registered and accepted (four facts), by GraphQL over HTTP');
  return {
    folder,
    url: server.url,
    told,
    next,
    connections,
    /** Registrations a second that the clients bring it to at most, in so many seconds. */
    peak: (seconds: number): Promise<number> => closedLoop({ connections: clients, seconds, next, tally: told }),
    clients,
    log,
    /** Throws where the log lacks one that was acknowledged, or has more than were sent. */
    mustHaveKept: async (unanswered = 0): Promise<void> => {
      const { cases } = await keptIn(log);
      if (cases < told.cases() || cases > told.cases() + unanswered)
        throw new Error(`${cases} cases are kept; ${told.cases()} were acknowledged, ${unanswered} not answered.`);
    },
    /** What the writer's connection says is its own; a second one of the same code says it here. */
    settings: async (): Promise<string> => {
      const own = sqliteEventStore({ file: join(folder, 'probe.sqlite') });
      const said = sqliteSettings(own);
      await own.close();
      return said;
    },
    close: async (): Promise<void> => {
      for (const some of opened) some.forEach((connection) => connection.close());
      await log.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

export type ServedOffice = Awaited<ReturnType<typeof servedOffice>>;
