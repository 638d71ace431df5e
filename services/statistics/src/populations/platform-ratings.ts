import { counts, details } from './matter.js';
import type { Population } from './population.js';

/** Every matter once that a platform rated in its own follow-up, on the day of the last such rating, under the platform's name. */
export const platformRatings: Population = {
  name: 'platform-ratings.v1',
  of: (item) => {
    if (!counts(item) || !item.platformRated) return [];
    const { event, day, platform, level } = item.platformRated;
    return [{ part: '', event, day, dimensions: { ...details(item), source: platform, result: `level-${level}` } }];
  },
  cubes: [
    ['medium', 'source', 'result'],
    ['source', 'result', 'unit'],
    ['source', 'result', 'class', 'kind'],
    ['source', 'result', 'category'],
  ],
};
