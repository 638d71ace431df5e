import type { FigureDefinition, FigureQuery, StatisticsOperations } from '@sunlit/contracts';
import { figures } from '../figures/figures.js';
import type { Figure } from '../figures/figure.js';
import { digestOf, eventsOf, restatedOf } from './listing.js';
import { questionOf, type Question } from './question.js';
import { rowsOf } from './rows.js';
import { asOfNow, consistently, declareRead, type AsOf, type Source } from './source.js';

const definitionOf = ({ name, title, kind, description, of }: Figure): FigureDefinition => ({
  name,
  title,
  kind,
  description,
  population: of.name,
  dimensions: of.cubes,
});

/** What `statistics` answers. Plain values are read from counters alone; entries are listed for a past as-of and on drilling down. */
export const statisticsOperations = (source: Source): StatisticsOperations => {
  let ready: Promise<void> | undefined;
  const asking = async <T>(asOf: string | null, read: (asOf: AsOf) => Promise<T>): Promise<T> => {
    ready ??= declareRead(source).catch((error: unknown) => {
      // A store that was away is asked again by the next query.
      ready = undefined;
      throw error;
    });
    await ready;
    return consistently(source, async () => read(await asOfNow(source, asOf)));
  };
  const about = async <T>(query: FigureQuery, read: (question: Question, asOf: AsOf) => Promise<T>): Promise<T> => {
    const question = questionOf(query);
    return asking(question.asOf, (asOf) => read(question, asOf));
  };
  return {
    definitions: async () => ({ items: figures.map(definitionOf) }),
    statistics: async ({ figures: names, ...query }) => {
      const questions = names.map((name) => questionOf({ ...query, name } as FigureQuery));
      return asking(questions[0]?.asOf ?? null, async (asOf) => {
        const rows = [];
        for (const question of questions) rows.push(...(await rowsOf(source, question, asOf)));
        return { asOf: asOf.asOf, rows };
      });
    },
    figure: (query) => about(query, async (question, asOf) => (await rowsOf(source, question, asOf))[0]!.value),
    digest: (query) => about(query, (question, asOf) => digestOf(source, question, asOf)),
    events: ({ first, after, ...query }) =>
      about(query, (question, asOf) =>
        eventsOf(source, question, asOf, { first, ...(after !== undefined && { after }) }),
      ),
    restated: ({ first, ...query }) => about(query, (question, asOf) => restatedOf(source, question, asOf, first)),
  };
};
