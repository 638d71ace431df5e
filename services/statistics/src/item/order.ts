import type { publicEvents } from '@sunlit/contracts';
import type { z } from 'zod';
import type { Item, Mark, PlatformDue, Round } from './item.js';

type Schemas = (typeof publicEvents)['complaints'];
type Types = Extract<keyof Schemas, `Order${string}` | 'PlatformRated'>;
type Change<T extends Types> = (item: Item, now: Now<T>) => Item;

interface Now<T extends Types = Types> {
  readonly data: z.output<Schemas[T]>;
  readonly mark: Mark;
  readonly terms: { readonly dayOf: (instant: string) => string };
}

const same = (item: Item): Item => item;

const dueOf = (dueAt: string | undefined, { mark, terms }: Pick<Now, 'mark' | 'terms'>): PlatformDue | null =>
  dueAt === undefined ? null : { event: mark.event, day: terms.dayOf(dueAt), at: dueAt };

const inLast = (item: Item, due: PlatformDue | null): Item => {
  const { platformDue: _, ...last } = item.rounds.at(-1)!;
  return { ...item, rounds: [...item.rounds.slice(0, -1), due ? { ...last, platformDue: due } : last] };
};

const isOpen = (round: Round | undefined): boolean => round !== undefined && !round.closed;

/** What the platform says of what is still to be answered: the open round, or the next one to begin. */
const saidOfNext = (item: Item, due: PlatformDue | null): Item => {
  if (isOpen(item.rounds.at(-1))) return inLast(item, due);
  const { platformDue: _, ...rest } = item;
  return due ? { ...rest, platformDue: due } : rest;
};

const sent = (item: Item, now: Now<'OrderReceived' | 'OrderSentAgain' | 'OrderReportBounced'>): Item =>
  saidOfNext(item, dueOf(now.data.dueAt, now));

/** What events of a platform's order do to its item. */
export const orderChanges: { readonly [T in Types]: Change<T> } = {
  OrderReceived: sent,
  OrderSigned: same,
  OrderReturnAsked: same,
  OrderTakenBack: (item) => ({ ...item, takenBack: true }),
  OrderInsisted: same,
  OrderSentAgain: (item, now) => {
    const { takenBack: _, ...again } = item;
    return sent(again, now);
  },
  OrderExtensionAsked: same,
  // Also where the answer was there before the platform decided: it is of that round.
  OrderExtensionGranted: (item, now) => {
    const due = dueOf(now.data.dueAt, now);
    return item.rounds.length > 0 ? inLast(item, due) : saidOfNext(item, due);
  },
  OrderExtensionRefused: same,
  OrderReported: same,
  OrderReportTaken: same,
  OrderReportBounced: sent,
  PlatformRated: (item, { data, mark }) => ({
    ...item,
    platformRated: { ...mark, platform: data.platform, level: data.level },
  }),
};

/** The item without what the platform said of the round that begins, and the round with it. */
export const begun = (item: Item, round: Round): { readonly item: Item; readonly round: Round } => {
  const { platformDue, ...rest } = item;
  return platformDue ? { item: rest, round: { ...round, platformDue } } : { item, round };
};

/** When a round is due: when the platform says, else by the office's own rule. */
export const dueIn = ({ platformDue, due }: Round): Round['due'] => platformDue ?? due;
