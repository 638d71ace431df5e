import { Refused, fold, rowOf, type Command, type CommandMeta, type Decider } from './decider.js';
import type { Actor, EventMeta, Fact, JsonObject, Moment, NewEvent, StoredEvent } from './event.js';
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

/** The outcome that these events of the stream's history were; none of them: nothing changed. */
const outcomeOf = (stream: string, history: readonly StoredEvent[], of: readonly StoredEvent[]): Outcome => {
  const { revision, position } = of.at(-1) ?? history.at(-1) ?? { revision: -1, position: 0 };
  return { stream, revision, position, events: of.map(({ type }) => type) };
};

/** The moment of recording: now, but never before the stream's previous event, whatever the clock says. */
export const recordedAfter = (history: readonly StoredEvent[], now: number): string => {
  const iso = new Date(now).toISOString();
  const last = history.at(-1)?.meta.recordedAt ?? '';
  return iso < last ? last : iso;
};

/** The envelope all facts of one command share. */
const metaOf = (envelope: Envelope, history: readonly StoredEvent[], recordedAt: string, digest: string): EventMeta => {
  const { commandId, by, occurredAt, correlation = commandId, causation = commandId, trace } = envelope;
  return {
    commandId,
    digest,
    by,
    recordedAt,
    ...(occurredAt && { occurredAt }),
    correlation: history[0]?.meta.correlation ?? correlation,
    causation,
    ...(trace && { trace }),
  };
};

/** The same instant as this program writes it, so that instants compare as texts. */
const normalised = (envelope: Envelope): Envelope =>
  envelope.occurredAt
    ? { ...envelope, occurredAt: { ...envelope.occurredAt, at: new Date(envelope.occurredAt.at).toISOString() } }
    : envelope;

/** What has one key is done one after the other, in the order it came. */
const inTurn = <T>() => {
  const last = new Map<string, Promise<T>>();
  return async (key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key);
    const mine = before ? before.then(work, work) : work();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};

/**
 * Load, decide, append; on a lost race decide again; then `Refused('SomeoneElseChangedThis')`. A command met again is answered from its
 * stream with its first outcome, or `Refused('CommandIdReused')` if its body is another.
 */
export const handler = <C extends Command, E extends Fact, S>(options: HandlerOptions<C, E, S>) => {
  const { decider, store, clock, prepare, sameCommand, attempts = 5 } = options;

  const decideOn = async (envelope: Envelope, history: readonly StoredEvent[]): Promise<NewEvent[]> => {
    const state = fold(decider, history);
    const recordedAt = recordedAfter(history, clock());
    const { commandId, by, type, stream, occurredAt } = envelope;
    const stated = occurredAt && { occurredAt };
    const command: CommandMeta = { commandId, by, at: occurredAt?.at ?? recordedAt, recordedAt, ...stated };
    if (command.at > recordedAt) throw new Refused('InTheFuture', { at: command.at });
    const { data, digest } = await prepare(envelope, history);
    const table = decider.decide as unknown as Record<string, (command: Command, state: S) => readonly Fact[]>;
    const facts = rowOf(table, type)({ type, data, meta: command }, state);
    const meta = metaOf(envelope, history, recordedAt, digest);
    return facts.map((fact, index) => ({ ...fact, id: derivedId(stream, commandId, index), meta }));
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

  const carriedOut = async (envelope: Envelope): Promise<Outcome> => {
    for (let tries = 0; tries < attempts; tries++) {
      const outcome = await attempt(envelope);
      if (outcome) return outcome;
    }
    throw new Refused('SomeoneElseChangedThis');
  };

  // To a store the same ids are the same append, whatever their events say: of two that come at once the second waits to meet the first.
  const turns = inTurn<Outcome>();
  return (received: Envelope): Promise<Outcome> =>
    turns(`${received.stream} ${received.commandId}`, () => carriedOut(normalised(received)));
};
