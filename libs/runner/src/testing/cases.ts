import type { DerivedChange, JsonObject, Place, Projected, ReadStore } from '@sunlit/kernel';
import { revisionOf, streamOf } from '@sunlit/kernel';
import type { AnyProjection } from '../engine.js';
import { listAll } from '../list-all.js';

/** A case of the tests: which unit has it and how often it moved. */
export interface Case {
  readonly unit: string;
  readonly moves: number;
}

/** What the tests let go wrong, and put right again. */
export interface Trouble {
  row: boolean;
  change: boolean;
}

const dataOf = (event: Projected) => event.data as { unit?: string; bad?: boolean; worse?: boolean };

const count = (key: string, by: number): DerivedChange => ({
  collection: 'units.v1',
  key,
  change: (present) => ({ unit: key.split('|')[1]!, count: ((present?.['count'] as number | undefined) ?? 0) + by }),
});

/** Cases by stream, and derived from them: how many a unit has (by partition), and how many events each partition had. */
export const caseProjection = (trouble: Trouble = { row: true, change: true }, categories = ['case', 'cases']) => {
  const check = (event: Projected): void => {
    if (trouble.row && dataOf(event).bad) throw new TypeError('secret');
  };
  const definition: AnyProjection = {
    name: 'cases.v1',
    categories,
    index: { unit: 'text', moves: 'number' },
    derived: [
      { name: 'units.v1', index: { unit: 'text', count: 'number' } },
      { name: 'totals.v1', index: {} },
    ],
    apply: {
      Opened: (_: Case | null, event: Projected): Case => (check(event), { unit: dataOf(event).unit!, moves: 0 }),
      Moved: (doc: Case | null, event: Projected): Case | null => {
        check(event);
        return doc && { unit: dataOf(event).unit!, moves: doc.moves + 1 };
      },
      Noted: (doc: Case | null, event: Projected): Case | null => (check(event), doc),
      Removed: (_: Case | null, event: Projected): Case | null => (check(event), null),
    },
    derive: (before: Case | null, after: Case | null, event: Projected, { partition }: Place) => [
      ...(before && before.unit !== after?.unit ? [count(`${partition}|${before.unit}`, -1)] : []),
      ...(after && before?.unit !== after.unit ? [count(`${partition}|${after.unit}`, 1)] : []),
      {
        collection: 'totals.v1',
        key: `${partition}`,
        change: (present: JsonObject | null) => {
          if (trouble.change && dataOf(event).worse) throw new RangeError('secret');
          return { events: ((present?.['events'] as number | undefined) ?? 0) + 1 };
        },
      },
    ],
  };
  return definition;
};

/** What the projection's documents say. */
export const told = async (readStore: ReadStore) => {
  const all = async (collection: string) =>
    (await listAll(readStore, collection, {})).map(({ key, doc, version }) => ({ key, doc, version }));
  const cases = await all('cases.v1');
  const units = new Map<string, number>();
  for (const { doc } of await all('units.v1'))
    units.set(doc['unit'] as string, (units.get(doc['unit'] as string) ?? 0) + (doc['count'] as number));
  const totals = (await all('totals.v1')).reduce((sum, { doc }) => sum + (doc['events'] as number), 0);
  return { cases, units: new Map([...units].filter(([, n]) => n !== 0).sort()), totals };
};

interface Counted {
  readonly unit: string | null;
  readonly moves: number;
}

const counted = ({ unit, moves }: Counted, event: Projected): Counted => {
  if (event.type === 'Opened') return { unit: dataOf(event).unit!, moves: 0 };
  if (event.type === 'Moved' && unit !== null) return { unit: dataOf(event).unit!, moves: moves + 1 };
  return event.type === 'Removed' ? { unit: null, moves } : { unit, moves };
};

/** The same by plain recount, without anything of the projection: each event once, in order in its stream. */
export const recount = (events: readonly Projected[]) => {
  const streams = new Map<string, Counted & { readonly version: number }>();
  for (const event of events) {
    const before = streams.get(streamOf(event)) ?? { unit: null, moves: 0 };
    streams.set(streamOf(event), { ...counted(before, event), version: revisionOf(event) });
  }
  const open = [...streams].filter(([, { unit }]) => unit !== null).sort(([a], [b]) => (a < b ? -1 : 1));
  const units = new Map<string, number>();
  for (const [, { unit }] of open) units.set(unit!, (units.get(unit!) ?? 0) + 1);
  return {
    cases: open.map(([key, { unit, moves, version }]) => ({ key, version, doc: { unit, moves } })),
    units: new Map([...units].sort()),
    totals: events.length,
  };
};
