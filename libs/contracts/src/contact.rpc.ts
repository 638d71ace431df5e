import type { Envelope, JsonObject, Outcome } from '@sunlit/kernel';
import type { Opened } from './case.rpc.js';

/** A flag on a person, in force up to a day. */
export interface PersonFlagView {
  readonly flag: string;
  readonly until: string;
}

/** One time a person came about a case; `taker` is an account. */
export interface ContactView {
  readonly at: string;
  readonly purpose: string;
  readonly source: string;
  readonly medium: string;
  readonly taker: string;
  readonly callId?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly note?: string;
  readonly said?: Opened<JsonObject>;
}

/** Operations only `consultations` has: contacts that open no matter, each a stream `contact-<uuid>`. */
export interface ContactOperations {
  /** `RecordInvalidContact`, `VoidInvalidContact`; a recording's `stream` may be left out. */
  contact(
    payload: Omit<Envelope, 'stream'> & { readonly stream?: string },
  ): Promise<Outcome & { readonly token: string }>;
}
