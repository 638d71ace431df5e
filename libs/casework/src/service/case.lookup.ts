import { PARTS, type Part } from '@sunlit/contracts';
import type { Box, DocumentWrite, JsonObject, StoredEvent } from '@sunlit/kernel';
import type { ServiceContext, Task } from '@sunlit/platform';
import { BoxUnreadable, isBox, lookupTokens, openBox, type LookupFields } from '@sunlit/privacy';
import { persistently } from '@sunlit/runner';

/** What is kept of a case's persons: keyed hashes they are found again by. */
type Tokens = Readonly<Partial<Record<Part, readonly string[]>>>;
type Context = Pick<ServiceContext, 'store' | 'readStore' | 'keys'>;

export interface Lookup {
  readonly task: Task;
  /** The cases in which a person has this phone number (or other field). */
  readonly streamsOf: (fields: LookupFields) => Promise<readonly string[]>;
  /** The same, however many there are. */
  readonly everyStreamOf: (fields: LookupFields) => Promise<readonly string[]>;
}

const MOST = 100;
const BATCH = 500;

const boxesOf = (events: readonly StoredEvent[]): Box[] =>
  events.flatMap(({ data }) => PARTS.map((part) => data[part as never] as unknown).filter(isBox));

const hashed = (lookupKey: Buffer, key: Buffer | null | undefined, box: Box): readonly string[] => {
  if (!key) return [];
  try {
    return lookupTokens(lookupKey, openBox(key, box) as LookupFields);
  } catch (error) {
    // One damaged box keeps nobody else from being found; whoever opens the case is told of it.
    if (error instanceof BoxUnreadable) return [];
    throw error;
  }
};

const document = (tokens: Tokens): JsonObject | null => {
  const all = [...new Set(Object.values(tokens).flat())].sort();
  return all.length > 0 ? { ...(tokens as JsonObject), tokens: all } : null;
};

/**
 * Finds a person's cases again: the one read model for which boxes are opened. It keeps keyed HMACs only; an erased part loses them, and
 * one whose key is gone never gets them back in a rebuild.
 */
export const caseLookup = ({ store, readStore, keys }: Context, category: string): Lookup => {
  const name = `${category}-lookup.v1`;
  const spec = { name, index: { tokens: 'terms' } } as const;
  const declared = () => readStore.declare([spec]);

  const tokensAfter = (
    before: Tokens,
    events: readonly StoredEvent[],
    opened: (box: Box) => readonly string[],
  ): Tokens => {
    const tokens: Partial<Record<Part, readonly string[]>> = { ...before };
    for (const { type, data } of events) {
      for (const part of PARTS) {
        const box: unknown = data[part as never];
        if (isBox(box)) tokens[part] = opened(box);
      }
      if (type === 'PersonalDataErased')
        for (const part of data['parts' as never] as readonly Part[]) delete tokens[part];
    }
    return tokens;
  };

  const writesOf = async (events: readonly StoredEvent[]): Promise<DocumentWrite[]> => {
    const touching = events.filter((event) => event.type === 'PersonalDataErased' || boxesOf([event]).length > 0);
    if (touching.length === 0) return [];
    const ids = [...new Set(boxesOf(touching).map(({ key }) => key))];
    const found = await keys.get(ids);
    const lookupKey = await keys.permanent('lookup');
    const opened = (box: Box) => hashed(lookupKey, found[ids.indexOf(box.key)], box);
    const streams = [...new Set(touching.map(({ stream }) => stream))];
    const before = await readStore.get(name, streams);
    return streams.map((stream, index) => {
      const known = before[index];
      const fresh = touching.filter((event) => event.stream === stream && event.revision > (known?.version ?? -1));
      const { tokens: _, ...parts } = (known?.doc ?? {}) as JsonObject & Tokens;
      const version = Math.max(known?.version ?? 0, ...fresh.map(({ revision }) => revision));
      return { key: stream, version, doc: document(tokensAfter(parts, fresh, opened)) };
    });
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    await declared();
    const after = (await readStore.checkpoints(name)).get(0) ?? 0;
    for await (const { events, position } of store.subscribe({ after, categories: [category], signal, batch: BATCH })) {
      const documents = await writesOf(events);
      const checkpoint = { name, partition: 0, position };
      await readStore.write({ writes: documents.length > 0 ? [{ collection: name, documents }] : [], checkpoint });
    }
  };

  return {
    task: {
      name,
      run: async (signal) => void (await persistently(() => run(signal), { signal })),
      rebuild: { collections: [name], checkpoint: name },
    },
    streamsOf: async (fields) => {
      await declared();
      const tokens = lookupTokens(await keys.permanent('lookup'), fields);
      if (tokens.length === 0) return [];
      const { items } = await readStore.list(name, { where: { tokens: { any: tokens } }, first: MOST });
      return items.map(({ key }) => key);
    },
    everyStreamOf: async (fields) => {
      await declared();
      const tokens = lookupTokens(await keys.permanent('lookup'), fields);
      const streams: string[] = [];
      for (let after: string | undefined; tokens.length > 0;) {
        const query = { where: { tokens: { any: tokens } }, first: MOST, ...(after !== undefined && { after }) };
        const { items, hasNext } = await readStore.list(name, query);
        streams.push(...items.map(({ key }) => key));
        after = items.at(-1)?.cursor;
        if (!hasNext) break;
      }
      return streams;
    },
  };
};
