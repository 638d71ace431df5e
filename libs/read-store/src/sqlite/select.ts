import type { FieldValue, ListQuery } from '@sunlit/kernel';
import { conditionsOf, groupFields, type Condition, type Cursor } from '../query.js';
import type { Bound } from './connection.js';
import type { Layout } from './schema.js';

/** A piece of SQL and what is bound in it. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** A field's value as SQLite is given it. */
export const bound = (value: FieldValue): Bound => (typeof value === 'boolean' ? Number(value) : value);

/** A field's value as SQLite gives it back. */
export const unbound = ({ spec }: Layout, field: string, value: Bound): FieldValue =>
  spec.index[field] === 'flag' && value !== null ? value === 1 : value;

const joined = (parts: readonly Sql[], separator: string, empty: string): Sql => ({
  sql: parts.map(({ sql }) => sql).join(separator) || empty,
  values: parts.flatMap(({ values }) => values),
});

const inSql = (layout: Layout, { field, values, orNull }: Extract<Condition, { is: 'in' }>): Sql => {
  const column = layout.column(field);
  const parts: Sql[] = [];
  if (values.length === 1) parts.push({ sql: `${column} = ?`, values: [bound(values[0]!)] });
  if (values.length > 1)
    parts.push({ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values.map(bound))] });
  if (orNull) parts.push({ sql: `${column} IS NULL`, values: [] });
  const either = joined(parts, ' OR ', '0');
  return { sql: `(${either.sql})`, values: either.values };
};

const rangeSql = (layout: Layout, { field, from, to }: Extract<Condition, { is: 'range' }>): Sql => {
  const column = layout.column(field);
  const parts: Sql[] = [{ sql: `${column} IS NOT NULL`, values: [] }];
  if (from !== undefined) parts.push({ sql: `${column} >= ?`, values: [from] });
  if (to !== undefined) parts.push({ sql: `${column} <= ?`, values: [to] });
  return joined(parts, ' AND ', '1');
};

const termsSql = ({ termsTable }: Layout, { field, terms, every }: Extract<Condition, { is: 'terms' }>): Sql => {
  const keys = `key IN (SELECT key FROM ${termsTable} WHERE field = ? AND term`;
  if (every)
    return joined(
      terms.map((term) => ({ sql: `${keys} = ?)`, values: [field, term] })),
      ' AND ',
      '1',
    );
  return { sql: `${keys} IN (SELECT value FROM json_each(?)))`, values: [field, JSON.stringify(terms)] };
};

const conditionSql = (layout: Layout, condition: Condition): Sql => {
  if (condition.is === 'in') return inSql(layout, condition);
  return condition.is === 'range' ? rangeSql(layout, condition) : termsSql(layout, condition);
};

const whereSql = (layout: Layout, where: ListQuery['where'], more: readonly Sql[] = []): Sql =>
  joined(
    [
      { sql: 'doc IS NOT NULL', values: [] },
      ...conditionsOf(layout.spec, where).map((condition) => conditionSql(layout, condition)),
      ...more,
    ],
    ' AND ',
    '1',
  );

const pageSelect = (
  layout: Layout,
  query: ListQuery,
  { more, order }: { more: readonly Sql[]; order: string },
): Sql => {
  const value = query.sort ? layout.column(query.sort.field) : 'NULL';
  const where = whereSql(layout, query.where, more);
  const sql = `SELECT key, version, doc, ${value} FROM ${layout.table} WHERE ${where.sql} ORDER BY ${order} LIMIT ?`;
  return { sql, values: where.values };
};

const beyondKey = (beyond: string, cursor: Cursor | null): Sql[] =>
  cursor ? [{ sql: `key ${beyond} ?`, values: [cursor.key] }] : [];

const sortedSelects = (layout: Layout, query: ListQuery, column: string, cursor: Cursor | null): readonly Sql[] => {
  const [way, beyond] = query.sort?.descending ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const inNulls = cursor !== null && cursor.value === null;
  const isNull: Sql = { sql: `${column} IS NULL`, values: [] };
  const after = inNulls ? beyondKey(beyond, cursor) : [];
  const nulls = pageSelect(layout, query, { more: [isNull, ...after], order: `key ${way}` });
  if (inNulls) return [nulls];
  const more: Sql[] = [{ sql: `${column} IS NOT NULL`, values: [] }];
  if (cursor) more.push({ sql: `(${column}, key) ${beyond} (?, ?)`, values: [bound(cursor.value), cursor.key] });
  return [pageSelect(layout, query, { more, order: `${column} ${way}, key ${way}` }), nulls];
};

/**
 * The selects whose rows one after another are the list: documents with a value of the sort field, then those without, so that each
 * can walk an index. Columns: key, version, doc, sort value.
 */
export const listSelects = (layout: Layout, query: ListQuery, cursor: Cursor | null): readonly Sql[] =>
  query.sort
    ? sortedSelects(layout, query, layout.column(query.sort.field), cursor)
    : [pageSelect(layout, query, { more: beyondKey('>', cursor), order: 'key' })];

/** The select of a count: the group's values, then how many. */
export const countSelect = (layout: Layout, where: ListQuery['where'], by: readonly string[] | undefined): Sql => {
  const columns = groupFields(layout.spec, by).map(layout.column);
  const { sql, values } = whereSql(layout, where);
  const group = columns.length > 0 ? ` GROUP BY ${columns.join(', ')}` : '';
  return { sql: `SELECT ${[...columns, 'COUNT(*)'].join(', ')} FROM ${layout.table} WHERE ${sql}${group}`, values };
};
