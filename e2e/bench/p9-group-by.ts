import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Size } from './bench.js';
import { startedPostgresql } from './command-sides.js';
import { groupBy, type Dashboard, type Told } from './opponents/group-by.js';
import { interleaved, printRatios } from './rounds.js';
import { mustAgreeWithTally, mustEqual, valuesBy, yearOfFigures, type YearOfFigures } from './year-figures.js';
import { talliedBy } from './year-log.js';

const ours = async (office: YearOfFigures): Promise<Dashboard> => ({
  category: await valuesBy(office, 'matters.accepted.v1', 'category'),
  unit: await valuesBy(office, 'matters.accepted.v1', 'unit'),
  medium: await valuesBy(office, 'matters.accepted.v1', 'medium'),
  source: await valuesBy(office, 'matters.accepted.v1', 'source'),
  month: await valuesBy(office, 'matters.accepted.v1', null),
  satisfied: await valuesBy(office, 'followup.satisfaction.v1', 'unit', ({ numerator = 0 }) => numerator),
});

/** What happened to each matter, one row an event: as many rows as there are events in the log. */
const toldOf = (office: YearOfFigures): readonly Told[] => {
  const { matters, events, eventsOf } = office.year;
  const told = matters.map((matter, id): Told => {
    const steps = Array.from(
      { length: eventsOf[matter.result] },
      (_, at) => [`Step${at}`, `${matter.month}-16`, 0] as const,
    );
    const rated = matter.result === 'answered' ? ([['FollowUpRated', `${matter.month}-20`, 5]] as const) : [];
    return { ...matter, id, course: [...steps.slice(rated.length), ...rated] };
  });
  const rows = told.reduce((sum, { course }) => sum + course.length, 0);
  if (rows !== events) throw new Error(`${rows} rows of ${events} events.`);
  return told;
};

/** P9: a dashboard of a year: PostgreSQL's GROUP BY, over normalised rows and over JSONB / our figures; in time, so above 1 ours is faster. */
export const groupedBy = async ({ small }: Size): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const server = await startedPostgresql(folder);
  const office = await yearOfFigures(small ? 2_000 : 1_000_000);
  const database = await groupBy(server.url, toldOf(office));
  try {
    console.log(`  ${await database.settings()}; rows vacuumed and analysed, days indexed`);
    await mustAgreeWithTally(office, office.year);
    const expected = (name: 'category' | 'unit' | 'medium' | 'source' | 'month') =>
      talliedBy(office.year.matters, name);
    const answered = office.year.matters.filter(({ result }) => result === 'answered');
    const check = (side: string, found: Dashboard): void => {
      for (const name of ['category', 'unit', 'medium', 'source', 'month'] as const)
        mustEqual(`${side}, ${name}`, found[name], expected(name));
      mustEqual(`${side}, satisfied`, found.satisfied, talliedBy(answered, 'unit'));
    };
    const side = (name: string, ask: () => Promise<Dashboard>, times: number) => ({
      name,
      run: async () => {
        const began = performance.now();
        let found: Dashboard | null = null;
        for (let time = 0; time < times; time++) found = await ask();
        const seconds = (performance.now() - began) / 1000;
        check(name, found!);
        return times / seconds;
      },
    });
    const OURS = 'our figures';
    const ROWS = 'GROUP BY over normalised rows';
    const JSONB = 'GROUP BY over JSONB';
    const sides = [
      side(OURS, () => ours(office), small ? 2 : 20),
      side(ROWS, () => database.dashboard('rows'), 1),
      side(JSONB, () => database.dashboard('jsonb'), 1),
    ];
    const rates = await interleaved(sides, small ? 1 : 7);
    printRatios(rates, {
      unit: 'dashboards/s',
      digits: 2,
      pairs: [
        [OURS, ROWS],
        [OURS, JSONB],
      ],
    });
  } finally {
    await database.close();
    await office.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
