import type { DerivedChange, JsonObject, Place, PublicEvent } from '@sunlit/kernel';
import type { Item } from '../item/item.js';
import { COUNTERS, NEVER, SEEN, asJson, entriesOf, type EntryRow, type SeenDocument } from './collections.js';
import { count, counterChanges, type Deltas } from './counting.js';
import { standing, type Standing } from './standing.js';

/** In the form of every other instant kept here, so that they compare as texts. */
const recordedAt = ({ recordedat }: PublicEvent): string =>
  recordedat.length === NEVER.length ? recordedat : new Date(recordedat).toISOString();

const keyOf = (item: Item, slot: string, since: number): string => `${item.stream}|${slot}|${since}`;

const entering = (item: Item, { entry, until, tuple }: Standing, event: PublicEvent): EntryRow => ({
  day: entry.day,
  until,
  tuple,
  event: entry.event,
  stream: item.stream,
  number: item.number,
  recordedAt: recordedAt(event),
  through: event.id,
  takenOutAt: NEVER,
});

/** One that came and went at the same instant never stood at any, so it leaves no row. */
const leaving =
  (instead: Standing | undefined, event: PublicEvent) =>
  (present: JsonObject | null): JsonObject | null => {
    const row = present as unknown as EntryRow | null;
    if (!row || row.recordedAt === recordedAt(event)) return null;
    const now = instead && { day: instead.entry.day, until: instead.until, tuple: instead.tuple };
    const out = { by: event.id, type: event.type, instead: now ?? null };
    return asJson({ ...row, takenOutAt: recordedAt(event), out });
  };

const seen = (event: PublicEvent, { partition }: Place): DerivedChange => ({
  collection: COUNTERS,
  key: `${partition}|${SEEN}`,
  change: (present) => {
    const last = (present as unknown as SeenDocument | null)?.recordedAt ?? '';
    const now = recordedAt(event);
    return asJson({ at: SEEN, recordedAt: last > now ? last : now });
  },
});

/** Entries that left are marked taken out, new ones are added, both are counted; an entry that stays is not touched. */
export const deriveEntries = (
  before: Item | null,
  after: Item | null,
  event: PublicEvent,
  place: Place,
): readonly DerivedChange[] => {
  if (before === after) return [seen(event, place)];
  const [old, now] = [standing(before), standing(after)];
  const changes: DerivedChange[] = [seen(event, place)];
  const deltas: Deltas = new Map();
  for (const [slot, entry] of old) {
    const since = before!.since[slot]!;
    if (after?.since[slot] === since) continue;
    const change = leaving(now.get(slot), event);
    changes.push({ collection: entriesOf(entry.population), key: keyOf(before!, slot, since), change });
    count(deltas, entry, -1);
  }
  for (const [slot, entry] of now) {
    const since = after!.since[slot]!;
    if (before?.since[slot] === since) continue;
    const row = asJson(entering(after!, entry, event));
    changes.push({ collection: entriesOf(entry.population), key: keyOf(after!, slot, since), change: () => row });
    count(deltas, entry, 1);
  }
  return [...changes, ...counterChanges(deltas, place.partition)];
};
