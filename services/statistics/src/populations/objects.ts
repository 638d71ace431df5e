import { attributeNames } from '@sunlit/contracts';
import type { Item } from '../item/item.js';
import { counts, details } from './matter.js';
import type { Entry, Population } from './population.js';

const OBJECT_KINDS = attributeNames.filter((name) => name !== 'field' && name !== 'district');

/** Objects of the office's lists, `line:bus-5`; what is named in words is in no figure. */
const entries = (item: Item): readonly Entry[] =>
  OBJECT_KINDS.flatMap((kind) => {
    const code = item.named?.codes[kind];
    if (code === undefined) return [];
    const dimensions = { ...details(item), object: `${kind}:${code}` };
    return [{ part: kind, day: item.cameOn, event: item.named!.event, dimensions }];
  });

/** Every accepted matter once for each listed object it is about, on the day the person first came. */
export const objects: Population = {
  name: 'objects.v1',
  of: (item) => (counts(item) ? entries(item) : []),
  cubes: [
    ['object', 'category'],
    ['object', 'class', 'kind'],
    ['object', 'unit'],
    ['object', 'medium', 'source'],
  ],
};
