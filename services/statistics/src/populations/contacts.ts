import { leadNow, type Item } from '../item/item.js';
import type { Dimensions, Entry, Population } from './population.js';

const NONE = 'none';

/** What is told of a contact beside its medium and source is told of its matter; of an invalid one there is none. */
const about = (item: Item): Dimensions => ({
  class: item.class,
  kind: item.kind,
  category: item.category,
  unit: leadNow(item) ?? NONE,
});

/** The contact a matter came in by, whatever became of the matter; of one handed over it is that of what it became. An invalid one opened none. */
const first = (item: Item): readonly Entry[] => {
  const { medium, source, cameOn, registered, invalid } = item;
  if (item.handedOver) return [];
  const what = invalid === null ? { result: 'opening', purpose: NONE } : { result: 'invalid', purpose: invalid };
  return [{ part: '', day: cameOn, event: registered, dimensions: { ...about(item), medium, source, ...what } }];
};

const adding = (item: Item): readonly Entry[] =>
  item.contacts.map(({ event, day, medium, source, purpose }) => ({
    part: event,
    day,
    event,
    dimensions: { ...about(item), medium, source, result: 'adding', purpose },
  }));

/** Every call, visit and message once, on its own day: it opened a matter, added to one, or was invalid. What was voided is in none. */
export const contacts: Population = {
  name: 'contacts.v1',
  of: (item): readonly Entry[] => (item.voided ? [] : [...first(item), ...adding(item)]),
  cubes: [
    ['medium', 'source', 'result', 'purpose'],
    ['result', 'unit'],
    ['result', 'class', 'kind'],
    ['result', 'category'],
  ],
};
