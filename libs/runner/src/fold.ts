import {
  applyEvent,
  revisionOf,
  streamOf,
  type DerivedChange,
  type JsonObject,
  type Projected,
  type Projection,
  type ReadBatch,
} from '@sunlit/kernel';
import type { Documents, Entry } from './documents.js';
import type { Stage, Waiting } from './set-aside.js';

/** A projection and where its documents are: under its own name, or beside it while it is rebuilt. */
export interface Folding {
  readonly projection: Projection<Projected, JsonObject>;
  readonly placed: (collection: string) => string;
  readonly documents: Documents;
}

/** What a fold of some events comes to; `writes` are in the order that makes stopping harmless. */
export interface Folded {
  readonly derived: ReadBatch['writes'];
  readonly documents: ReadBatch['writes'];
}

interface Change extends DerivedChange {
  readonly waiting: Waiting;
}

interface FirstPass {
  readonly changed: ReadonlyMap<string, Entry>;
  readonly changes: readonly Change[];
}

/** Events found to throw only when what they derive was computed: by stream and revision. */
type Poison = Map<string, unknown>;

const nameOf = (event: Projected): string => `${streamOf(event)}|${revisionOf(event)}`;

const step = ({ projection }: Folding, before: JsonObject | null, waiting: Waiting) => {
  const { event, place } = waiting;
  const after = applyEvent(projection, before, event);
  const changes = projection.derive?.(before, after, event, place) ?? [];
  return { after, changes: changes.map((change) => ({ ...change, waiting })) };
};

/** Folds the documents in memory; what throws is set aside, what was folded before drops out. */
const foldDocuments = (
  folding: Folding,
  items: readonly Waiting[],
  loaded: ReadonlyMap<string, Entry>,
  { stage, poison }: { stage: Stage; poison: Poison },
): FirstPass => {
  const changed = new Map<string, Entry>();
  const changes: Change[] = [];
  const fold = (waiting: Waiting, stream: string, entry: Entry): void => {
    if (poison.has(nameOf(waiting.event))) throw poison.get(nameOf(waiting.event));
    const { after, changes: more } = step(folding, entry.doc, waiting);
    const nothing = after === null && entry.version < 0 && more.length === 0;
    if (!nothing) changed.set(stream, { version: revisionOf(waiting.event), doc: after });
    changes.push(...more);
  };
  for (const waiting of items) {
    const stream = streamOf(waiting.event);
    const entry = changed.get(stream) ?? loaded.get(stream)!;
    const revision = revisionOf(waiting.event);
    if (revision <= entry.version) continue;
    if (stage.holds(stream, revision)) {
      stage.add(waiting);
      continue;
    }
    try {
      fold(waiting, stream, entry);
    } catch (error) {
      stage.add(waiting, error);
    }
  }
  return { changed, changes };
};

/** A derived document while a batch is folded: changed in place, since many changes of a batch meet the same one. */
interface Derived {
  version: number;
  doc: JsonObject | null;
  readonly stored: number;
}

const loadDerived = async ({ documents, placed }: Folding, changes: readonly Change[]) => {
  const keys = new Map<string, Set<string>>();
  for (const { collection, key } of changes) keys.set(collection, (keys.get(collection) ?? new Set()).add(key));
  const found = new Map<string, Map<string, Derived>>();
  const load = async (collection: string, wanted: ReadonlySet<string>): Promise<void> => {
    const loaded = new Map<string, Derived>();
    for (const [key, { version, doc }] of await documents.load(placed(collection), wanted))
      loaded.set(key, { version, doc, stored: version });
    found.set(collection, loaded);
  };
  await Promise.all(Array.from(keys, ([collection, wanted]) => load(collection, wanted)));
  return found;
};

/** Applies each change unless the stored document has it already; the place of the one that threw goes into `poison`, and it gives false. */
const changeDerived = (
  changes: readonly Change[],
  derived: ReadonlyMap<string, Map<string, Derived>>,
  poison: Poison,
): boolean => {
  for (const { collection, key, change, waiting } of changes) {
    const entry = derived.get(collection)!.get(key)!;
    const version = waiting.place.position;
    if (version <= entry.stored) continue;
    try {
      entry.doc = change(entry.doc);
      entry.version = version;
    } catch (error) {
      poison.set(nameOf(waiting.event), error);
      return false;
    }
  }
  return true;
};

/**
 * The documents of these events. Was one of the events folded before, somebody else may have written since what is kept in memory: what a
 * document of theirs has taken is not derived again, so what was derived of it must be theirs too, and all is read anew, documents first.
 */
const loadDocuments = async ({ projection, placed, documents }: Folding, items: readonly Waiting[]) => {
  const load = () =>
    documents.load(
      placed(projection.name),
      items.map(({ event }) => streamOf(event)),
    );
  const loaded = await load();
  if (!items.some(({ event }) => revisionOf(event) <= loaded.get(streamOf(event))!.version)) return loaded;
  documents.forget();
  return load();
};

const writeOf = (collection: string, entries: Iterable<[string, Entry]>) => ({
  collection,
  documents: Array.from(entries, ([key, { version, doc }]) => ({ key, version, doc })),
});

/**
 * Folds events, in order, into what has to be written. `stage` begins anew for each attempt: an event whose derived change throws makes
 * the whole be folded again without it, so nothing of it or of what came after it in its stream remains.
 */
export const foldEvents = async (
  folding: Folding,
  items: readonly Waiting[],
  newStage: () => Stage,
): Promise<Folded & { readonly stage: Stage }> => {
  const { projection, placed } = folding;
  const loaded = await loadDocuments(folding, items);
  const poison: Poison = new Map();
  for (;;) {
    const stage = newStage();
    const { changed, changes } = foldDocuments(folding, items, loaded, { stage, poison });
    const derived = await loadDerived(folding, changes);
    if (!changeDerived(changes, derived, poison)) continue;
    const written = [...derived].map(([collection, entries]) =>
      writeOf(
        placed(collection),
        [...entries].filter(([, { version, stored }]) => version > stored),
      ),
    );
    return {
      stage,
      derived: written
        .filter(({ documents: some }) => some.length > 0)
        .map((write) => ({ ...write, together: true as const })),
      documents: changed.size > 0 ? [writeOf(placed(projection.name), changed)] : [],
    };
  }
};
