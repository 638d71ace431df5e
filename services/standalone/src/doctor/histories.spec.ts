import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chinaTables, growingCalendar, type HolidayTables, type YearTable } from '@sunlit/calendar';
import { fixedRuns, testOffice } from '@sunlit/casework/testing';
import { collectionsOf, type StoredEvent } from '@sunlit/kernel';
import { memoryReadStore } from '@sunlit/read-store/memory';
import type { Office } from '@sunlit/platform';
import type { ImportReport } from '../import/index.js';
import { busyOffice, type BusyCase } from './testing/busy-office.js';
import { seeded } from './testing/chance.js';
import { composed, type Composed } from './testing/composed.js';
import { importedTwice } from './testing/imported.js';
import { everyTurnOfAnOrder } from './testing/order-turns.js';

/** How many histories, each of the seed of its number; `SUNLIT_HISTORIES=10` in the environment makes ten times as many. */
const { numRuns: HISTORIES } = fixedRuns(2, process.env);
const STEPS = 400;
const PATIENCE = 60_000 + HISTORIES * 60_000;

const until = (year: number): HolidayTables => ({
  ...chinaTables,
  version: `cn-${year}`,
  lastYear: year,
  ...Object.fromEntries(
    (['holidays', 'makeUpDays'] as const).map((name) => [
      name,
      Object.fromEntries(Object.entries(chinaTables[name]).filter(([day]) => Number(day.slice(0, 4)) <= year)),
    ]),
  ),
});
const of2021: YearTable = {
  year: 2021,
  source: 'test',
  ...(Object.fromEntries(
    (['holidays', 'makeUpDays'] as const).map((name) => [
      name,
      Object.fromEntries(Object.entries(chinaTables[name]).filter(([day]) => day.startsWith('2021'))),
    ]),
  ) as Pick<YearTable, 'holidays' | 'makeUpDays'>),
};

/** The office's policy from the middle on: shorter deadlines, and fewer people called back. */
const later: Office = {
  ...testOffice,
  deadlines: testOffice.deadlines.map((one) =>
    one.workingDays === 13 ? { ...one, version: 2, workingDays: 10 } : one,
  ),
  followUp: {
    ...testOffice.followUp,
    rules: [{ kinds: ['report', 'complaint'], select: 'share', percent: 40, source: 'test' }],
  },
};

interface History {
  readonly office: Composed;
  readonly log: readonly StoredEvent[];
  readonly reports: readonly ImportReport[];
}

/** A year in which everything changes: calendar and policy in mid-case, and another office's sheet imported twice. */
const history = async (seed: number, folder: string): Promise<History> => {
  const calendar = growingCalendar(until(2020));
  const cases: BusyCase[] = [];
  const before = await composed({ calendar });
  await busyOffice(before, seed, STEPS, cases);
  calendar.take([of2021]);
  await before.worker.caughtUp();
  await before.worker.timers(before.now());
  await busyOffice(before, seed + 1000, STEPS, cases);
  const answered = await everyTurnOfAnOrder(before, `HL${seed}`);
  const reports = await importedTwice(before, join(folder, `${seed}.csv`), seeded(seed));
  await before.worker.stop();
  const { memory, readStore, keys } = before;
  const office = await composed({ memory, readStore, keys, calendar, office: later });
  office.at(before.now() + 60_000);
  await office.send('complaints', { stream: answered, type: 'ReopenCase', data: { reason: '又来电' } });
  await busyOffice(office, seed + 2000, STEPS, cases);
  return { office, log: before.log, reports };
};

let folder: string;
const histories: History[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'histories-'));
  for (let seed = 1; seed <= HISTORIES; seed++) histories.push(await history(seed, folder));
}, PATIENCE);
afterAll(async () => {
  for (const { office } of histories) await office.worker.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Says = (event: StoredEvent, log: readonly StoredEvent[]) => boolean;
const type =
  (name: string, says: (data: StoredEvent['data']) => boolean = () => true): Says =>
  (event) =>
    event.type === name && says(event.data);
const changes = (field: string) => type('DetailsCorrected', (data) => field in (data['changes'] as object));
const policyOf = ({ data }: StoredEvent): string => String((data['due'] as { policy?: string } | undefined)?.policy);

/** The turns of random histories, and an event of each. */
const TURNS: Readonly<Record<string, Says>> = {
  reclassified: changes('kind'),
  'corrected in category': changes('category'),
  'corrected in day': changes('cameAt'),
  'handed over': type('CaseHandedOver'),
  'taken on by the other service': type('CaseRegistered', ({ origin }) => origin !== undefined),
  'returned to the platform': type('OrderReturnAsked'),
  'taken back': type('OrderTakenBack'),
  'sent again': type('OrderSentAgain'),
  bounced: type('OrderReportBounced'),
  'an extension granted': type('OrderExtensionGranted'),
  'rated by the platform': type('PlatformRated'),
  joined: type('CaseJoined'),
  'joined and undone': type('CaseUnjoined'),
  linked: type('CaseLinked'),
  'linked and undone': type('CaseUnlinked'),
  'declined as answered': type('CaseDeclinedAsAnswered'),
  voided: type('CaseVoided'),
  suspended: type('CaseSuspended'),
  'on again, its date moved': type('DeadlineMoved'),
  redone: type('CaseRedone'),
  reopened: type('CaseReopened'),
  'a task done': type('TaskFinished'),
  'passed over': type('FollowUpPassedOver'),
  'picked by hand': type('FollowUpSelected', ({ by }) => by === 'hand'),
  'a rating set aside': type('RatingSetAside'),
  'a rating restored': type('RatingRestored'),
  'kept secret': type('SecrecyGiven'),
  restricted: type('CaseRestricted'),
  erased: type('PersonalDataErased'),
  'imported twice with changes': (event) => event.type === 'DetailsCorrected' && event.meta.by.role === 'importer',
  'calendar changed in mid-case': type('DeadlineSet', ({ because }) => because === 'calendar'),
  'policy changed in mid-case': (event, log) =>
    event.type === 'DeadlineSet' &&
    policyOf(event).endsWith('@2') &&
    log.some((one) => one.stream === event.stream && one.type === 'DeadlineSet' && policyOf(one).endsWith('@1')),
};

it('holds every turn', () => {
  const log = histories.flatMap((one) => one.log);
  expect(
    Object.entries(TURNS).flatMap(([turn, says]) => (log.some((event) => says(event, log)) ? [] : [turn])),
  ).toEqual([]);
});

it('reports what an import finds changed, and corrects it where that is asked for', () => {
  for (const { reports } of histories) {
    const [first, second, third] = reports as [ImportReport, ImportReport, ImportReport];
    expect(first).toMatchObject({ read: 12, added: 12, refused: 0 });
    expect([second.changed > 0, second.corrected]).toEqual([true, 0]);
    expect(third.changed).toBe(second.changed);
  }
});

it(
  'is what the doctor recounts: figures with what is behind them, desks, laws',
  async () => {
    for (const { office } of histories) expect((await office.examine()).findings).toEqual([]);
  },
  PATIENCE,
);

/** Every document of the office's projections. */
const documentsOf = async ({ definitions, readStore }: Composed): Promise<object> => {
  const all: Record<string, object> = {};
  for (const projection of definitions.flatMap(({ projections }) => projections))
    for (const { name } of collectionsOf(projection)) {
      const { items } = await readStore.list(name, { first: 1_000_000 });
      all[name] = Object.fromEntries(items.map(({ key, doc }) => [key, doc]));
    }
  return all;
};

it(
  'is identical when rebuilt from its log',
  async () => {
    for (const { office } of histories) {
      const { memory, keys, office: profile, calendar } = office;
      const rebuilt = await composed({ memory, keys, calendar, office: profile, readStore: memoryReadStore() });
      await rebuilt.worker.caughtUp();
      await rebuilt.worker.stop();
      expect(await documentsOf(rebuilt)).toEqual(await documentsOf(office));
    }
  },
  PATIENCE,
);
