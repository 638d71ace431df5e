import {
  WrongExpectedRevision,
  derivedId,
  digestOf,
  recordedAfter,
  timeOrderedId,
  type Appended,
  type Clock,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@sunlit/kernel';

/** How many numbers one event leases; what a process does not use is a gap. */
const BLOCK = 100;
/** With so few left the next block is leased beside the work, so that no command waits for it. */
const AHEAD = 20;

interface Block {
  readonly from: number;
  readonly to: number;
}

export interface NumberOptions {
  readonly store: Pick<EventStore, 'read' | 'append'>;
  readonly clock: Clock;
  /** A category of its own, without a public form: `complaintnumbers`. */
  readonly category: string;
  /** `TS`: the number reads `TS-2021-000001`. */
  readonly prefix: string;
}

const leased = (
  stream: string,
  block: Block & { readonly year: number },
  { now, history }: { readonly now: number; readonly history: readonly StoredEvent[] },
): NewEvent => {
  const commandId = timeOrderedId(now);
  const by = { account: 'system', role: 'system' };
  const meta = {
    commandId,
    digest: digestOf({ ...block }),
    by,
    recordedAt: recordedAfter(history, now),
    correlation: commandId,
    causation: commandId,
  };
  return { id: derivedId(stream, commandId, 0), type: 'CaseNumbersLeased', data: { ...block }, meta };
};

/** The numbers that follow the last lease; the first ones of a year without any. */
const blockAfter = (last: StoredEvent | undefined): Block => {
  const from = Number((last?.data as Partial<Block> | undefined)?.to ?? 0) + 1;
  return { from, to: from + BLOCK - 1 };
};

/**
 * Case numbers, unique in a year and rising: leased in blocks by an event on one stream a year (`complaintnumbers-2021`), so that any
 * number of processes give them out without asking each other. Gaps are allowed.
 */
export const caseNumbers = ({ store, clock, category, prefix }: NumberOptions) => {
  const years = new Map<number, { left: Block; ahead: Promise<Block> | null }>();

  const lasts = new Map<string, StoredEvent>();

  /** The stream's last lease: of what was read before nothing is read again, for a large office's year has thousands of them. */
  const lastLease = async (stream: string): Promise<StoredEvent | undefined> => {
    const known = lasts.get(stream);
    const last = (await store.read(stream, (known?.revision ?? -1) + 1)).at(-1) ?? known;
    if (last) lasts.set(stream, last);
    return last;
  };

  const lease = async (year: number): Promise<Block> => {
    const stream = `${category}-${year}`;
    for (;;) {
      const last = await lastLease(stream);
      const block = blockAfter(last);
      const event = leased(stream, { year, ...block }, { now: clock(), history: last ? [last] : [] });
      const done: Appended | null = await store
        .append(stream, [event], last?.revision ?? -1)
        .catch((error: unknown) => {
          if (error instanceof WrongExpectedRevision) return null;
          throw error;
        });
      if (done) return block;
    }
  };

  const leaseAhead = (year: number): Promise<Block> => {
    const ahead = lease(year);
    // Whoever needs the block meets the error; nobody may need it.
    ahead.catch(() => undefined);
    return ahead;
  };

  const refill = async (year: number): Promise<void> => {
    const known = years.get(year);
    const awaited = known?.ahead ?? leaseAhead(year);
    if (known) known.ahead = awaited;
    else years.set(year, { left: { from: 1, to: 0 }, ahead: awaited });
    const block = await awaited.catch((error: unknown) => {
      years.get(year)!.ahead = null;
      throw error;
    });
    const now = years.get(year)!;
    if (now.ahead === awaited) years.set(year, { left: block, ahead: null });
  };

  return {
    /** The next number of the year. */
    next: async (year: number): Promise<string> => {
      for (;;) {
        const known = years.get(year);
        if (known && known.left.from <= known.left.to) {
          const { from, to } = known.left;
          known.left = { from: from + 1, to };
          if (to - from < AHEAD) known.ahead ??= leaseAhead(year);
          return `${prefix}-${year}-${String(from).padStart(6, '0')}`;
        }
        await refill(year);
      }
    },
  };
};

export type CaseNumbers = ReturnType<typeof caseNumbers>;
