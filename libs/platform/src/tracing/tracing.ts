/** What a span may say: names of the program, stream ids, types, codes and counts; never what somebody wrote or who they are. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  /** The W3C `traceparent` that it follows from; without one, the span under way. */
  readonly parent?: string | undefined;
  /** Begins a trace where neither a parent is given nor a span is under way: whether it is kept is drawn then, once for all that follows. */
  readonly root?: boolean;
  readonly kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly attributes?: Attributes;
}

/** The traces of a process. Nothing here throws, waits for a collector, or changes what the work gives. */
export interface Tracing {
  /** The W3C `traceparent` of the span under way; nothing where there is none or its trace is not kept. */
  current(): string | undefined;
  /**
   * Runs the work in a span; it is the one under way, across `await`, until the work is done. Where no kept trace is followed and none is
   * begun it only runs the work. A refusal is an attribute; another error marks the span by its name: messages are never kept.
   */
  span<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T>;
  /** Adds to the span under way, if there is one. */
  note(attributes: Attributes): void;
  /** A finished span under each of these that is the `traceparent` of a kept trace; `startedAt` in ms since 1970, else it took no time. */
  handled(name: string, parents: readonly (string | undefined)[], attributes: Attributes, startedAt?: number): void;
  /** Sends what is kept, within 3 s, and ends; nothing is traced from then on. */
  shutdown(): Promise<void>;
}

/** Traces nothing, and costs nothing. */
export const noTracing: Tracing = {
  current: () => undefined,
  span: (_, __, work) => work(),
  note: () => undefined,
  handled: () => undefined,
  shutdown: async () => undefined,
};
