import type { FigureValue } from '@sunlit/contracts';
import type { PublicEvent } from '@sunlit/kernel';
import fc from 'fast-check';
import { asking, dump, filled, filledStore } from '../testing/filled.js';
import { randomLog } from '../testing/random-log.js';
import { endOf, recount, recounted, type Thing } from '../testing/recount.js';
import { figures } from './figures.js';

const FROM = '2021-01-01';
const TO = '2021-12-31';
const PERIODS = [
  [FROM, TO],
  ['2021-01-29', '2021-03-15'],
  ['2021-02-01', '2021-02-28'],
  ['2021-02-10', '2021-02-12'],
] as const;

const digits = (value: FigureValue): readonly (number | undefined)[] =>
  value.denominator === undefined ? [value.value ?? 0] : [value.numerator, value.denominator];

const median = (hours: readonly number[]): number =>
  [...hours].sort((a, b) => a - b)[Math.ceil(hours.length / 2) - 1] ?? 0;

/** The value of things counted anew, in the form of `digits`. */
const expected = (name: string, things: readonly Thing[]): readonly number[] => {
  const { kind } = figures.find((figure) => figure.name === name)!;
  if (kind === 'ratio') return [things.filter(({ counted }) => counted).length, things.length];
  if (kind === 'distribution') return [median(things.map(({ told }) => Number(told['hours'])))];
  return [things.length];
};

const within = (things: readonly Thing[], from: string, to: string): readonly Thing[] =>
  things.filter(({ day, until }) => (until ? day <= to && until > to : day >= from && day <= to));

const instants = (log: readonly PublicEvent[]): readonly string[] => {
  const middle = log[Math.floor(log.length / 2)]!.recordedat;
  return [middle, new Date(Date.parse(middle) - 1).toISOString(), endOf(log)];
};

/** Shrinking ends after a while too, so that a failure is told before the runner gives up. */
const RUNS = {
  // Everybody meets the same logs; `SUNLIT_HISTORIES=10` in the environment makes ten times as many.
  ...{ seed: 3, numRuns: 14 * Number(process.env['SUNLIT_HISTORIES'] ?? 1) },
  ...{ interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
};
const PATIENCE = 120_000;
/** A dimension some cube of every figure can be grouped by. */
const GROUPS = ['unit', 'kind', 'source', 'medium'];

/** Events that figures count by: each must stand in some of the logs. */
const COUNTED = [
  ...['CaseRegistered', 'CaseAccepted', 'CaseDeclined', 'CaseDeclinedAsAnswered', 'CaseVoided', 'CaseWithdrawn'],
  ...['DetailsCorrected', 'AttributesGiven', 'CaseAssigned', 'AssignmentReturned', 'CaseHandedOver', 'HandoverRefused'],
  ...['DeadlineSet', 'DeadlineMoved', 'DeadlineStarted', 'CaseSuspended', 'CaseResumed', 'InterimReplyGiven'],
  ...['ReplyDelivered', 'ReplyTakenOver', 'AnsweredAtFirstContact', 'AnswerRecorded', 'CaseReopened', 'CaseRedone'],
  ...['FollowUpSelected', 'FollowUpPassedOver', 'FollowUpAttempted', 'FollowUpRated', 'FollowUpSolved'],
  ...['FollowUpNumberMissing', 'RatingSetAside', 'RatingRestored', 'RatingReceived', 'CaseClosed', 'PlatformRated'],
  ...['CaseJoined', 'CaseUnjoined', 'CaseLinked', 'ContactAdded', 'InvalidContact', 'InvalidContactVoided'],
  ...['OrderReceived', 'OrderExtensionGranted', 'OrderTakenBack', 'OrderSentAgain', 'OrderReportBounced'],
];

describe('every figure, on random logs', () => {
  it('meets every event it counts by', () => {
    const { seed, numRuns } = RUNS;
    const types = new Set(fc.sample(randomLog(), { seed, numRuns }).flatMap((log) => log.map(({ type }) => type)));
    expect(COUNTED.filter((type) => !types.has(type))).toEqual([]);
  });

  it('has a recount', () => expect([...recounted].sort()).toEqual(figures.map(({ name }) => name).sort()));

  it(
    'equals the recount of the log up to any instant, in any period',
    async () => {
      const check = fc.asyncProperty(randomLog(), async (log) => {
        const asked = await filled(log, 3);
        for (const asOf of instants(log))
          for (const { name } of figures)
            for (const [from, to] of PERIODS) {
              const things = within(recount(log, name, asOf), from, to);
              const value = await asked.figure({ name, from, to, asOf });
              expect([name, asOf, from, ...digits(value)]).toEqual([name, asOf, from, ...expected(name, things)]);
            }
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'equals it in every bucket, group and filter its cubes hold',
    async () => {
      const check = fc.asyncProperty(randomLog(), fc.constantFrom(...GROUPS), async (log, by) => {
        const asked = await filled(log, 2);
        for (const asOf of instants(log).slice(1))
          for (const { name } of figures) {
            const query = { figures: [name], from: '2021-01-29', to: '2021-04-10', asOf };
            const answer = await asked
              .statistics({ ...query, by, granularity: 'month' })
              .catch((error: Error) => error);
            if (answer instanceof Error) {
              expect(answer).toMatchObject({ code: 'NoCube' });
              continue;
            }
            const things = recount(log, name, asOf);
            for (const { bucket, by: group, value } of answer.rows) {
              const [from, to] = [`${bucket}-01`, bucket === '2021-04' ? '2021-04-10' : `${bucket}-31`];
              const own = within(things, bucket === '2021-01' ? '2021-01-29' : from, to);
              const wanted = own.filter(({ told }) => told[by] === group);
              expect([name, bucket, group, ...digits(value)]).toEqual([name, bucket, group, ...expected(name, wanted)]);
            }
          }
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'is what its entries add up to',
    async () => {
      const check = fc.asyncProperty(randomLog(), async (log) => {
        const asked = await filled(log);
        for (const asOf of instants(log))
          for (const { name } of figures) {
            const query = { name, from: '2021-02-03', to: '2021-04-02', asOf };
            const { items, total, hasNext } = await asked.events({ ...query, first: 1000 });
            const things = within(recount(log, name, asOf), query.from, query.to);
            expect([hasNext, total]).toEqual([false, items.length]);
            expect(items.map(({ event, day, counted }) => `${day} ${event} ${counted}`).sort()).toEqual(
              things.map(({ id, day, counted }) => `${day} ${id} ${counted}`).sort(),
            );
            expect((await asked.digest(query)).count).toBe(things.filter(({ counted }) => counted).length);
          }
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'keeps its laws',
    async () => {
      const check = fc.asyncProperty(randomLog(), async (log) => {
        const asked = await filled(log, 2);
        const { rows } = await asked.statistics({
          figures: [
            'followup.satisfaction.v1',
            'followup.first-round.v1',
            'followup.with-set-aside.v1',
            'followup.hand-picked.v1',
          ],
          from: FROM,
          to: TO,
          by: 'unit',
          granularity: 'month',
        });
        for (const { value } of rows) {
          const { selected, contactable, attempted, reached, rated, positive } = value.beside!;
          const chain = [positive!, rated!, reached!, attempted!, contactable!, selected!];
          expect([...chain].sort((a, b) => a - b)).toEqual(chain);
          expect([value.numerator, value.denominator]).toEqual([positive, rated]);
        }
        const byKind = await asked.statistics({ figures: ['hotline.accepted.v1'], from: FROM, to: TO, by: 'kind' });
        const all = await asked.figure({ name: 'hotline.consultation-share.v1', from: FROM, to: TO });
        const sum = byKind.rows.reduce((total, { value }) => total + value.value!, 0);
        expect(sum).toBe(all.denominator);
        const contacts = { figures: ['hotline.contacts.v1'], from: FROM, to: TO };
        const byResult = await asked.statistics({ ...contacts, by: 'result' });
        const outcomes = byResult.rows.map(({ by, value }) => [by, value.value] as const);
        const [{ value: whole }] = (await asked.statistics(contacts)).rows as never as [{ value: FigureValue }];
        expect(outcomes.every(([by]) => ['opening', 'adding', 'invalid'].includes(by!))).toBe(true);
        expect(outcomes.reduce((so, [, n]) => so + n!, 0)).toBe(whole.value);
        const [accepted, single] = await Promise.all(
          ['hotline.accepted.v1', 'hotline.matters.v1'].map((name) => asked.figure({ name, from: FROM, to: TO })),
        );
        expect(single!.value!).toBeLessThanOrEqual(accepted!.value!);
        expect(byKind.rows.find(({ by }) => by === 'consultation')?.value.value ?? 0).toBe(all.numerator);
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );
});

describe('the documents of figures', () => {
  it(
    'are not changed by duplicates and replays, and the same again on a rebuild',
    async () => {
      const check = fc.asyncProperty(randomLog(60), fc.infiniteStream(fc.nat(5)), async (log, luck) => {
        const repeated = log.flatMap((event, at) => [
          event,
          ...(luck.next().value === 0 ? log.slice(Math.max(0, at - 7), at + 1) : []),
        ]);
        const once = await dump(await filledStore(log));
        expect(await dump(await filledStore([...repeated, ...log]))).toEqual(once);
        expect(await dump(await filledStore(log))).toEqual(once);
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'add up alike however the bus spreads streams',
    async () => {
      const check = fc.asyncProperty(randomLog(), async (log) => {
        const names = figures.map(({ name }) => name);
        const ask = async (partitions: number) =>
          (await filled(log, partitions)).statistics({ figures: names, from: FROM, to: TO, granularity: 'month' });
        expect(await ask(7)).toEqual(await ask(1));
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'show every figure as it was after a case was joined and released again',
    async () => {
      const check = fc.asyncProperty(randomLog(), fc.nat(), async (log, which) => {
        const registrations = log.filter(({ type }) => type === 'CaseRegistered');
        if (registrations.length === 0) return;
        const { subject } = registrations[which % registrations.length]!;
        const own = log.filter((event) => event.subject === subject);
        if (own.some(({ type }) => type === 'CaseJoined')) return;
        const last = own.at(-1)!;
        const later = new Date(Date.parse(endOf(log)) + 1000).toISOString();
        const event = (at: number, type: string, data: object): PublicEvent => ({
          ...last,
          ...{
            id: `${last.id}+${at}`,
            type,
            sequence: last.sequence + at,
            time: later,
            data: data as PublicEvent['data'],
          },
          recordedat: new Date(Date.parse(later) + at).toISOString(),
        });
        const values = async (events: readonly PublicEvent[]) => {
          const query = { figures: figures.map(({ name }) => name), from: FROM, to: TO, granularity: 'month' } as const;
          const { rows } = await asking(await filledStore(events)).statistics(query);
          return rows.map(({ value: { asOf: _, ...value } }) => value);
        };
        const untouched = await values([...log, event(1, 'DuplicateHeld', { duplicate: subject })]);
        const undone = [event(1, 'CaseJoined', { into: subject }), event(2, 'CaseUnjoined', { from: subject })];
        expect(await values([...log, ...undone])).toEqual(untouched);
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );

  it(
    'show every figure as it was after a change and its reversal',
    async () => {
      const check = fc.asyncProperty(randomLog(), fc.nat(), async (log, which) => {
        const registrations = log.filter(({ type }) => type === 'CaseRegistered');
        if (registrations.length === 0) return;
        const first = registrations[which % registrations.length]!;
        const own = log.filter(({ subject }) => subject === first.subject);
        const category = String(Object.assign({}, first.data, ...own.map(({ data }) => data['changes']))['category']);
        const last = own.at(-1)!;
        const later = new Date(Date.parse(endOf(log)) + 1000).toISOString();
        const change = (at: number, to: string): PublicEvent => ({
          ...last,
          id: `${last.id}+${at}`,
          type: 'DetailsCorrected',
          sequence: last.sequence + at,
          time: later,
          recordedat: new Date(Date.parse(later) + at).toISOString(),
          data: { changes: { category: to } },
        });
        const names = figures.map(({ name }) => name);
        const values = async (events: readonly PublicEvent[]) => {
          const { rows } = await asking(await filledStore(events)).statistics({
            figures: names,
            from: FROM,
            to: TO,
            granularity: 'month',
          });
          return rows.map(({ value: { asOf: _, ...value } }) => value);
        };
        // Both move the as-of on alike, which is all that may differ.
        const untouched = await values([...log, change(1, category)]);
        expect(await values([...log, change(1, 'elsewhere'), change(2, category)])).toEqual(untouched);
      });
      await fc.assert(check, RUNS);
    },
    PATIENCE,
  );
});
