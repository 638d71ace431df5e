import { details } from './matter.js';
import type { Population } from './population.js';

/** Every interim reply once, on the day the person was told, whatever became of the matter; what was voided is in none. */
export const interimReplies: Population = {
  name: 'interim-replies.v1',
  of: (item) =>
    item.voided
      ? []
      : (item.told ?? []).map(({ event, day }) => ({ part: event, event, day, dimensions: details(item) })),
  cubes: [['unit'], ['class', 'kind'], ['category'], ['medium', 'source']],
};
