import type {
  Clock,
  EventBus,
  EventStore,
  JsonObject,
  KeyStore,
  Operations,
  Policy,
  PolicyCommand,
  Projection,
  ReadStore,
  Rpc,
  StoredEvent,
} from '@sunlit/kernel';
import type { Calendar } from '@sunlit/calendar';
import type { HolidayTables } from './holiday-tables.js';
import type { Office } from './office/index.js';

/** Which half of a service a process runs: commands and queries, or relay, projections, policies and timers. */
export type Role = 'api' | 'worker';

/** Everything a service is given; it makes none of it itself. */
export interface ServiceContext {
  readonly store: EventStore;
  readonly bus: EventBus;
  readonly readStore: ReadStore;
  readonly keys: KeyStore;
  readonly rpc: Rpc;
  readonly clock: Clock;
  readonly office: Office;
  readonly calendar: Calendar;
  /** Adds years to the calendar, and takes up those that other processes added; absent where the calendar stays as it is. */
  readonly holidayTables?: HolidayTables;
  /** Resolves when the projection has seen this log position; `Refused('StillCatchingUp')` after a bounded wait. */
  readonly seen: (projection: string, position: number) => Promise<void>;
}

/** What time makes due: asked for regularly by the worker; a command's id derives from stream + deadline + kind. */
export interface Timer {
  readonly name: string;
  readonly due: (now: number) => Promise<readonly PolicyCommand[]>;
}

/** A consumer of the log that is no pure fold (it opens boxes): runs until the signal aborts, and goes on from its checkpoint when run again. */
export interface Task {
  readonly name: string;
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Collections and checkpoint a rebuild empties before it runs anew. */
  readonly rebuild: { readonly collections: readonly string[]; readonly checkpoint: string };
}

/** A service as data: what it answers, what it folds, what it does by itself. The same in every process shape. */
export interface ServiceDefinition {
  readonly name: string;
  /** Answered by the api role. */
  readonly operations: Operations;
  /** Folded from the own log, by the worker role. */
  readonly projections: readonly Projection[];
  /** Folded from the bus: other services' public events. */
  readonly consumers: readonly Projection[];
  readonly policies: readonly Policy[];
  readonly timers: readonly Timer[];
  /** What else the worker role runs until the signal aborts; each keeps its own checkpoint. */
  readonly tasks?: readonly Task[];
  /** Streams it owns, by category, and what of an event others may know; null: nothing. */
  readonly publishes: Readonly<Record<string, (event: StoredEvent) => { type: string; data: JsonObject } | null>>;
  /** The keys an event of its streams says are to be destroyed. */
  readonly erases: (event: StoredEvent) => readonly string[];
}

/** Injection tokens. */
export const SERVICE_CONTEXT = Symbol('ServiceContext');
/** The definitions of all services this process runs. */
export const SERVICES = Symbol('Services');
