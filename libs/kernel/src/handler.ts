import { Refused, fold, rowOf, type Command, type CommandMeta, type Decider } from './decider.js';
import type { Actor, Fact, JsonObject, Moment, NewEvent, StoredEvent } from './event.js';
import { derivedId } from './ids.js';
import { WrongExpectedRevision, type Clock, type EventStore } from './ports.js';

/** A command as it arrives: with an id its sender made, so that it can be sent again. */
export interface Envelope {
  readonly commandId: string;
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly by: Actor;
  readonly occurredAt?: Moment;
  readonly correlation?: string;
  readonly causation?: string;
  readonly trace?: string;
}

/** What became of it: the stream's last revision and the log position after it, and the facts' types; none where nothing changed. */
export interface Outcome {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly string[];
}

/** A command made ready to be decided: personal data sealed, what the decider cannot make itself (numbers) added. */
export interface Prepared {
  readonly data: JsonObject;
  readonly digest: string;
}

export interface HandlerOptions<C extends Command, E extends Fact, S> {
  readonly decider: Decider<C, E, S>;
  readonly store: EventStore;
  readonly clock: Clock;
  /** Called again after a lost race, with what the stream holds then. */
  readonly prepare: (envelope: Envelope, history: readonly StoredEvent[]) => Promise<Prepared>;
  /** Whether the repeated command is the one recorded; null where that can no longer be told (the key is erased). */
  readonly sameCommand: (
    envelope: Envelope,
    recorded: StoredEvent,
    history: readonly StoredEvent[],
  ) => Promise<boolean | null>;
  /** How often a lost race is decided again, default 5. */
  readonly attempts?: number;
}

const outcomeOf = (stream: string, events: readonly StoredEvent[], of: readonly StoredEvent[]): Outcome => ({
  stream,
  revision: of.at(-1)?.revision ?? events.at(-1)?.revision ?? -1,
  position: of.at(-1)?.position ?? events.at(-1)?.position ?? 0,
  events: of.map(({ type }) => type),
});

/** The moment of recording: now, but never before the stream's previous event, whatever the clock says. */
const recordedAfter = (history: readonly StoredEvent[], now: number): string => {
  const iso = new Date(now).toISOString();
  const last = history.at(-1)?.meta.recordedAt ?? '';
  return iso < last ? last : iso;
};

const eventsOf = (facts: readonly Fact[], envelope: Envelope, recordedAt: string, digest: string): NewEvent[] =>
  facts.map((fact, index) => ({
    ...fact,
    id: derivedId(envelope.stream, envelope.commandId, index),
    meta: {
      commandId: envelope.commandId,
      digest,
      by: envelope.by,
      recordedAt,
      ...(envelope.occurredAt && { occurredAt: envelope.occurredAt }),
      correlation: envelope.correlation ?? envelope.commandId,
      causation: envelope.causation ?? envelope.commandId,
      ...(envelope.trace && { trace: envelope.trace }),
    },
  }));

/**
 * Load, decide, append; on a lost race decide again; then `Refused('SomeoneElseChangedThis')`. A command met again is answered from its
 * stream with its first outcome, or `Refused('CommandIdReused')` if its body is another.
 */
export const handler = <C extends Command, E extends Fact, S>(options: HandlerOptions<C, E, S>) => {
  const { decider, store, clock, prepare, sameCommand, attempts = 5 } = options;

  const decideOn = async (envelope: Envelope, history: readonly StoredEvent[]): Promise<NewEvent[]> => {
    const state = fold(decider, history);
    const recordedAt = recordedAfter(history, clock());
    const { data, digest } = await prepare(envelope, history);
    const { commandId, by, type } = envelope;
    const meta: CommandMeta = { commandId, by, at: envelope.occurredAt?.at ?? recordedAt, recordedAt };
    if (meta.at > recordedAt) throw new Refused('InTheFuture', { at: meta.at });
    const table = decider.decide as unknown as Record<string, (command: Command, state: S) => readonly Fact[]>;
    return eventsOf(rowOf(table, type)({ type, data, meta }, state), envelope, recordedAt, digest);
  };

  const attempt = async (envelope: Envelope): Promise<Outcome | null> => {
    const history = await store.read(envelope.stream);
    const earlier = history.filter(({ meta }) => meta.commandId === envelope.commandId);
    if (earlier.length > 0) {
      if ((await sameCommand(envelope, earlier[0]!, history)) === false) throw new Refused('CommandIdReused');
      return outcomeOf(envelope.stream, history, earlier);
    }
    const events = await decideOn(envelope, history);
    if (events.length === 0) return outcomeOf(envelope.stream, history, []);
    const expected = history.at(-1)?.revision ?? -1;
    const appended = await store.append(envelope.stream, events, expected).catch((error: unknown) => {
      if (error instanceof WrongExpectedRevision) return null;
      throw error;
    });
    return appended && { stream: envelope.stream, ...appended, events: events.map(({ type }) => type) };
  };

  return async (envelope: Envelope): Promise<Outcome> => {
    for (let tries = 0; tries < attempts; tries++) {
      const outcome = await attempt(envelope);
      if (outcome) return outcome;
    }
    throw new Refused('SomeoneElseChangedThis');
  };
};
