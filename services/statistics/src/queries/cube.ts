import { Refused } from '@sunlit/kernel';
import { neededBy } from '../figures/figure.js';
import type { Dimension, Population } from '../populations/population.js';
import type { Question } from './question.js';

/** Every dimension a question's figure, filter and grouping go by. */
export const dimensionsOfQuestion = ({ figure, where, by }: Question): readonly Dimension[] => [
  ...new Set([...neededBy(figure), ...(Object.keys(where) as Dimension[]), ...(by ? [by] : [])]),
];

const cubesAsText = ({ cubes }: Population): string => cubes.map((cube) => cube.join(' × ')).join('; ');

/** The number of the smallest declared cube that holds these dimensions; `Refused('NoCube')` with those there are. */
export const cubeFor = (population: Population, dimensions: readonly Dimension[]): number => {
  const holding = population.cubes
    .map((cube, index) => ({ cube, index }))
    .filter(({ cube }) => dimensions.every((dimension) => cube.includes(dimension)))
    .sort((one, other) => one.cube.length - other.cube.length);
  if (!holding[0]) throw new Refused('NoCube', { dimensions: dimensions.join(' × '), cubes: cubesAsText(population) });
  return holding[0].index;
};
