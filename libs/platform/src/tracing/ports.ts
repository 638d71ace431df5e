import {
  Unavailable,
  type EventPublisher,
  type EventStore,
  type JsonObject,
  type NewEvent,
  type Rpc,
} from '@sunlit/kernel';
import { noTracing, type Tracing } from './tracing.js';

const carrying =
  (trace: string | undefined) =>
  (event: NewEvent): NewEvent =>
    trace === undefined || event.meta.trace !== undefined ? event : { ...event, meta: { ...event.meta, trace } };

/**
 * The same store: an append is a span, and events that carry no trace get that span's; a read is a span where one is under way. Without
 * tracing it is the very store given.
 */
export const tracedStore = (store: EventStore, tracing: Tracing): EventStore => {
  if (tracing === noTracing) return store;
  return {
    read: (stream, from) =>
      tracing.span('read', { attributes: { 'sunlit.stream': stream } }, () => store.read(stream, from)),
    append: (stream, events, expected) => {
      const attributes = { 'sunlit.stream': stream, 'sunlit.events': events.map(({ type }) => type).join(' ') };
      const work = () => store.append(stream, events.map(carrying(tracing.current())), expected);
      return tracing.span('append', { attributes }, work);
    },
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    close: () => store.close(),
  };
};

/**
 * The same rpc, each call a client span where one is under way; with `roots` each call that follows from nothing begins a trace (timers).
 * The transport takes `tracing.current` along, as its option `trace`.
 */
export const tracedRpc = (rpc: Rpc, tracing: Tracing, { roots = false }: { readonly roots?: boolean } = {}): Rpc => {
  if (tracing === noTracing) return rpc;
  return {
    call: (service, operation, payload, options) => {
      const attributes = { 'rpc.system': 'sunlit', 'rpc.service': service, 'rpc.method': operation };
      const call = () => rpc.call(service, operation, payload, options);
      return tracing.span(`${service}.${operation}`, { kind: 'client', root: roots, attributes }, call);
    },
  };
};

/** The `around` of an rpc server: each call that comes with a kept trace is a server span in it. */
export const tracedCalls =
  (tracing: Tracing) =>
  (
    call: { readonly service: string; readonly operation: string; readonly trace?: string },
    work: () => Promise<JsonObject>,
  ): Promise<JsonObject> => {
    const attributes = { 'rpc.system': 'sunlit', 'rpc.service': call.service, 'rpc.method': call.operation };
    return tracing.span(`${call.service}.${call.operation}`, { parent: call.trace, kind: 'server', attributes }, work);
  };

/** The same publisher: each event that carries a trace gets a span in it, once the bus has it; or says that the bus was away. */
export const tracedPublisher = (publisher: EventPublisher, tracing: Tracing, clock: () => number): EventPublisher => {
  if (tracing === noTracing) return publisher;
  return {
    publish: async (events) => {
      const startedAt = clock();
      const tell = (outcome: 'published' | 'unavailable' | 'failed'): void => {
        for (const { source, type, subject, trace } of events)
          if (trace !== undefined) {
            const attributes = { 'sunlit.stream': subject, 'sunlit.type': type, 'sunlit.outcome': outcome };
            tracing.handled(`publish ${source}`, [trace], attributes, startedAt);
          }
      };
      try {
        await publisher.publish(events);
      } catch (error) {
        tell(error instanceof Unavailable ? 'unavailable' : 'failed');
        throw error;
      }
      tell('published');
    },
    close: () => publisher.close(),
  };
};
