import type { CommandPayload } from '@sunlit/casework';
import type { SqliteEventStore } from '@sunlit/event-store/sqlite';
import type { JsonObject } from '@sunlit/kernel';
import type { BackEnd, Kept } from './back-end.js';

/** Counts the log's complaints and their facts, read from its beginning. */
export const keptIn = async (log: SqliteEventStore): Promise<Kept> => {
  const [byCategory, rows]: Record<string, number>[] = [{}, {}];
  let cases = 0;
  const end = new AbortController();
  for await (const { events, caughtUp } of log.subscribe({
    after: 0,
    categories: ['complaint'],
    signal: end.signal,
    batch: 2000,
  })) {
    for (const { type, data } of events) {
      rows![type] = (rows![type] ?? 0) + 1;
      if (type !== 'CaseRegistered') continue;
      cases++;
      const category = String(data['category' as never]);
      byCategory![category] = (byCategory![category] ?? 0) + 1;
    }
    if (caughtUp) end.abort();
  }
  return { cases, byCategory: byCategory!, rows: rows! };
};

/** The product's own command operation of complaints, on its SQLite log. */
export const sunlit = (command: (payload: CommandPayload) => Promise<JsonObject>, log: SqliteEventStore): BackEnd => ({
  name: 'sunlit',
  command,
  settings: async () => [sqliteSettings(log)],
  kept: () => keptIn(log),
  close: async () => undefined,
});

/** How durable a log's connection makes what it acknowledges, as SQLite says itself. */
export const sqliteSettings = (log: SqliteEventStore): string => {
  const { version, ...pragmas } = log.settings();
  const said = Object.entries(pragmas).map(([name, value]) => `${name}=${value}`);
  return `SQLite ${version}: ${said.join(' ')} (synchronous 2 is FULL: fsync at each commit)`;
};
