import { PARTS, type Part } from '@sunlit/contracts';
import { Refused, type CommandMeta } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import { defined, type CaseState, type DecideRows, type EvolveRows } from '../case/case.state.js';
import type { Rules } from '../case/rules.js';
import { ending, lastsLonger, sharing, type Restriction } from './sharing.js';
import { erasedNow, followsFromTaking } from './sharing.slice.js';

type Restricted = Extract<CaseworkFact, { type: 'CaseRestricted' }>;

/** What is erased of a case for good, of the parts that were asked for. */
const erasesBy = (now: CaseState, parts: readonly Part[]): readonly Part[] =>
  PARTS.filter((part) => parts.includes(part) || now.restricted?.erases.includes(part));

const linkedOf = (now: CaseState): string | undefined => now.origin?.stream ?? now.handedOver?.to;

const fact = (data: { [K in keyof Restricted['data']]: Restricted['data'][K] | undefined }): Restricted => ({
  type: 'CaseRestricted',
  data: defined(data) as never,
});

/**
 * What comes in place of an erasure as long as the profile's retention period runs for the case (PIPL Art 47: restricted first): the longer of
 * that period and of what restricts it already; null where the period is over, or there is none.
 */
export const retained = (
  rules: Rules,
  now: CaseState,
  { recordedAt }: CommandMeta,
  parts: readonly Part[],
): Restriction | null => {
  const until = rules.retainedUntil(now.registeredAt);
  if (until === null || rules.day(recordedAt) > until) return null;
  const known = now.restricted;
  const longer = known && !lastsLonger({ until }, known) ? known : { ground: 'retention', until };
  return {
    ground: longer.ground,
    ...(longer.until !== undefined && { until: longer.until }),
    erases: erasesBy(now, parts),
  };
};

/** The same as facts: none where that is so already. */
export const restrictedInstead = (
  rules: Rules,
  now: CaseState,
  meta: CommandMeta,
  parts: readonly Part[],
): readonly CaseworkFact[] | null => {
  const kept = retained(rules, now, meta, parts);
  if (!kept) return null;
  const { ground, until, erases } = kept;
  const known = now.restricted;
  const same = known?.ground === ground && known.until === until && known.erases.length === erases.length;
  return same ? [] : [fact({ ground, until, erases: [...erases], linked: linkedOf(now) })];
};

type Asked = Omit<Restricted['data'], 'linked'>;

/** The parts whose erasure is asked for or waits already, of those that are still there. */
const toErase = (now: CaseState, { erases = [] }: Asked): Part[] =>
  erasesBy(now, erases).filter((part) => !now.erased.includes(part));

/** Whether the restriction says anything that is not so already; one that waits for parts long erased says nothing. */
const isNew = (now: CaseState, wanted: Asked): boolean => {
  const { restricted: known } = now;
  if (wanted.erases?.every((part) => now.erased.includes(part))) return false;
  const waits = toErase(now, wanted).length;
  return known?.ground !== wanted.ground || known.until !== wanted.until || known.erases.length !== waits;
};

const asked = (now: CaseState, wanted: Asked): Restricted => {
  const { ground, until } = wanted;
  const erases = toErase(now, wanted);
  return fact({ ground, until, ...(erases.length > 0 && { erases }), linked: linkedOf(now) });
};

/** Refuses what would go on using personal data that is to be kept and no more. */
export const mustNotBeRestricted = ({ restricted }: CaseState): void => {
  if (restricted) throw new Refused('Restricted');
};

/** Personal data that is kept and shown to nobody (封存), and what a person is given of their own. */
export const restriction = (rules: Rules) => {
  const mustBeRegistered = (now: CaseState): void => {
    if (now.status === 'unregistered') throw new Refused('NotRegistered');
  };

  const decide: DecideRows<'RestrictCase' | 'LiftRestriction' | 'ExportPerson'> = {
    // Of a voided case too, as its erasure.
    RestrictCase: ({ data, meta }, now) => {
      mustBeRegistered(now);
      if (now.erased.length === 2) throw new Refused('Erased');
      if (data.until !== undefined && data.until < rules.day(meta.recordedAt))
        throw new Refused('InvalidInput', { field: 'until', problem: '早于今天 before today' });
      return isNew(now, data) ? [asked(now, data)] : [];
    },
    LiftRestriction: ({ data, meta }, now) => {
      mustBeRegistered(now);
      if (!now.restricted) throw new Refused('NotRestricted');
      const { until, erases } = now.restricted;
      const lifted: CaseworkFact = { type: 'RestrictionLifted', data };
      if (until !== undefined || erases.length === 0) return [lifted];
      // Without an end it ends by being lifted: what waited for that is erased now, or as soon as the retention period lets it.
      const then = sharing(now, ending(now, 'restrictions'));
      return [lifted, ...(restrictedInstead(rules, then, meta, erases) ?? erasedNow(then, erases))];
    },
    ExportPerson: ({ data, meta }, now) => {
      mustBeRegistered(now);
      if (meta.by.role !== 'administrator') throw new Refused('NotAllowed');
      if (now.erased.includes(data.part)) throw new Refused('Erased');
      return [{ type: 'PersonalDataExported', data }];
    },
  };

  const evolve: EvolveRows<'CaseRestricted' | 'RestrictionLifted' | 'PersonalDataExported'> = {
    CaseRestricted: (now, event) => {
      if (followsFromTaking(now, event)) return now;
      const { ground, until, erases = [] } = event.data;
      const restriction = { ground, erases, ...(until !== undefined && { until }) };
      return sharing(now, ending(now, 'restrictions', { restrictions: { [event.id]: restriction } }));
    },
    RestrictionLifted: (now, event) =>
      followsFromTaking(now, event) ? now : sharing(now, ending(now, 'restrictions')),
    PersonalDataExported: (now) => now,
  };
  return { decide, evolve };
};
