import type { JsonObject, StoredEvent } from './event.js';
import { derivedId } from './ids.js';

/** A command to another stream, by rpc. */
export interface PolicyCommand {
  readonly service: string;
  readonly operation: string;
  readonly payload: JsonObject;
}

/** What one fact makes another stream do: at least once sent, once applied, since its id derives from the event. */
export interface Policy {
  readonly name: string;
  readonly categories: readonly string[];
  /** Every type of its categories that the program knows; an event of another is newer than it, and sets its stream aside. */
  readonly types: readonly string[];
  /** No row: events of that type do not concern this policy. `commandId` goes into the payload. */
  readonly on: Readonly<Record<string, (event: StoredEvent, commandId: string) => PolicyCommand | null>>;
  /** What becomes of a refusal: a command that records it on the first stream. */
  readonly refused?: (event: StoredEvent, refusal: { readonly code: string }, commandId: string) => PolicyCommand;
}

/** The id of the command a policy sends for an event. */
export const policyCommandId = (policy: string, eventId: string): string => derivedId(eventId, policy);
