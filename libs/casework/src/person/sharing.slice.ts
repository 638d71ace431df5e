import { PARTS, type Part } from '@sunlit/contracts';
import { Refused, canonicalJson, derivedId, type CommandMeta, type Json, type StoredEvent } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  defined,
  mustBeSystem,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';
import { casesOfPerson, merged, newsIn, sharing, waitsApartFrom, type Restriction } from './sharing.js';

type Told = Extract<CaseworkFact, { type: 'PersonTakenOver' }>['data'];
type Restricted = CaseState['restricted'];

const asRestricted = ({ ground, until, erases }: Restriction): CaseworkFact => ({
  type: 'CaseRestricted',
  data: defined({ ground, until, ...(erases.length > 0 && { erases: [...erases] }) }) as never,
});

/** The facts of parts that are erased now, and of a restriction that goes on without them. */
export const erasedNow = (now: CaseState, parts: readonly Part[]): readonly CaseworkFact[] => {
  if (parts.length === 0) return [];
  const keys = parts.flatMap((part) => now.keys[part] ?? []);
  const linked = now.origin?.stream ?? now.handedOver?.to;
  const erased: CaseworkFact = {
    type: 'PersonalDataErased',
    data: { parts: [...parts], keys, ...(linked !== undefined && { linked }) },
  };
  return [erased, ...restrictionChanged(leftAfter(now.restricted, parts), withErased(now, parts).restricted)];
};

const withErased = (now: CaseState, parts: readonly Part[]): CaseState =>
  sharing(now, now.shared, [...new Set([...now.erased, ...parts])]);

/** What a reader of the facts takes a restriction for once these parts are erased. */
const leftAfter = (restricted: Restricted, parts: readonly Part[]): Restricted => {
  const erases = restricted?.erases.filter((part) => !parts.includes(part)) ?? [];
  if (!restricted || (restricted.erases.length > 0 && erases.length === 0)) return undefined;
  return { ...restricted, erases };
};

const restrictionChanged = (before: Restricted, after: Restricted): readonly CaseworkFact[] => {
  if (canonicalJson((before ?? null) as Json) === canonicalJson((after ?? null) as Json)) return [];
  return after ? [asRestricted(after)] : [{ type: 'RestrictionLifted', data: { reason: '关联事项已解除封存' } }];
};

const secrecyChanged = (before: CaseState, after: CaseState, because: 'asked' | 'kind'): readonly CaseworkFact[] => {
  if (before.secret === after.secret) return [];
  return after.secret
    ? [{ type: 'SecrecyGiven', data: { because } }]
    : [{ type: 'SecrecyLifted', data: { reason: '关联事项已解除保密' } }];
};

/** What is known of the person elsewhere, and what it comes to here. */
export const takenOver = (now: CaseState, told: Told, erased: readonly Part[] = []): readonly CaseworkFact[] => {
  const news = newsIn(now, told);
  const then = sharing(now, merged(now, { ...told, ...news }));
  const after = withErased(then, erased);
  const [gone] = erasedNow(now, erased);
  const because = Object.values(after.shared.secrecies)[0] ?? 'asked';
  const follows = [
    ...(gone ? [gone] : []),
    ...secrecyChanged(now, after, because),
    ...restrictionChanged(leftAfter(now.restricted, erased), after.restricted),
  ];
  const isNews = Object.values(news).some((list) => list.length > 0);
  return isNews || follows.length > 0
    ? [{ type: 'PersonTakenOver', data: { from: told.from, ...news } }, ...follows]
    : [];
};

/**
 * What holds here once this case and another are two after all: secrecy and restriction as they are until they are lifted, but by facts of its
 * own, so that lifting one lifts the other no more; and what was to be erased because of the other is not.
 */
export const statedApart = (now: CaseState, other: string): readonly CaseworkFact[] => {
  const [because] = Object.values(now.shared.secrecies);
  const { restricted } = now;
  return [
    ...(because ? [{ type: 'SecrecyGiven' as const, data: { because } }] : []),
    ...(restricted ? [asRestricted({ ...restricted, erases: waitsApartFrom(now, other) })] : []),
  ];
};

/** Whether a fact only says what was taken over in the same append comes to. */
export const followsFromTaking = (now: CaseState, { meta }: Pick<StoredEvent, 'meta'>): boolean =>
  now.takenOverBy === meta.commandId;

const isAlready = ({ restricted }: CaseState, kept: Restriction): boolean =>
  canonicalJson((restricted ?? null) as Json) === canonicalJson(kept as unknown as Json);

/** What the cases of one person and matter hear from each other. */
export const sharingOfPerson = (
  rules: Rules,
  retained: (rules: Rules, now: CaseState, meta: CommandMeta, parts: readonly Part[]) => Restriction | null,
) => {
  /** What is erased there is erased here, or restricted until it may be. */
  const erasing = (now: CaseState, { data, meta }: CaseCommand<'TakeOverPerson'>) => {
    const parts = PARTS.filter((part) => data.erased.includes(part) && !now.erased.includes(part));
    const kept = parts.length > 0 ? retained(rules, now, meta, parts) : null;
    if (!kept) return { parts, restrictions: data.restrictions };
    if (isAlready(now, kept)) return { parts: [], restrictions: data.restrictions };
    const id = derivedId(now.stream, 'retention', kept.until ?? '', ...kept.erases);
    const own = defined({ id, ground: kept.ground, until: kept.until, erases: [...kept.erases] });
    return { parts: [], restrictions: [...data.restrictions, own as never] };
  };

  const decide: DecideRows<'TakeOverPerson'> = {
    TakeOverPerson: (command, now) => {
      const { data, meta } = command;
      mustBeSystem(meta);
      if (now.status === 'unregistered') throw new Refused('NotRegistered');
      // Not joined yet, or no more: once it is, both sides tell each other.
      if (!casesOfPerson(now).includes(data.from)) return [];
      const { parts, restrictions } = erasing(now, command);
      const { from, secrecies, ended } = data;
      return takenOver(now, { from, secrecies, restrictions, ended }, parts);
    },
  };
  const evolve: EvolveRows<'PersonTakenOver'> = {
    PersonTakenOver: (now, { data, meta }) => ({
      ...sharing(now, merged(now, data)),
      takenOverBy: meta.commandId,
    }),
  };
  return { decide, evolve };
};
