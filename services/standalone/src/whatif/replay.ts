import { rulesOf, type CaseState, type Rules } from '@sunlit/casework';
import { complaint } from '@sunlit/complaints';
import { consultation } from '@sunlit/consultations';
import { publicEventOf, type PublicMappings } from '@sunlit/event-bus';
import { categoryOf, occurredAt, rowOf, type PublicEvent, type StoredEvent } from '@sunlit/kernel';
import type { Office, ServiceDefinition } from '@sunlit/platform';
import { dueRounds, itemRows, termsOf, type Item } from '@sunlit/statistics';
import type { ComparedRound, Policy, Side, Verdict, WhatIfOptions } from './whatif.types.js';

const DEADLINES: readonly string[] = ['DeadlineSet', 'DeadlineMoved', 'DeadlineStarted'];
type Rows = Readonly<Record<string, (state: CaseState, event: StoredEvent) => CaseState>>;
type ItemRows = Readonly<Record<string, (item: Item | null, event: PublicEvent) => Item | null>>;

/** A case while its events are read: its state, and what figures make of it with its own deadlines and with the other ones. */
interface Replayed {
  readonly state: CaseState;
  readonly own: Item | null;
  readonly other: Item | null;
  /** What the other deadline was last reckoned from. */
  readonly reckoned: string;
}

/** A profile whose present rules had always been in force: a new rule is tried on old matters. */
const alwaysInForce = (office: Office): Office => ({
  ...office,
  deadlines: office.deadlines.filter(({ until }) => until === undefined).map(({ from: _, ...rule }) => rule),
});

const mappingsOf = (definitions: readonly ServiceDefinition[]): PublicMappings =>
  Object.fromEntries(
    definitions.flatMap(({ name, publishes }) =>
      Object.entries(publishes).map(([category, toPublic]) => [category, { service: name, toPublic }]),
    ),
  );

/** All that the due date of a case follows from. */
const causesOf = ({ details, clockFrom, granted, pauses, signed, order, round, suspended }: CaseState): string =>
  JSON.stringify([
    details.kind,
    details.urgency,
    details.source,
    clockFrom,
    granted,
    pauses,
    signed,
    order,
    round,
    suspended,
  ]);

const isTimed = ({ history, accepted }: CaseState): boolean => !history && accepted !== undefined;

const deadlineEvent = (rules: Rules, state: CaseState, event: StoredEvent): PublicEvent | null => {
  const fresh = rules.dueFor(state);
  if (!fresh) return null;
  const due = rules.paused(fresh, state.pauses);
  const { on, policy, calendar, provisional } = due;
  const data = {
    due: { on, policy, calendar, provisional, ...(due.at !== undefined && { at: due.at }) },
    because: 'accepted',
  };
  return {
    ...{ id: event.id, source: 'whatif', type: 'DeadlineSet', subject: event.stream, sequence: event.revision },
    ...{ time: occurredAt(event), stated: false, recordedat: event.meta.recordedAt, data },
  };
};

/** How cases of a category are read, and the other policy's rules for them. */
interface Made {
  readonly initial: CaseState;
  readonly rows: Rows;
  readonly rules: Rules;
}

const makers = (now: Policy, other: Office, calendar: Policy['calendar']): Readonly<Record<string, Made>> => {
  const rulesFor = (office: Office, of: Policy['calendar'], service: 'complaints' | 'consultations') =>
    rulesOf(office, of, service);
  const made = {
    complaint: { decider: complaint(rulesFor(now.office, now.calendar, 'complaints')), service: 'complaints' },
    consultation: {
      decider: consultation(rulesFor(now.office, now.calendar, 'consultations')),
      service: 'consultations',
    },
  } as const;
  return Object.fromEntries(
    Object.entries(made).map(([category, { decider, service }]) => [
      category,
      {
        initial: decider.initial as CaseState,
        rows: decider.evolve as unknown as Rows,
        rules: rulesFor(other, calendar, service),
      },
    ]),
  );
};

/** What is due today or later and not answered has no verdict yet. */
const verdictOf = (result: Verdict, dueOn: string, today: string): Verdict =>
  result === 'undelivered' && dueOn >= today ? 'waiting' : result;

const sideOf = (item: Item | null, part: number, today: string): Side | null => {
  const entry = item && dueRounds.of(item).find((each) => each.part === String(part));
  if (!entry) return null;
  const at = item.rounds[part]?.due?.at;
  const verdict = verdictOf(entry.dimensions.result as Verdict, entry.day, today);
  return { dueOn: entry.day, ...(at !== undefined && { dueAt: at }), verdict };
};

const comparedRounds = ({ own, other }: Replayed, today: string): readonly ComparedRound[] => {
  const item = own ?? other;
  if (!item) return [];
  return item.rounds.flatMap((_, part): ComparedRound[] => {
    const [before, after] = [sideOf(own, part, today), sideOf(other, part, today)];
    if (!before && !after) return [];
    const entry = [own, other]
      .flatMap((each) => (each ? dueRounds.of(each) : []))
      .find((each) => each.part === String(part))!;
    const { kind, unit } = entry.dimensions;
    return [{ stream: item.stream, number: item.number, round: part + 1, kind: kind!, unit: unit!, before, after }];
  });
};

/** Folds cases event by event under both policies: own deadlines as the log has them, other ones reckoned anew from the same facts. */
export const replay = ({
  definitions,
  now,
  other,
  today,
}: Pick<WhatIfOptions, 'definitions' | 'now' | 'other' | 'today'>) => {
  const mappings = mappingsOf(definitions);
  const rows = itemRows(termsOf(now)) as unknown as ItemRows;
  const of = makers(now, alwaysInForce(other.office), other.calendar);
  const cases = new Map<string, Replayed>();

  const put = (item: Item | null, one: PublicEvent | null): Item | null =>
    one ? rowOf(rows, one.type)(item, one) : item;

  const next = (was: Replayed, event: StoredEvent, made: Made): Replayed => {
    const state = rowOf(made.rows, event.type)(was.state, event);
    const said = publicEventOf(mappings, event);
    const kept = said && DEADLINES.includes(said.type) ? null : said;
    const reckoned = isTimed(state) ? causesOf(state) : was.reckoned;
    const set = reckoned === was.reckoned ? null : deadlineEvent(made.rules, state, event);
    return { state, own: put(was.own, said), other: put(put(was.other, kept), set), reckoned };
  };

  const visit = (event: StoredEvent): void => {
    const made = of[categoryOf(event.stream)];
    if (!made) return;
    const was = cases.get(event.stream) ?? { state: made.initial, own: null, other: null, reckoned: '' };
    cases.set(event.stream, next(was, event, made));
  };
  return {
    visit,
    rounds: (): readonly ComparedRound[] => [...cases.values()].flatMap((one) => comparedRounds(one, today)),
  };
};
