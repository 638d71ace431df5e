import { PARTS, type Part } from '@sunlit/contracts';
import { Refused, type CommandMeta } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import { defined, without, type CaseState, type DecideRows, type EvolveRows } from '../case/case.state.js';
import type { Rules } from '../case/rules.js';

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
 * What comes in place of an erasure as long as the profile's retention period runs for the case (PIPL Art 47: restricted first): nothing where
 * that is so already; null where it is over, or there is none.
 */
export const restrictedInstead = (
  rules: Rules,
  now: CaseState,
  { recordedAt }: CommandMeta,
  parts: readonly Part[],
): readonly CaseworkFact[] | null => {
  const until = rules.retainedUntil(now.registeredAt);
  if (until === null || rules.day(recordedAt) > until) return null;
  const erases = erasesBy(now, parts);
  const same = now.restricted?.until === until && erases.length === now.restricted.erases.length;
  if (same) return [];
  return [fact({ ground: 'retention', until, erases: [...erases], linked: linkedOf(now) })];
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

const asked = (now: CaseState, wanted: Asked, linked: string | undefined): Restricted => {
  const { ground, until } = wanted;
  const erases = toErase(now, wanted);
  return fact({ ground, until, ...(erases.length > 0 && { erases }), linked });
};

/** What a linked case's restriction comes to here: the longer of the two, so that both end alike whichever is copied first. */
const copied = (now: CaseState, from: Asked): Asked => {
  const { restricted: known } = now;
  const lasts = known && (known.until === undefined || (from.until !== undefined && known.until >= from.until));
  if (!lasts) return from;
  return { ...from, ground: known.ground, until: known.until };
};

/** Refuses what would go on using personal data that is to be kept and no more. */
export const mustNotBeRestricted = ({ restricted }: CaseState): void => {
  if (restricted) throw new Refused('Restricted');
};

/** The state once these parts are erased: a restriction that only waited for that is over. */
export const afterErasure = (now: CaseState, parts: readonly Part[]): CaseState => {
  const erased = [...now.erased, ...parts];
  const waited = now.restricted?.erases ?? [];
  const over = waited.length > 0 && waited.every((part) => erased.includes(part));
  return { ...(over ? without(now, 'restricted') : now), erased };
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
      // One copied from a linked case names none: it is not copied back.
      const isCopy = meta.by.role === 'system';
      const wanted = isCopy ? copied(now, data) : data;
      return isNew(now, wanted) ? [asked(now, wanted, isCopy ? undefined : linkedOf(now))] : [];
    },
    LiftRestriction: ({ data }, now) => {
      mustBeRegistered(now);
      if (!now.restricted) throw new Refused('NotRestricted');
      return [{ type: 'RestrictionLifted', data }];
    },
    ExportPerson: ({ data, meta }, now) => {
      mustBeRegistered(now);
      if (meta.by.role !== 'administrator') throw new Refused('NotAllowed');
      if (now.erased.includes(data.part)) throw new Refused('Erased');
      return [{ type: 'PersonalDataExported', data }];
    },
  };

  const evolve: EvolveRows<'CaseRestricted' | 'RestrictionLifted' | 'PersonalDataExported'> = {
    CaseRestricted: (now, { data: { ground, until, erases = [] } }) => ({
      ...now,
      restricted: { ground, erases, ...(until !== undefined && { until }) },
    }),
    RestrictionLifted: (now) => without(now, 'restricted'),
    PersonalDataExported: (now) => now,
  };
  return { decide, evolve };
};
