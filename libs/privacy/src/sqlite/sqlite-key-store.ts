import { randomBytes } from 'node:crypto';
import { Unavailable } from '@sunlit/kernel';
import { inForceOf, unwrapped } from '../check-value.js';
import { keysAhead, type Spare } from '../keys-ahead.js';
import type { Erasure } from '../register.js';
import { allKeys, rotated, type RotatableKeyStore, type RotatedPlace } from '../rotation.js';
import { KEY_BYTES, masterKeysOf, wrappingUnder, type MasterKeys } from '../wrapping.js';
import { keyFile, type KeyFile } from './key-file.js';

/** Where the keys lie and what they are wrapped with; `batch` keys are made ahead at a time (default 256). */
export interface SqliteKeyStoreOptions {
  readonly file: string;
  /** 32 bytes; during a rotation the previous one as well. */
  readonly masterKey: Buffer | MasterKeys;
  readonly batch?: number;
  /** The service whose log's erasures are done here (default `all`): how the register names it. */
  readonly log?: string;
  /** For tests of faults: passed before and after each step of `keys:` being kept and of an `erasure:`. */
  readonly failpoint?: ((name: string) => void) | undefined;
}

/** Some ten seconds of trying. */
const CUT_TRIES = 300;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const cutLog = async (tables: KeyFile, file: string): Promise<void> => {
  for (let tries = 0; tries < CUT_TRIES; tries++) {
    if (tables.cutLog()) return;
    await nextTurn();
  }
  throw new Unavailable(`The key store ${file} is read by others without a pause: this must be tried again.`);
};

const placeOf = (tables: KeyFile, file: string): RotatedPlace => ({
  check: async () => tables.check(),
  turn: async (from, to) => tables.turn(from, to),
  async *pages() {
    yield* tables.pages();
  },
  replace: async (rows) => {
    tables.replace(rows);
    // Whoever else wants to write has its turn between two pages.
    await nextTurn();
  },
  settle: () => cutLog(tables, file),
});

/**
 * Keys of personal data in one SQLite file. Two threads of a process may hold it; each reads keys anew from the file, so a key destroyed by one
 * is gone for the other at once. After `destroy` no copy of a destroyed key is left in the file or its log, after `rotate` none that is wrapped
 * under the previous master key. Opening with another master key than the file's throws `KeyStoreUnusable`; a locked or full file is `Unavailable`.
 */
export const sqliteKeyStore = ({
  file,
  masterKey,
  batch = 256,
  log = 'all',
  failpoint,
}: SqliteKeyStoreOptions): RotatableKeyStore => {
  const masterKeys = masterKeysOf(masterKey);
  const wrapping = wrappingUnder(masterKeys);
  const tables = keyFile({ file, masterKeys, wrapping, log });
  const inForce = (): string => inForceOf(tables.check(), wrapping, file);
  const unwrap = (name: string, wrapped: Buffer): Buffer => unwrapped(wrapping, name, wrapped, file);
  let open = true;
  try {
    inForce();
  } catch (error) {
    tables.close();
    throw error;
  }

  const keep = async (made: readonly Spare[]): Promise<void> => {
    for (;;) {
      const by = inForce();
      const rows = made.map(({ id, key }) => [id, wrapping.wrap(by, `key:${id}`, key)] as const);
      failpoint?.('keys:before-keep');
      if (tables.add(by, rows)) break;
    }
    failpoint?.('keys:after-keep');
  };
  const ahead = keysAhead(batch, keep);

  const permanent = (name: string): Buffer => {
    for (;;) {
      const found = tables.permanent(name);
      if (found) return unwrap(name, found);
      const by = inForce();
      tables.keepPermanent(by, name, wrapping.wrap(by, name, randomBytes(KEY_BYTES)));
    }
  };

  /** The register first: stopped between the two, the key is known to be one that must not be there. */
  const forget = async (erasures: readonly Erasure[]): Promise<number> => {
    if (erasures.length === 0) return 0;
    const ids = [...new Set(erasures.map(({ key }) => key))];
    failpoint?.('erasure:before-note');
    tables.note(erasures);
    failpoint?.('erasure:after-note');
    const there = tables.find(ids).size;
    tables.blank(ids);
    failpoint?.('erasure:after-blank');
    await cutLog(tables, file);
    failpoint?.('erasure:after-cut');
    return there;
  };

  return {
    take: () => ahead.take(),
    async get(ids) {
      if (ids.length === 0) return [];
      const found = tables.find(ids);
      return ids.map((id) => {
        const wrapped = found.get(id);
        return wrapped ? unwrap(`key:${id}`, wrapped) : null;
      });
    },
    async destroy(ids, position) {
      await forget(ids.map((key) => ({ key, log, position })));
      // Only now: stopped before this line, the erasure is met again.
      tables.advance(position);
    },
    async destroyedUpTo() {
      return tables.position();
    },
    async *register() {
      yield* tables.noted();
    },
    apply: forget,
    async permanent(purpose) {
      return permanent(`permanent:${purpose}`);
    },
    all: () => allKeys(placeOf(tables, file), unwrap),
    rotate: (onProgress) => rotated(placeOf(tables, file), wrapping, file, onProgress),
    async close() {
      if (!open) return;
      open = false;
      await ahead.close();
      tables.close();
    },
  };
};
