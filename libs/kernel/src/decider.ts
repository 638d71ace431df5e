import type { Actor, Fact, JsonObject, Moment, StoredEvent } from './event.js';

/** What a decider may know beside its state and the command's data: it has no clock and no id generator. */
export interface CommandMeta {
  readonly commandId: string;
  readonly by: Actor;
  /** When it happened, ISO 8601 UTC: the stated instant, or the moment it was recorded. */
  readonly at: string;
  /** The stated moment with its precision, where one was stated. */
  readonly occurredAt?: Moment;
  /** When it is recorded, ISO 8601 UTC. */
  readonly recordedAt: string;
}

/** A wish, named in the imperative. */
export interface Command<T extends string = string, D extends object = JsonObject> {
  readonly type: T;
  readonly data: D;
  readonly meta: CommandMeta;
}

/** What evolve sees of a fact: with its envelope, since a state may need the id and the time of what made it. */
export type Recorded<E extends Fact> = E & Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'meta'>;

/** An aggregate as two tables, one row a command and one row an event; a missing row does not compile. Pure. */
export interface Decider<C extends Command, E extends Fact, S> {
  readonly initial: S;
  /** The facts that follow; none where nothing changes. Throws `Refused` where the rules say no. */
  readonly decide: { readonly [T in C['type']]: (command: Extract<C, { type: T }>, state: S) => readonly E[] };
  readonly evolve: { readonly [T in E['type']]: (state: S, event: Recorded<Extract<E, { type: T }>>) => S };
}

/** Gives the tables their types. */
export const decider = <C extends Command, E extends Fact, S>(tables: Decider<C, E, S>): Decider<C, E, S> => tables;

/** A rule said no: shown to the caller, leaves no event. Anything else that is thrown is a bug. */
export class Refused extends Error {
  /** @param code the reason in PascalCase, a key of the texts shown; `details` fill these texts and hold no personal data. */
  constructor(
    readonly code: string,
    readonly details: JsonObject = {},
  ) {
    super(code);
    this.name = 'Refused';
  }
}

/** The program met an event of a type it does not know: the log is newer than it. */
export class NewerThanProgram extends Error {
  constructor(readonly type: string) {
    super(`An event of type ${type} is newer than this program: update the program.`);
    this.name = 'NewerThanProgram';
  }
}

/** The row of a table for a type, or `NewerThanProgram`. */
export const rowOf = <R>(table: { readonly [type: string]: R }, type: string): R => {
  if (!Object.hasOwn(table, type)) throw new NewerThanProgram(type);
  return table[type]!;
};

/** The state after these events. */
export const fold = <C extends Command, E extends Fact, S>(
  { initial, evolve }: Decider<C, E, S>,
  events: Iterable<Pick<StoredEvent, 'type' | 'data' | 'id' | 'stream' | 'revision' | 'meta'>>,
  from: S = initial,
): S => {
  const table = evolve as unknown as Record<string, (state: S, event: unknown) => S>;
  let state = from;
  for (const event of events) state = rowOf(table, event.type)(state, event);
  return state;
};
