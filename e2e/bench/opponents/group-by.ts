import pg from 'pg';
import type { Matter } from '../year-log.js';
import { postgresqlSettings } from './postgresql.js';

/** A matter as PostgreSQL keeps it: what it is told apart by, and what happened to it, an event a row. */
export interface Told extends Matter {
  readonly id: number;
  readonly course: readonly (readonly [what: string, day: string, value: number])[];
}

const COLUMNS = ['category', 'unit', 'medium', 'source', 'district', 'result', 'month'] as const;

const TABLES = `
  CREATE TABLE matter (id int PRIMARY KEY, came_on date NOT NULL, ${COLUMNS.map((name) => `${name} text NOT NULL`).join(', ')});
  CREATE TABLE course (matter int NOT NULL REFERENCES matter, number int NOT NULL, what text NOT NULL, day date NOT NULL, value int NOT NULL,
    PRIMARY KEY (matter, number));
  CREATE TABLE matter_json (id int PRIMARY KEY, body jsonb NOT NULL);
`;
const INDEXES = `
  CREATE INDEX ON matter (came_on);
  CREATE INDEX ON course (what, day);
  VACUUM ANALYZE matter; VACUUM ANALYZE course; VACUUM ANALYZE matter_json;
`;

const insertRows = async (pool: pg.Pool, some: readonly Told[]): Promise<void> => {
  const columns = COLUMNS.map((name) => some.map((one) => one[name]));
  const lists = COLUMNS.map((_, at) => `$${at + 3}::text[]`).join(', ');
  await pool.query(`INSERT INTO matter SELECT * FROM unnest($1::int[], $2::date[], ${lists})`, [
    some.map(({ id }) => id),
    some.map(({ month }) => `${month}-15`),
    ...columns,
  ]);
  const course = some.flatMap(({ id, course: all }) => all.map((one, number) => [id, number, ...one] as const));
  const column = (at: number): readonly unknown[] => course.map((row) => row[at]);
  await pool.query(
    'INSERT INTO course SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::date[], $5::int[])',
    [0, 1, 2, 3, 4].map(column),
  );
  const bodies = some.map(({ id: _, course: all, ...body }) => {
    const told = all.map(([what, day, value]) => ({ what, day, value }));
    return JSON.stringify({ ...body, cameOn: `${body.month}-15`, course: told });
  });
  await pool.query('INSERT INTO matter_json SELECT * FROM unnest($1::int[], $2::jsonb[])', [
    some.map(({ id }) => id),
    bodies,
  ]);
};

type Counts = Readonly<Record<string, number>>;
/** A dashboard's answer: matters by each of these, and satisfied people by unit. */
export type Dashboard = Readonly<Record<'category' | 'unit' | 'medium' | 'source' | 'month' | 'satisfied', Counts>>;
const BY = ['category', 'unit', 'medium', 'source', 'month'] as const;

const WITHIN = `BETWEEN '2021-01-01' AND '2021-12-31'`;
const SQL = {
  rows: {
    by: (name: string) => `SELECT ${name} AS by, count(*)::int AS n FROM matter WHERE came_on ${WITHIN} GROUP BY 1`,
    satisfied: `SELECT m.unit AS by, count(*)::int AS n FROM course c JOIN matter m ON m.id = c.matter
      WHERE c.what = 'FollowUpRated' AND c.value >= 4 AND m.came_on ${WITHIN} GROUP BY 1`,
  },
  jsonb: {
    by: (name: string) => `SELECT body->>'${name}' AS by, count(*)::int AS n FROM matter_json
      WHERE (body->>'cameOn')::date ${WITHIN} GROUP BY 1`,
    satisfied: `SELECT body->>'unit' AS by, count(*)::int AS n FROM matter_json, jsonb_array_elements(body->'course') AS c
      WHERE c->>'what' = 'FollowUpRated' AND (c->>'value')::int >= 4 AND (body->>'cameOn')::date ${WITHIN} GROUP BY 1`,
  },
} as const;

/** PostgreSQL with the year's matters as normalised rows and as JSONB. */
export const groupBy = async (url: string, matters: readonly Told[]) => {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await pool.query(TABLES);
  for (let from = 0; from < matters.length; from += 5_000) await insertRows(pool, matters.slice(from, from + 5_000));
  for (const statement of INDEXES.split(';')) if (statement.trim()) await pool.query(statement);
  const counts = async (sql: string): Promise<Counts> => {
    const { rows } = await pool.query<{ by: string; n: number }>(sql);
    return Object.fromEntries(rows.map(({ by, n }) => [by, n]));
  };
  return {
    settings: () => postgresqlSettings(pool),
    /** The queries one after another, as a page of figures asks them. */
    dashboard: async (form: 'rows' | 'jsonb'): Promise<Dashboard> => {
      const found: Record<string, Counts> = {};
      for (const name of BY) found[name] = await counts(SQL[form].by(name));
      return { ...found, satisfied: await counts(SQL[form].satisfied) } as Dashboard;
    },
    close: () => pool.end(),
  };
};
