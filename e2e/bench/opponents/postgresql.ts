import pg from 'pg';
import type { JsonObject, KeyStore } from '@sunlit/kernel';
import { answered, type BackEnd, type Kept } from './back-end.js';
import { checkAndSeal } from './checked.js';

/** Connections of the pool: more of them made neither kind of insert faster on two cores. */
const CONNECTIONS = 32;
const ASKED = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'commit_delay'];

/** How durable the server makes what it acknowledges, as it says itself. */
export const postgresqlSettings = async (pool: pg.Pool): Promise<string> => {
  const sql = 'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name';
  const { rows } = await pool.query<{ name: string; setting: string }>(sql, [ASKED]);
  return `PostgreSQL: ${rows.map(({ name, setting }) => `${name}=${setting}`).join(' ')}`;
};

interface Way {
  readonly name: 'one-row' | 'rows';
  readonly tables: string;
  readonly insert: (pool: pg.Pool, id: string, data: JsonObject) => Promise<string>;
  readonly byCategory: string;
  readonly counted: readonly string[];
}

const ONE_ROW: Way = {
  name: 'one-row',
  tables: `CREATE TABLE IF NOT EXISTS complaint (
    id uuid PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY, received_at timestamptz NOT NULL DEFAULT now(), body jsonb NOT NULL)`,
  insert: async (pool, id, data) => {
    const text = 'INSERT INTO complaint (id, body) VALUES ($1, $2) RETURNING number';
    const { rows } = await pool.query<{ number: string }>({
      name: 'register',
      text,
      values: [id, JSON.stringify(data)],
    });
    return rows[0]!.number;
  },
  byCategory: `SELECT body->>'category' AS category, count(*)::int AS n FROM complaint GROUP BY 1`,
  counted: ['complaint'],
};

/** The parts of a case as rows: three of persons, one a named attribute, two of its course, one of its clock. */
const partsOf = ({ caller, statement, subject, attributes }: JsonObject): readonly (readonly [string, string])[] => {
  const persons = Object.entries({ caller, statement, subject }).filter(([, box]) => box !== undefined);
  const named = Object.entries((attributes ?? {}) as JsonObject);
  const course: [string, JsonObject][] = [
    ['registered', {}],
    ['accepted', {}],
    ['due', { on: '2026-12-31' }],
  ];
  return [...persons, ...named, ...course].map(([part, value]) => [part, JSON.stringify(value)] as const);
};

const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};

const ROWS: Way = {
  name: 'rows',
  tables: `CREATE TABLE IF NOT EXISTS complaint (
      id uuid PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY, received_at timestamptz NOT NULL DEFAULT now(),
      kind text NOT NULL, category text NOT NULL, source text NOT NULL, medium text NOT NULL, urgency text NOT NULL, summary text NOT NULL);
    CREATE TABLE IF NOT EXISTS complaint_part (
      complaint uuid NOT NULL REFERENCES complaint, part text NOT NULL, value jsonb NOT NULL, PRIMARY KEY (complaint, part))`,
  insert: (pool, id, data) =>
    inTransaction(pool, async (client) => {
      const { kind, category, source, medium, urgency, summary } = data;
      const { rows } = await client.query<{ number: string }>({
        name: 'register',
        text: `INSERT INTO complaint (id, kind, category, source, medium, urgency, summary)
          VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number`,
        values: [id, kind, category, source, medium, urgency, summary],
      });
      const parts = partsOf(data);
      await client.query({
        name: 'parts',
        text: 'INSERT INTO complaint_part SELECT $1, part, value FROM unnest($2::text[], $3::jsonb[]) AS p(part, value)',
        values: [id, parts.map(([part]) => part), parts.map(([, value]) => value)],
      });
      return rows[0]!.number;
    }),
  byCategory: 'SELECT category, count(*)::int AS n FROM complaint GROUP BY 1',
  counted: ['complaint', 'complaint_part'],
};

const keptIn = async (pool: pg.Pool, { byCategory, counted }: Way): Promise<Kept> => {
  const { rows } = await pool.query<{ category: string; n: number }>(byCategory);
  const tables = counted.map(async (table) => {
    const counted = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return [table, counted.rows[0]!.n] as const;
  });
  return {
    cases: rows.reduce((sum, { n }) => sum + n, 0),
    byCategory: Object.fromEntries(rows.map(({ category, n }) => [category, n])),
    rows: Object.fromEntries(await Promise.all(tables)),
  };
};

/** Registers in PostgreSQL, as one JSONB row a case or as rows of its parts in one transaction; a pool, statements prepared once. */
export const postgresql = async (url: string, name: Way['name'], keys: Pick<KeyStore, 'take'>): Promise<BackEnd> => {
  const way = name === 'rows' ? ROWS : ONE_ROW;
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query(way.tables);
  const seal = checkAndSeal(keys);
  return {
    name,
    command: async (payload) => answered(payload, await way.insert(pool, payload.commandId, await seal(payload))),
    settings: async () => [await postgresqlSettings(pool), `a pool of ${CONNECTIONS} connections`],
    kept: () => keptIn(pool, way),
    close: () => pool.end(),
  };
};
