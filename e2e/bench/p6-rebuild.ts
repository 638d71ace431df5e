import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { canonicalJson, type JsonObject, type Projection } from '@sunlit/kernel';
import type { Size } from './bench.js';
import { filledOffice, follow, type FilledOffice } from './filled-office.js';
import { foldInMemory } from './opponents/fold-in-memory.js';
import { interleaved, printRatios } from './rounds.js';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** A digest of every document of a collection that is there, whatever their order. */
const digestOf = (documents: Iterable<readonly [string, JsonObject | null]>): string => {
  const lines = [...documents].filter(([, doc]) => doc !== null).map(([key, doc]) => `${key} ${canonicalJson(doc!)}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
};

async function* stored({ context: { readStore } }: FilledOffice, collection: string) {
  let after: string | undefined;
  do {
    const page = await readStore.list(collection, { first: 1000, ...(after !== undefined && { after }) });
    yield* page.items;
    after = page.hasNext ? page.items.at(-1)!.cursor : undefined;
  } while (after !== undefined);
}

/** Throws where what was rebuilt is not what the fold in memory came to, collection by collection. */
const mustBeAlike = async (
  office: FilledOffice,
  inMemory: ReadonlyMap<string, ReadonlyMap<string, JsonObject | null>>,
) => {
  for (const [collection, documents] of inMemory) {
    const there: [string, JsonObject][] = [];
    for await (const { key, doc } of stored(office, collection)) there.push([key, doc]);
    if (digestOf(there) !== digestOf(documents))
      throw new Error(`${collection}: the rebuilt one is another than the fold.`);
  }
};

interface Rebuilt {
  readonly title: string;
  readonly projection: Projection;
  readonly source: { readonly log: FilledOffice['log'] } | { readonly bus: FilledOffice['context']['bus'] };
}

const compare = async (office: FilledOffice, { title, projection, source }: Rebuilt, rounds: number): Promise<void> => {
  const { readStore } = office.context;
  const upTo = await office.log.head();
  const { runner, stop } = await follow({ projection, source, readStore, upTo });
  const rate = async (work: () => Promise<unknown>): Promise<number> => office.year.events / (await seconds(work));
  const REBUILD = `${title}: rebuild`;
  const FOLD = `${title}: scan, parse and the same fold in memory`;
  const ITEMS = `${title}: scan, parse and fold of the documents alone`;
  const sides = [
    { name: REBUILD, run: () => rate(() => runner.rebuild()) },
    { name: FOLD, run: () => rate(() => foldInMemory(projection, source, true)) },
    ...(projection.derive ? [{ name: ITEMS, run: () => rate(() => foldInMemory(projection, source, false)) }] : []),
  ];
  const rates = await interleaved(sides, rounds);
  await mustBeAlike(office, await foldInMemory(projection, source, true));
  await stop();
  printRatios(rates, { unit: 'events/s', pairs: sides.slice(1).map(({ name }) => [REBUILD, name]) });
};

/** P6: a rebuild of documents, and of all figures with items, entries and counters / scan, parse and the same fold in memory. */
export const rebuild = async ({ small }: Size): Promise<void> => {
  const office = await filledOffice(small ? 2_000 : 40_000);
  try {
    const { desk, figures, log, context } = office;
    await compare(office, { title: 'documents', projection: desk, source: { log } }, small ? 1 : 5);
    await compare(office, { title: 'figures', projection: figures, source: { bus: context.bus } }, small ? 1 : 5);
    console.log('  every rebuilt document, entry and counter is alike to the one folded in memory');
  } finally {
    await office.close();
  }
};
