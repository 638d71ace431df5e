import type { DerivedChange, JsonObject, Place, PublicEvent } from '@sunlit/kernel';
import type { Item } from '../item/item.js';
import {
  COUNTERS,
  NEVER,
  SEEN,
  asJson,
  entriesOf,
  recordedAt,
  type EntryRow,
  type SeenDocument,
} from './collections.js';
import { count, counterChanges, type Deltas } from './counting.js';
import { alike, standing, type Standing } from './standing.js';

/** Names an item's entry in its population's collection. */
const keyOf = ({ stream }: Item, { entry }: Standing, since: number): string => `${stream}|${entry.part}|${since}`;

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

const nothing = (): null => null;

const takenOut =
  (instead: Standing | undefined, event: PublicEvent) =>
  (present: JsonObject | null): JsonObject | null => {
    if (!present) return null;
    const now = instead && { day: instead.entry.day, until: instead.until, tuple: instead.tuple };
    const out = { by: event.id, type: event.type, instead: now ?? null };
    return asJson({ ...present, takenOutAt: recordedAt(event), out });
  };

/** Nothing where an earlier event of the item was recorded at the same instant: that one has said so. */
const seen = (before: Item | null, event: PublicEvent, { partition }: Place): DerivedChange[] => {
  const now = recordedAt(event);
  if (before?.moment.at === now) return [];
  const change = (present: JsonObject | null): JsonObject => {
    const last = (present as unknown as SeenDocument | null)?.recordedAt ?? '';
    return present && last >= now ? present : asJson({ at: SEEN, recordedAt: now });
  };
  return [{ collection: COUNTERS, key: `${partition}|${SEEN}`, change }];
};

/** An item before and after an event, and the event. */
interface Turn {
  readonly before: Item | null;
  readonly after: Item | null;
  readonly event: PublicEvent;
}

/** One that came and went at the same instant never stood at any, so it leaves no row. */
const leave = ({ before, after, event }: Turn, slot: string, old: Standing): readonly DerivedChange[] => {
  const since = before!.since[slot]!;
  // The new entry is written in its place.
  if (after?.since[slot] === since) return [];
  const stood = !after || since < after.moment.from;
  const change = stood ? takenOut(standing(after).get(slot), event) : nothing;
  return [{ collection: entriesOf(old.population), key: keyOf(before!, old, since), change }];
};

/** Entries that left are marked taken out, new ones are added, both are counted; an entry that stays is not touched. */
export const deriveEntries = (
  before: Item | null,
  after: Item | null,
  event: PublicEvent,
  place: Place,
): readonly DerivedChange[] => {
  const changes = seen(before, event, place);
  if (before === after) return changes;
  const turn = { before, after, event };
  const [old, now] = [standing(before), standing(after)];
  const deltas: Deltas = new Map();
  for (const [slot, entry] of old) {
    if (alike(now.get(slot), entry)) continue;
    changes.push(...leave(turn, slot, entry));
    count(deltas, entry, -1);
  }
  for (const [slot, entry] of now) {
    if (alike(old.get(slot), entry)) continue;
    const row = asJson(entering(after!, entry, event));
    const key = keyOf(after!, entry, after!.since[slot]!);
    changes.push({ collection: entriesOf(entry.population), key, change: () => row });
    count(deltas, entry, 1);
  }
  changes.push(...counterChanges(deltas, place.partition));
  return changes;
};
