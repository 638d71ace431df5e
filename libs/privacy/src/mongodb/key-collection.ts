import type { MongodbConnection } from '@sunlit/mongodb';
import type { mongo } from 'mongoose';
import type { Check } from '../check-value.js';
import { KeyStoreUnusable } from '../key-store-unusable.js';
import type { Erasure } from '../register.js';
import type { Rewrapped, Wrapped } from '../rotation.js';
import { BLANK } from '../wrapping.js';

/** A wrapped key (base64) by its name: `key:<id>`, `permanent:<purpose>`, or `check`, which alone may have a previous one. */
interface KeyRow {
  readonly _id: string;
  readonly wrapped: string;
  readonly previous?: string | null;
}

/** Up to which position of a log erasures are done. */
interface ErasedRow {
  readonly _id: string;
  readonly position: number;
}

/** A destroyed key, by its id. */
interface RegisterRow {
  readonly _id: string;
  readonly log: string;
  readonly position: number;
}

/** The collections, without any meaning. Every write is acknowledged by the majority when it resolves. */
export interface KeyCollection {
  /** The check; where there is none yet, the one given. */
  check(first: () => Buffer): Promise<Check>;
  /** Puts a check in place of this one; false where another came first. */
  turn(from: Check, to: Check): Promise<boolean>;
  add(rows: readonly Wrapped[]): Promise<void>;
  /** Keeps a key where its name has none. */
  keep(row: Wrapped): Promise<void>;
  find(names: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Writes erasures into the register; those that stand there already stay as they are. */
  note(erasures: readonly Erasure[]): Promise<void>;
  noted(): AsyncIterable<readonly Erasure[]>;
  /** Overwrites wrapped keys, then removes them. */
  remove(names: readonly string[]): Promise<void>;
  position(log: string): Promise<number>;
  advance(log: string, position: number): Promise<void>;
  pages(): AsyncIterable<readonly Wrapped[]>;
  /** Replaces those that still are what they were. */
  replace(rows: readonly Rewrapped[]): Promise<void>;
}

const CHECK = 'check';
const PAGE = 200;
const blank = BLANK.toString('base64');
/**
 * Up to where a log's erasures are done and registered. Stores from before there was a register count under the log's bare name: there erasures
 * begin anew once, and put into the register what was destroyed without one.
 */
const doneOf = (log: string): string => `${log}.registered`;

const textOf = (wrapped: Buffer): string => wrapped.toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
const rowOf = ({ name, wrapped }: Wrapped): KeyRow => ({ _id: name, wrapped: textOf(wrapped) });
const wrappedOf = ({ _id, wrapped }: KeyRow): Wrapped => ({ name: _id, wrapped: bytesOf(wrapped) });

const unlessTaken = (error: { readonly code?: unknown }): void => {
  if (error.code !== 11000) throw error;
};

const chunksOf = <T>(items: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / PAGE) }, (_, n) => items.slice(n * PAGE, (n + 1) * PAGE));

const uncheckable = (place: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `${place} holds keys but nothing to prove the master key on: it is no whole key store. Restore it from its backup, or name another database.\n` +
      `${place} 中有密钥,但缺少校验主密钥的数据,不是完整的密钥库:请从备份中恢复,或指定其他数据库。`,
  );

/** The key store's collections in this database, made when first written. */
export const keyCollection = ({ run, place }: MongodbConnection): KeyCollection => {
  const keys = (database: mongo.Db) => database.collection<KeyRow>('keys');
  const erased = (database: mongo.Db) => database.collection<ErasedRow>('erased');
  const register = (database: mongo.Db) => database.collection<RegisterRow>('register');
  const checkOf = ({ wrapped, previous }: KeyRow): Check => ({
    wrapped: bytesOf(wrapped),
    previous: previous ? bytesOf(previous) : null,
  });
  const checkRow = () => run((database) => keys(database).findOne({ _id: CHECK }));
  /** An upsert that meets another one of the same name has lost to it. */
  const keep = ({ _id, ...row }: KeyRow) =>
    run(async (database) => {
      await keys(database)
        .updateOne({ _id }, { $setOnInsert: row }, { upsert: true })
        .then(() => undefined, unlessTaken);
    });
  const keepFirst = async (wrapped: string): Promise<void> => {
    const any = await run((database) => keys(database).findOne({}));
    // The check is there before any key: whoever finds one must find the other.
    if (any && !(await checkRow())) throw uncheckable(place);
    if (!any) await keep({ _id: CHECK, wrapped, previous: null });
  };

  /** Every document of a collection, by its id. */
  async function* paged<R extends { readonly _id: string }>(of: (database: mongo.Db) => mongo.Collection<R>) {
    for (let after = ''; ;) {
      const filter = { _id: { $gt: after } } as mongo.Filter<R>;
      const rows = await run((database) =>
        of(database)
          .find(filter, { sort: { _id: 1 }, limit: PAGE, batchSize: PAGE + 1 })
          .toArray(),
      );
      if (rows.length === 0) return;
      yield rows as R[];
      after = rows.at(-1)!._id;
    }
  }
  /** Another process may note the same ones at the same time: looked at again until all are there. */
  const noteSome = async (erasures: readonly Erasure[]): Promise<void> => {
    const rows = new Map(erasures.map(({ key, log, position }) => [key, { _id: key, log, position }]));
    for (;;) {
      const filter = { _id: { $in: [...rows.keys()] } };
      const there = await run((database) =>
        register(database)
          .find(filter, { batchSize: rows.size + 1 })
          .toArray(),
      );
      for (const { _id } of there) rows.delete(_id);
      if (rows.size === 0) return;
      await run(async (database) => {
        await register(database)
          .insertMany([...rows.values()], { ordered: false })
          .then(() => rows.clear(), unlessTaken);
      });
      if (rows.size === 0) return;
    }
  };

  return {
    async check(first) {
      for (;;) {
        const found = await checkRow();
        if (found) return checkOf(found);
        await keepFirst(textOf(first()));
      }
    },
    turn: ({ wrapped, previous }, to) =>
      run(async (database) => {
        const filter = { _id: CHECK, wrapped: textOf(wrapped), previous: previous && textOf(previous) };
        const next = { wrapped: textOf(to.wrapped), previous: to.previous && textOf(to.previous) };
        return (await keys(database).updateOne(filter, { $set: next })).matchedCount > 0;
      }),
    add: (rows) =>
      run(async (database) => {
        await keys(database).insertMany(rows.map(rowOf), { ordered: false });
      }),
    keep: (row) => keep(rowOf(row)),
    async find(names) {
      const found = new Map<string, Buffer>();
      for (const some of chunksOf(names)) {
        const rows = await run((database) =>
          keys(database)
            .find({ _id: { $in: [...some] } }, { batchSize: some.length + 1 })
            .toArray(),
        );
        for (const row of rows) if (row.wrapped !== blank) found.set(row._id, bytesOf(row.wrapped));
      }
      return found;
    },
    async remove(names) {
      for (const some of chunksOf(names)) {
        const filter = { _id: { $in: [...some] } };
        await run((database) => keys(database).updateMany(filter, { $set: { wrapped: blank } }));
        await run((database) => keys(database).deleteMany(filter));
      }
    },
    position: (log) => run(async (database) => (await erased(database).findOne({ _id: doneOf(log) }))?.position ?? 0),
    advance: (log, position) =>
      run(async (database) => {
        const advance = () =>
          erased(database).updateOne({ _id: doneOf(log) }, { $max: { position } }, { upsert: true });
        // The first of a log may meet another first one; it is there then.
        await advance().catch(async (error: { readonly code?: unknown }) => {
          unlessTaken(error);
          await advance();
        });
      }),
    async *pages() {
      for await (const rows of paged(keys))
        yield rows.filter(({ _id, wrapped }) => _id !== CHECK && wrapped !== blank).map(wrappedOf);
    },
    note: async (erasures) => {
      for (const some of chunksOf(erasures)) await noteSome(some);
    },
    async *noted() {
      for await (const rows of paged(register))
        yield rows.map(({ _id, log, position }) => ({ key: _id, log, position }));
    },
    replace: (rows) =>
      run(async (database) => {
        // Many, though each name is one: some servers hold on to a search that stops at the first, until they have no connection left.
        const operations = rows.map(({ name, from, to }) => ({
          updateMany: { filter: { _id: name, wrapped: textOf(from) }, update: { $set: { wrapped: textOf(to) } } },
        }));
        await keys(database).bulkWrite(operations, { ordered: false });
      }),
  };
};
