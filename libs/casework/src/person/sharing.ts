import { PARTS, type Part } from '@sunlit/contracts';
import type { CaseworkFact } from '../case/casework.events.js';
import type { CaseState } from '../case/case.state.js';

/** Why the personal data is kept and used no more, up to and including when, and what is erased after it. */
export interface Restriction {
  readonly ground: string;
  readonly until?: string;
  readonly erases: readonly Part[];
}

/**
 * What belongs to a person and so to every case of the person and matter, in a form that comes to the same whichever case hears of it first,
 * and however often (docs/decisions/0024): facts that make it secret or restrict it, by id; what ends them names those it has seen.
 */
export interface Shared {
  readonly secrecies: Readonly<Record<string, 'asked' | 'kind'>>;
  /** `via`: the case it was taken over from. */
  readonly restrictions: Readonly<Record<string, Restriction & { readonly via?: string }>>;
  readonly ended: readonly string[];
}

type Told = Extract<CaseworkFact, { type: 'PersonTakenOver' }>['data'];

export const NOTHING_SHARED: Shared = { secrecies: {}, restrictions: {}, ended: [] };

/** The cases of the same person and matter that a case knows of: where it came from or went to, what it is joined into or holds. */
export const casesOfPerson = ({ origin, handedOver, joined, duplicates }: CaseState): readonly string[] => [
  ...[origin?.stream, handedOver?.to, joined?.into].filter((one) => one !== undefined),
  ...Object.entries(duplicates).flatMap(([stream, { releasing }]) => (releasing ? [] : [stream])),
];

/** One that only waited for parts which are erased is over. */
const isOver = ({ erases }: Restriction, erased: readonly Part[]): boolean =>
  erases.length > 0 && erases.every((part) => erased.includes(part));

/** Which of two lasts longer; without an end: until it is lifted. */
export const lastsLonger = (a: Pick<Restriction, 'until'>, b: Pick<Restriction, 'until'>): boolean => {
  if (a.until === undefined || b.until === undefined) return a.until === undefined && b.until !== undefined;
  return a.until > b.until;
};

const longest = (restrictions: readonly Restriction[]): Restriction | undefined =>
  [...restrictions].sort((a, b) => {
    if (lastsLonger(a, b)) return -1;
    if (lastsLonger(b, a)) return 1;
    return a.ground < b.ground ? -1 : 1;
  })[0];

/** What all restrictions come to: the longest holds, and all that waits is erased after it. */
const restrictionIn = (
  restrictions: Shared['restrictions'],
  erased: readonly Part[],
): CaseState['restricted'] | undefined => {
  const live = Object.values(restrictions).filter((one) => !isOver(one, erased));
  const found = longest(live);
  if (!found) return undefined;
  const { ground, until } = found;
  const erases = PARTS.filter((part) => !erased.includes(part) && live.some((one) => one.erases.includes(part)));
  return { ground, erases, ...(until !== undefined && { until }) };
};

/** The state with this of its person, and what follows from it. */
export const sharing = (now: CaseState, shared: Shared, erased: readonly Part[] = now.erased): CaseState => {
  const restricted = restrictionIn(shared.restrictions, erased);
  const { secret: _, restricted: __, ...rest } = now;
  return {
    ...rest,
    ...{ shared, erased },
    ...(Object.keys(shared.secrecies).length > 0 && { secret: true as const }),
    ...(restricted && { restricted }),
  };
};

/** The facts of these that are over from now on. */
export const ending = (
  { shared }: CaseState,
  which: 'secrecies' | 'restrictions',
  begun: Partial<Shared> = {},
): Shared => ({
  ...shared,
  [which]: {},
  ended: [...shared.ended, ...Object.keys(shared[which])],
  ...begun,
});

/** What a case tells others of its person. */
export const toldOf = ({ shared }: CaseState): Omit<Told, 'from'> => ({
  secrecies: Object.entries(shared.secrecies).map(([id, because]) => ({ id, because })),
  restrictions: Object.entries(shared.restrictions).map(([id, { via: _, ...one }]) => ({
    ...one,
    ...{ id, erases: [...one.erases] },
  })),
  ended: [...shared.ended],
});

/** What of this is not known yet. */
export const newsIn = ({ shared }: CaseState, told: Omit<Told, 'from'>): Omit<Told, 'from'> => {
  const over = new Set([...shared.ended, ...told.ended]);
  return {
    secrecies: told.secrecies.filter(({ id }) => !over.has(id) && !(id in shared.secrecies)),
    restrictions: told.restrictions.filter(({ id }) => !over.has(id) && !(id in shared.restrictions)),
    ended: told.ended.filter((id) => !shared.ended.includes(id)),
  };
};

/** What was known, and this. */
export const merged = ({ shared }: CaseState, { from, secrecies, restrictions, ended }: Told): Shared => {
  const lives = ([id]: readonly [string, unknown]): boolean => !ended.includes(id) && !shared.ended.includes(id);
  const known = <T>(record: Readonly<Record<string, T>>, more: readonly (readonly [string, T])[]) =>
    Object.fromEntries([...more, ...Object.entries(record)].filter(lives));
  const taken = restrictions.map(({ id, ground, until, erases }) => {
    const restriction = { ground, erases, via: from, ...(until !== undefined && { until }) };
    return [id, restriction] as const;
  });
  return {
    secrecies: known(
      shared.secrecies,
      secrecies.map(({ id, because }) => [id, because] as const),
    ),
    restrictions: known(shared.restrictions, taken),
    ended: [...new Set([...shared.ended, ...ended])],
  };
};

/** What is to be erased after the restrictions that did not come from that case. */
export const waitsApartFrom = ({ shared, erased }: CaseState, other: string): readonly Part[] => {
  const own = Object.entries(shared.restrictions).filter(([, { via }]) => via !== other);
  return restrictionIn(Object.fromEntries(own), erased)?.erases ?? [];
};
