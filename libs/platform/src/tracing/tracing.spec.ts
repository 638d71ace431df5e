import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import {
  decider,
  digestOf,
  handler,
  Refused,
  type Command,
  type EventBus,
  type EventPublisher,
  type Fact,
  type JsonObject,
  type Policy,
  type Projection,
  type PublicEvent,
  type Rpc,
  type StoredEvent,
} from '@sunlit/kernel';
import { publicEventOf } from '@sunlit/event-bus';
import { sqliteEventStore, type SqliteEventStore } from '@sunlit/event-store/sqlite';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { policyRunner, projectionRunner, type Observe } from '@sunlit/runner';
import {
  noTracing,
  openTracing,
  tracedCalls,
  tracedPolicies,
  tracedProjections,
  tracedPublisher,
  tracedRpc,
  tracedStore,
  type Tracing,
} from './index.js';
import { sdkTracing } from './opentelemetry.js';

const NOW = Date.UTC(2021, 3, 12, 8);
const clock = () => NOW;
const NAME = '李四 13800000000';

type Open = Command<'Open', { name: string }>;
type Opened = Fact<'Opened', { name: string }>;

const matter = decider<Open, Opened, boolean>({
  initial: false,
  decide: {
    Open: ({ data }, opened) => {
      if (opened) throw new Refused('AlreadyOpen');
      return [{ type: 'Opened', data }];
    },
  },
  evolve: { Opened: () => true },
});

const fold = (name: string, categories: readonly string[]): Projection =>
  ({ name, categories, index: {}, apply: { Opened: () => ({ open: true }) } }) as Projection;

/** What a wire does: the trace goes as text, and nothing else of the caller's doing reaches the other side. */
const wire = (caller: Tracing, around: ReturnType<typeof tracedCalls>, answering: Rpc): Rpc => ({
  call: async (service, operation, payload) => {
    const trace = caller.current();
    const call = { service, operation, ...(trace !== undefined && { trace }) };
    return around(call, () => answering.call(service, operation, payload));
  },
});

const busOf = (events: readonly PublicEvent[]): EventBus => ({
  partitions: async () => [0],
  ends: async () => new Map([[0, events.length - 1]]),
  async *subscribe({ signal }) {
    const messages = events.map((event, offset) => ({ offset, event }));
    yield { partition: 0, messages, offset: events.length - 1, caughtUp: true };
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  },
  close: async () => undefined,
});

describe('traces', () => {
  let folder: string;
  let store: SqliteEventStore;
  let exporter: InMemorySpanExporter;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunlit '));
    store = sqliteEventStore({ file: join(folder, 'events.sqlite') });
    exporter = new InMemorySpanExporter();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const processOf = (service: string, ratio = 1): Tracing =>
    sdkTracing({ service, role: 'api', ratio, processor: new SimpleSpanProcessor({ exporter }) });

  /** The api of a service: opens matters. */
  const apiOf = (tracing: Tracing): Rpc => {
    const handle = handler({
      decider: matter,
      store: tracedStore(store, tracing),
      clock,
      prepare: async ({ data }) => ({ data, digest: digestOf(data) }),
      sameCommand: async () => true,
    });
    return {
      call: async (_, __, payload) => (await handle(payload as never)) as unknown as JsonObject,
    };
  };

  const open = (commandId: string, stream = 'matter-1') => ({
    commandId,
    stream,
    type: 'Open',
    data: { name: NAME },
    by: { account: 'zhang', role: 'operator' },
  });

  const stored = async (): Promise<readonly StoredEvent[]> => store.read('matter-1');

  const project = async (
    projection: Projection,
    source: { log: SqliteEventStore } | { bus: EventBus },
    observe?: Observe,
  ) => {
    const control = new AbortController();
    const { signal } = control;
    const options = { projection, source, readStore: memoryReadStore(), signal, observe };
    await projectionRunner({ ...options, onProgress: () => control.abort() }).run();
  };

  /** A mutation from the gateway to the documents of another service; every process has a `Tracing` of its own. */
  const mutation = async (tracingOf: (service: string) => Tracing): Promise<PublicEvent> => {
    const [gateway, api, worker, statistics] = ['gateway', 'matters', 'matters', 'statistics'].map(tracingOf) as [
      Tracing,
      Tracing,
      Tracing,
      Tracing,
    ];
    const rpc = tracedRpc(wire(gateway, tracedCalls(api), apiOf(api)), gateway);
    const request = { root: true, kind: 'server' } as const;
    await gateway.span('POST /graphql', request, () => rpc.call('matters', 'command', open('c1')));

    const [event] = await stored();
    const toPublic = () => ({ type: 'Opened', data: {} });
    const said = publicEventOf({ matter: { service: 'matters', toPublic } }, event!)!;
    const sent: PublicEvent[] = [];
    const broker: EventPublisher = { publish: async (all) => void sent.push(...all), close: async () => undefined };
    await tracedPublisher(broker, worker, clock).publish([said]);
    await project(fold('matter-desk.v1', ['matter']), { log: store }, tracedProjections(worker, clock));
    await project(fold('figures.v1', ['matters']), { bus: busOf(sent) }, tracedProjections(statistics, clock));
    return sent[0]!;
  };

  const parentsOf = (spans: readonly ReadableSpan[]): Record<string, string | null> => {
    const names = new Map(spans.map((span) => [span.spanContext().spanId, span.name]));
    return Object.fromEntries(
      spans.map(({ name, kind, parentSpanContext }) => [
        `${name} ${kind}`,
        parentSpanContext ? (names.get(parentSpanContext.spanId) ?? 'lost') : null,
      ]),
    );
  };

  it('follow one mutation through command, store, relay, bus and projections', async () => {
    const event = await mutation((service) => processOf(service));
    const spans = exporter.getFinishedSpans();
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    // Of the two spans of the call the server's (kind 1) hangs on the client's (kind 2), which has the same name.
    expect(parentsOf(spans)).toEqual({
      'POST /graphql 1': null,
      'matters.command 2': 'POST /graphql',
      'matters.command 1': 'matters.command',
      'read 0': 'matters.command',
      'append 0': 'matters.command',
      'publish matters 4': 'append',
      'project matter-desk.v1 4': 'append',
      'project figures.v1 4': 'append',
    });
    const append = spans.find(({ name }) => name === 'append')!;
    const { traceId, spanId } = append.spanContext();
    expect([event.trace, (await stored())[0]!.meta.trace]).toEqual(Array(2).fill(`00-${traceId}-${spanId}-01`));
    expect(append.attributes).toEqual({ 'sunlit.stream': 'matter-1', 'sunlit.events': 'Opened' });
    expect(
      JSON.stringify(
        spans.map(({ name, attributes, resource, events }) => [name, attributes, resource.attributes, events]),
      ),
    ).not.toMatch(/李|1380|zhang/);
  });

  it('add nothing where they are off', async () => {
    expect(tracedStore(store, noTracing)).toBe(store);
    const rpc: Rpc = { call: async () => ({}) };
    expect(tracedRpc(rpc, noTracing)).toBe(rpc);
    expect([tracedProjections(noTracing, clock), tracedPolicies(noTracing)]).toEqual([undefined, undefined]);
    expect(await mutation(() => noTracing)).not.toHaveProperty('trace');
    expect((await stored())[0]!.meta).not.toHaveProperty('trace');
  });

  it('are kept or dropped as a whole: what was not drawn at the beginning leaves nothing anywhere', async () => {
    const event = await mutation((service) => processOf(service, service === 'gateway' ? 0 : 1));
    expect(event).not.toHaveProperty('trace');
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it('go on in what a policy sends', async () => {
    const api = processOf('matters');
    await api.span('begin', { root: true }, () => apiOf(api).call('matters', 'command', open('c1')));
    const worker = processOf('matters');
    const traces: (string | undefined)[] = [];
    const transport: Rpc = {
      call: async () => {
        traces.push(worker.current());
        if (traces.length === 1) throw new Refused('NoSuchUnit');
        return {};
      },
    };
    const policy: Policy = {
      name: 'handover.v1',
      categories: ['matter'],
      types: ['Opened'],
      on: { Opened: ({ stream }) => ({ service: 'others', operation: 'command', payload: { stream } }) },
      refused: ({ stream }) => ({ service: 'matters', operation: 'command', payload: { stream } }),
    };
    const control = new AbortController();
    await policyRunner({
      policy,
      store,
      rpc: tracedRpc(transport, worker),
      readStore: memoryReadStore(),
      signal: control.signal,
      onProgress: () => control.abort(),
      observe: tracedPolicies(worker),
    }).run();
    const spans = exporter.getFinishedSpans();
    expect(parentsOf(spans)).toMatchObject({
      'policy handover.v1 4': 'append',
      'others.command 2': 'policy handover.v1',
      'matters.command 2': 'policy handover.v1',
    });
    const told = spans.find(({ name }) => name === 'others.command')!;
    expect(told.attributes).toMatchObject({ 'sunlit.refused': 'NoSuchUnit' });
    expect(told.status.code).toBe(0);
    expect(traces.every((trace) => trace?.includes(told.spanContext().traceId))).toBe(true);
  });

  it('give a replayed event no span', async () => {
    const api = processOf('matters');
    await api.span('begin', { root: true }, () => apiOf(api).call('matters', 'command', open('c1')));
    const later = () => NOW + 3_600_000;
    await project(fold('matter-desk.v2', ['matter']), { log: store }, tracedProjections(api, later));
    expect(exporter.getFinishedSpans().map(({ name }) => name)).not.toContain('project matter-desk.v2');
  });

  it('keep of an error its name alone, and of a foreign trace parent nothing that is none', async () => {
    const tracing = processOf('matters');
    const failing = tracing.span('failing', { root: true }, async () => Promise.reject(new TypeError(NAME)));
    await expect(failing).rejects.toThrow(NAME);
    for (const parent of ['', NAME, `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`, `00-${'1'.repeat(32)}-1-01`]) {
      expect(await tracing.span('none', { parent }, async () => tracing.current())).toBeUndefined();
      tracing.handled('none', [parent], {});
    }
    const [span, ...others] = exporter.getFinishedSpans();
    expect(others).toEqual([]);
    expect(span).toMatchObject({ status: { code: 2 }, attributes: { 'error.type': 'TypeError' }, events: [] });
    expect(span!.status).not.toHaveProperty('message');
  });
});

describe('a collector', () => {
  let server: Server;
  const bodies: { path: string; spans: { name: string; traceId: string }[] }[] = [];
  let status = 200;
  beforeEach(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const { resourceSpans } = JSON.parse(text) as {
          resourceSpans: { scopeSpans: { spans: { name: string; traceId: string }[] }[] }[];
        };
        const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
        bodies.push({ path: request.url!, spans });
        response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    bodies.length = 0;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const openTo = (port: number, onTrouble: (lost: number) => void = () => undefined) =>
    openTracing({ endpoint: `http://127.0.0.1:${port}/`, service: 'matters', role: 'api', ratio: 1, onTrouble });

  it('gets what was traced, at the latest at the end', async () => {
    const tracing = await openTo((server.address() as AddressInfo).port);
    const trace = await tracing.span('one', { root: true }, async () => tracing.current());
    await tracing.shutdown();
    expect(bodies).toMatchObject([{ path: '/v1/traces', spans: [{ name: 'one', traceId: trace!.split('-')[1] }] }]);
  });

  it.each([
    ['refuses', 400],
    ['is away', null],
  ])('that %s changes nothing but is told of', async (_, answer) => {
    status = answer ?? 200;
    const lost: number[] = [];
    const { port } = server.address() as AddressInfo;
    if (answer === null) await new Promise((resolve) => server.close(resolve));
    const tracing = await openTo(port, (spans) => void lost.push(spans));
    expect(await tracing.span('one', { root: true }, async () => 1)).toBe(1);
    await tracing.span('two', { root: true }, async () => 2);
    await tracing.shutdown();
    expect(lost).toEqual([2]);
    expect(await tracing.span('after', { root: true }, async () => 3)).toBe(3);
    status = 200;
  });
});
