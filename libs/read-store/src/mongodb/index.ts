import type { CollectionSpec, ListQuery, Page, ReadBatch, ReadStore } from '@sunlit/kernel';
import { mongodbConnection, type MongodbPlace } from '@sunlit/mongodb';
import type { mongo } from 'mongoose';
import { checkSpec, cursorOf, encodeCursor, groupFields, undeclared } from '../query.js';
import { checkDeclared, declaredIn, makeCollection, record } from './catalogue.js';
import { checkpointsIn, positionsOf, saveCheckpoint } from './checkpoints.js';
import { column, documentOf, placeOf, rowOf, valueOf, type Row } from './documents.js';
import { replaceAll } from './replace.js';
import { listFinds, whereFilter } from './select.js';
import { storedText } from './text.js';
import { writeNewer, type Versioned } from './write.js';

export interface MongodbReadStoreOptions extends MongodbPlace {
  /** A reader: `declare` only checks, what the writer has not made yet is empty, writes are refused. */
  readonly readOnly?: boolean;
  /** For tests: called after each document's and the checkpoint's write, which then go one by one. What it throws stops the batch there. */
  readonly wrote?: () => void;
}

const rowsIn = (database: mongo.Db, name: string) => database.collection<Row>(placeOf(name));

const pageOf = async (database: mongo.Db, spec: CollectionSpec, query: ListQuery): Promise<Page> => {
  const by = query.sort && column(query.sort.field);
  const projection = { version: 1, doc: 1, ...(by && { [by]: 1 }) };
  const rows: Row[] = [];
  for (const { filter, sort } of listFinds(spec, query, cursorOf(spec, query))) {
    const limit = query.first + 1 - rows.length;
    if (limit <= 0) break;
    const found = rowsIn(database, spec.name).find(filter, { projection, sort, limit, batchSize: limit + 1 });
    rows.push(...((await found.toArray()) as Row[]));
  }
  const items = rows.slice(0, query.first).map((row) => {
    const { key, version, doc } = documentOf(row);
    const value = by === undefined ? null : valueOf(row[by]);
    return { key, version, doc: doc!, cursor: encodeCursor(query, { value, key }) };
  });
  return { items, hasNext: rows.length > query.first };
};

const counted = async (database: mongo.Db, spec: CollectionSpec, query: Parameters<ReadStore['count']>[1]) => {
  const fields = groupFields(spec, query.by);
  const filter = whereFilter(spec, query.where);
  const rows = rowsIn(database, spec.name);
  if (fields.length === 0) return [{ values: [], count: await rows.countDocuments(filter) }];
  const group = Object.fromEntries(fields.map((field) => [field, `$${column(field)}`]));
  const stages = [{ $match: filter }, { $group: { _id: group, count: { $sum: 1 } } }];
  const found = await rows.aggregate<{ _id: Record<string, unknown>; count: number }>(stages).toArray();
  return found.map(({ _id, count }) => ({ values: fields.map((field) => valueOf(_id[field])), count }));
};

type Write = ReadBatch['writes'][number];

/** The writes in groups: within one they may go out at the same time. */
const besideEachOther = (writes: readonly Write[]): readonly (readonly Write[])[] => {
  const groups: Write[][] = [];
  for (const write of writes) {
    const last = groups.at(-1);
    if (write.together && last?.[0]!.together) last.push(write);
    else groups.push([write]);
  }
  return groups;
};

/**
 * Documents in MongoDB, by the contract of `ReadStore`. Writes are acknowledged by the majority and journalled, reads come from the primary; needs no
 * transactions, so a single server will do. Connects when first used, and again by itself; `Unavailable` within seconds where the server is away.
 */
export const mongodbReadStore = ({ readOnly = false, wrote, ...where }: MongodbReadStoreOptions): ReadStore => {
  const connection = mongodbConnection({ ...where, subject: { zh: '读库', en: 'read store' } });
  const known = new Map<string, CollectionSpec>();

  const specOf = async (database: mongo.Db, name: string): Promise<CollectionSpec> => {
    const spec = known.get(name) ?? (await declaredIn(database, [name])).get(name);
    if (!spec) throw undeclared(name);
    known.set(name, spec);
    return spec;
  };
  const asking = <T>(name: string, ask: (database: mongo.Db, spec: CollectionSpec) => Promise<T>): Promise<T> =>
    connection.run(async (database) => ask(database, await specOf(database, name)));
  const change = (work: (database: mongo.Db) => Promise<void>): Promise<void> =>
    readOnly
      ? Promise.reject(
          new Error(`The read store ${connection.place} is open for reading only: write through the worker's.`),
        )
      : connection.run(work);
  const put = async (database: mongo.Db, name: string, rows: readonly Row[]): Promise<void> => {
    const collection = rowsIn(database, name) as unknown as mongo.Collection<Versioned>;
    if (!wrote) return writeNewer(collection, rows);
    for (const row of rows) {
      await writeNewer(collection, [row]);
      wrote();
    }
  };

  const writeOne = async (database: mongo.Db, { collection, documents }: Write): Promise<void> => {
    const spec = await specOf(database, collection);
    const rows = documents.map((document) => rowOf(spec, document));
    await put(database, collection, rows);
  };

  return {
    async declare(specs) {
      specs.forEach(checkSpec);
      await connection.run(async (database) => {
        await checkDeclared(database, specs);
        for (const spec of readOnly ? [] : specs) {
          await makeCollection(database, spec);
          await record(database, spec);
        }
      });
      for (const spec of specs) known.set(spec.name, spec);
    },
    get: (name, keys) =>
      asking(name, async (database) => {
        if (keys.length === 0) return [];
        const ids = [...new Set(keys.map(storedText))];
        const options = { projection: { version: 1, doc: 1 }, batchSize: ids.length + 1 };
        const found = await rowsIn(database, name)
          .find({ _id: { $in: ids } }, options)
          .toArray();
        const documents = new Map(found.map((row) => [row._id, documentOf(row as Row)]));
        return keys.map((key) => {
          const document = documents.get(storedText(key));
          return document ? { version: document.version, doc: document.doc } : null;
        });
      }),
    list: (name, query) => asking(name, (database, spec) => pageOf(database, spec, query)),
    count: (name, query) => asking(name, (database, spec) => counted(database, spec, query)),
    write: ({ writes, checkpoint }: ReadBatch) =>
      change(async (database) => {
        for (const beside of wrote ? writes.map((write) => [write]) : besideEachOther(writes))
          await Promise.all(beside.map((write) => writeOne(database, write)));
        if (!checkpoint) return;
        await saveCheckpoint(database, checkpoint);
        wrote?.();
      }),
    checkpoints: (name) => connection.run((database) => positionsOf(database, name)),
    clear: (collections, checkpoints) =>
      change(async (database) => {
        // Forgotten first: a checkpoint without its documents would never be caught up with.
        await checkpointsIn(database).deleteMany({ name: { $in: [...checkpoints] } });
        for (const spec of (await declaredIn(database, collections)).values()) {
          await rowsIn(database, spec.name).drop();
          await makeCollection(database, spec);
        }
      }),
    replace: (pairs, checkpoint) =>
      change(async (database) => {
        await replaceAll(database, pairs, checkpoint, wrote ?? (() => undefined));
        known.clear();
      }),
    close: () => connection.close(),
  };
};
