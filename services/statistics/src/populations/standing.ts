import type { PublicEvent } from '@sunlit/kernel';
import type { Item } from '../item/item.js';
import { NO_END, recordedAt } from './collections.js';
import { dimensionsOf, tupleOf, type Entry, type Population } from './population.js';
import { populations } from './populations.js';

/** An entry an item has now, ready to be compared and counted. */
export interface Standing {
  readonly population: Population;
  readonly entry: Entry;
  readonly until: string;
  readonly tuple: string;
}

const dimensions = new Map(populations.map((population) => [population.name, dimensionsOf(population)]));
const known = new WeakMap<Item, ReadonlyMap<string, Standing>>();
const nothing: ReadonlyMap<string, Standing> = new Map();

const work = (item: Item): ReadonlyMap<string, Standing> => {
  const found = new Map<string, Standing>();
  for (const population of populations)
    for (const entry of population.of(item)) {
      const tuple = tupleOf(dimensions.get(population.name)!, entry.dimensions);
      found.set(`${population.name}:${entry.part}`, { population, entry, until: entry.until ?? NO_END, tuple });
    }
  return found;
};

/** The item's entries by slot (population and part); computed once an item. */
export const standing = (item: Item | null): ReadonlyMap<string, Standing> => {
  if (!item) return nothing;
  const found = known.get(item) ?? work(item);
  known.set(item, found);
  return found;
};

/** Whether two entries of a slot are the same thing counted the same way. */
export const alike = (one: Standing | undefined, other: Standing): boolean =>
  one !== undefined &&
  one.tuple === other.tuple &&
  one.entry.day === other.entry.day &&
  one.until === other.until &&
  one.entry.event === other.entry.event;

const momentOf = (before: Item | null, event: PublicEvent): Item['moment'] => {
  const at = recordedAt(event);
  return before?.moment.at === at ? before.moment : { at, from: event.sequence };
};

/**
 * The item with `since` and `moment` brought up to date: an entry that did not change stands since when it stood before, and so does one
 * in the place of an entry that came at this very instant.
 */
export const sinceWhen = (before: Item | null, after: Item, event: PublicEvent): Item => {
  const old = standing(before);
  const moment = momentOf(before, event);
  const since: Record<string, number> = {};
  for (const [slot, entry] of standing(after)) {
    const was = before?.since[slot];
    const stays = was !== undefined && (was >= moment.from || alike(old.get(slot), entry));
    since[slot] = stays ? was : event.sequence;
  }
  const done = { ...after, since, moment };
  // Entries do not depend on `since`.
  known.set(done, standing(after));
  return done;
};
