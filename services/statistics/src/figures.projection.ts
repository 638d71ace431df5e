import { publicEvents } from '@sunlit/contracts';
import type { Projection, PublicEvent } from '@sunlit/kernel';
import { itemRows, type ItemRow, type Terms } from './item/item.fold.js';
import type { Item } from './item/item.js';
import { FIGURES, figureCollections } from './populations/collections.js';
import { deriveEntries } from './populations/derive.js';
import { sinceWhen } from './populations/standing.js';

const keepingTrack =
  (row: ItemRow): ItemRow =>
  (before, event) => {
    const after = row(before, event);
    return after === before || !after ? after : sinceWhen(before, after, event);
  };

/** Items of both services' public events, with the entries and counters that every figure is read from. */
export const figuresProjection = (terms: Terms): Projection<PublicEvent, Item> => ({
  name: FIGURES,
  categories: Object.keys(publicEvents),
  index: {},
  apply: Object.fromEntries(Object.entries(itemRows(terms)).map(([type, row]) => [type, keepingTrack(row)])),
  derive: deriveEntries,
  derived: figureCollections,
});
