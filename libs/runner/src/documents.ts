import type { JsonObject, ReadStore } from '@sunlit/kernel';

/** A document and its version; version -1: there never was one. */
export interface Entry {
  readonly version: number;
  readonly doc: JsonObject | null;
}

const NONE: Entry = { version: -1, doc: null };

/** The documents of one writer: what it wrote or read lately is not read again, until it is told that somebody else wrote too. */
export interface Documents {
  load(collection: string, keys: Iterable<string>): Promise<ReadonlyMap<string, Entry>>;
  /** Tells it what stands in the store since the last write. */
  keep(collection: string, key: string, entry: Entry): void;
  /** Makes it read everything anew. */
  forget(): void;
}

/** Documents read through a cache of at most `capacity`, the longest unused falling out. */
export const cachedDocuments = (readStore: ReadStore, capacity: number): Documents => {
  const cache = new Map<string, Entry>();
  const keep = (collection: string, key: string, entry: Entry): void => {
    const name = `${collection}|${key}`;
    cache.delete(name);
    cache.set(name, entry);
    if (cache.size > capacity) cache.delete(cache.keys().next().value!);
  };
  return {
    keep,
    forget: () => cache.clear(),
    async load(collection, keys) {
      const found = new Map<string, Entry>();
      const missing: string[] = [];
      for (const key of new Set(keys)) {
        const entry = cache.get(`${collection}|${key}`);
        if (entry) found.set(key, entry);
        else missing.push(key);
      }
      const read = missing.length > 0 ? await readStore.get(collection, missing) : [];
      missing.forEach((key, at) => found.set(key, read[at] ?? NONE));
      for (const [key, entry] of found) keep(collection, key, entry);
      return found;
    },
  };
};
