import type {
  CollectionSpec,
  DocumentWrite,
  FieldValue,
  JsonObject,
  ListQuery,
  Page,
  ReadBatch,
  ReadStore,
} from '@sunlit/kernel';
import {
  changedIndex,
  checkSpec,
  conditionsOf,
  cursorOf,
  encodeCursor,
  groupFields,
  indexedValue,
  sameIndex,
  undeclared,
  type Condition,
  type Indexed,
} from './query.js';

interface Row {
  readonly key: string;
  readonly version: number;
  readonly text: string | null;
  readonly fields: Readonly<Record<string, Indexed>>;
}
interface Collection {
  readonly spec: CollectionSpec;
  readonly rows: Map<string, Row>;
}

/** What a memory store holds; two stores over one see the same, as two connections to one file do. */
export interface ReadMemory {
  readonly collections: Map<string, Collection>;
  readonly checkpoints: Map<string, Map<number, number>>;
}

/** Nothing yet. */
export const readMemory = (): ReadMemory => ({ collections: new Map(), checkpoints: new Map() });

const compare = (a: Indexed, b: Indexed): number => {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
};

const inRange = (value: Indexed, { from, to }: Extract<Condition, { is: 'range' }>): boolean =>
  value !== null && (from === undefined || compare(value, from) >= 0) && (to === undefined || compare(value, to) <= 0);

const holds = (row: Row) => (condition: Condition) => {
  const value = row.fields[condition.field]!;
  if (condition.is === 'in') return value === null ? condition.orNull : condition.values.includes(value as string);
  if (condition.is === 'range') return inRange(value, condition);
  const has = (term: string) => (value as readonly string[]).includes(term);
  return condition.every ? condition.terms.every(has) : condition.terms.some(has);
};

const ordered = (query: ListQuery) => {
  const field = query.sort?.field;
  const way = query.sort?.descending ? -1 : 1;
  const valueOf = (row: Row) => (field === undefined ? null : row.fields[field]!);
  return (a: Row, b: Row): number => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null)
      return Number(one === null) - Number(other === null) || way * compare(a.key, b.key);
    return way * (compare(one, other) || compare(a.key, b.key));
  };
};

const rowOf = (spec: CollectionSpec, { key, version, doc }: DocumentWrite): Row => ({
  key,
  version,
  text: doc && JSON.stringify(doc),
  fields: doc
    ? Object.fromEntries(Object.keys(spec.index).map((field) => [field, indexedValue(spec, field, doc)]))
    : {},
});

const parse = (text: string | null): JsonObject | null => (text === null ? null : (JSON.parse(text) as JsonObject));

/**
 * A read store in memory, one write at a time and no transactions: for tests, above all of what happens between two writes.
 * `wrote` is called after each document's and the checkpoint's write; what it throws stops the batch there.
 */
export const memoryReadStore = (memory = readMemory(), wrote: () => void = () => undefined): ReadStore => {
  const { collections, checkpoints } = memory;
  const collection = (name: string): Collection => {
    const found = collections.get(name);
    if (!found) throw undeclared(name);
    return found;
  };
  const matching = (name: string, where: ListQuery['where']): Row[] => {
    const { spec, rows } = collection(name);
    const conditions = conditionsOf(spec, where);
    return [...rows.values()].filter((row) => row.text !== null && conditions.every(holds(row)));
  };
  const put = (name: string, write: DocumentWrite): void => {
    const { spec, rows } = collection(name);
    const row = rowOf(spec, write);
    if (write.version > (rows.get(write.key)?.version ?? -Infinity)) rows.set(write.key, row);
    wrote();
  };
  const pageOf = (name: string, query: ListQuery): Page => {
    const cursor = cursorOf(collection(name).spec, query);
    const order = ordered(query);
    const last = cursor && {
      key: cursor.key,
      version: 0,
      text: null,
      fields: { [query.sort?.field ?? '']: cursor.value },
    };
    const rows = matching(name, query.where)
      .sort(order)
      .filter((row) => !last || order(row, last) > 0);
    const items = rows.slice(0, query.first).map((row) => {
      const value = query.sort ? (row.fields[query.sort.field] as FieldValue) : null;
      return {
        key: row.key,
        version: row.version,
        doc: parse(row.text)!,
        cursor: encodeCursor(query, { value, key: row.key }),
      };
    });
    return { items, hasNext: rows.length > query.first };
  };
  const counted = (name: string, where: ListQuery['where'], by: readonly string[]) => {
    const groups = new Map<string, { values: FieldValue[]; count: number }>();
    if (by.length === 0) groups.set('[]', { values: [], count: 0 });
    for (const row of matching(name, where)) {
      const values = by.map((field) => row.fields[field] as FieldValue);
      const group = groups.get(JSON.stringify(values)) ?? { values, count: 0 };
      group.count++;
      groups.set(JSON.stringify(values), group);
    }
    return [...groups.values()];
  };
  return {
    async declare(specs) {
      for (const spec of specs) {
        checkSpec(spec);
        const present = collections.get(spec.name);
        if (present && !sameIndex(present.spec, spec)) throw changedIndex(spec.name);
        if (!present) collections.set(spec.name, { spec, rows: new Map() });
      }
    },
    async get(name, keys) {
      const { rows } = collection(name);
      return keys.map((key) => {
        const row = rows.get(key);
        return row ? { version: row.version, doc: parse(row.text) } : null;
      });
    },
    list: async (name, query) => pageOf(name, query),
    count: async (name, { where, by }) => counted(name, where, groupFields(collection(name).spec, by)),
    async write({ writes, checkpoint }: ReadBatch) {
      for (const { collection: name, documents } of writes) for (const write of documents) put(name, write);
      if (!checkpoint) return;
      const { name, partition, position } = checkpoint;
      const points = new Map(checkpoints.get(name));
      checkpoints.set(name, points.set(partition, Math.max(position, points.get(partition) ?? position)));
      wrote();
    },
    checkpoints: async (name) => new Map(checkpoints.get(name)),
    async clear(names, points) {
      for (const name of names) collections.get(name)?.rows.clear();
      for (const point of points) checkpoints.delete(point);
    },
    async replace(pairs, checkpoint) {
      const points = checkpoints.get(checkpoint.from);
      if (!points) return;
      for (const { from, to } of pairs) {
        const content = collections.get(from);
        if (!content) continue;
        collections.set(to, { spec: { ...content.spec, name: to }, rows: content.rows });
        collections.delete(from);
        wrote();
      }
      checkpoints.set(checkpoint.to, points);
      checkpoints.delete(checkpoint.from);
      wrote();
    },
    close: async () => undefined,
  };
};
