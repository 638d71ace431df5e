import type { Envelope, JsonObject } from '@sunlit/kernel';
import type { CommandAnswer, TimelineEntry } from './case.rpc.js';
import type { Part } from './marks.js';

/** A case in which a person is found: how it is called, and what is still held of whom. No personal data. */
export interface PersonCase {
  readonly stream: string;
  readonly number: string;
  readonly kind: string;
  readonly registeredAt: string;
  /** The parts that hold personal data still. */
  readonly held: readonly Part[];
  /** The last day of a restriction (封存) after which parts are erased by themselves. */
  readonly erasedAfter?: string;
}

/** What is held of one person in one case, step by step; `personal` has the contents of this person's boxes by field, others' are withheld. */
export interface PersonHeld {
  readonly case: PersonCase;
  readonly official: JsonObject;
  readonly steps: readonly (TimelineEntry & { readonly personal?: JsonObject })[];
}

/** Operations of `consultations` and of `complaints` on a person, for the office's own administration. */
export interface PersonOperations {
  /** Every case in which a caller has this phone number, however many there are, oldest first. */
  personCases(payload: { phone: string }): Promise<{ readonly items: readonly PersonCase[] }>;
  /** The case of this stream or number; null where it is none of this service. */
  personCase(payload: { case: string }): Promise<{ readonly item: PersonCase | null }>;
  /** Records that and why it is given, then gives what is held. `Refused('Erased')` where nothing is. */
  exportPerson(
    payload: Pick<Envelope, 'commandId' | 'by'> & { stream: string; part: Part; purpose: string },
  ): Promise<PersonHeld & { readonly recorded: CommandAnswer }>;
}
