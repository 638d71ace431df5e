import fastify, { type FastifyInstance } from 'fastify';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { noTracing, traceRequests, type TraceRequestsOptions, type Tracing } from './index.js';
import { sdkTracing } from './opentelemetry.js';

const CALLER = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

describe('a request', () => {
  let server: FastifyInstance;
  let exporter: InMemorySpanExporter;
  let url: string;
  const seen: (string | undefined)[] = [];

  const serve = async (options?: TraceRequestsOptions, tracing?: Tracing): Promise<void> => {
    exporter = new InMemorySpanExporter();
    const processor = new SimpleSpanProcessor({ exporter });
    const traced = tracing ?? sdkTracing({ service: 'gateway', role: 'api', ratio: 1, processor });
    server = fastify();
    server.post('/graphql', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(traced.current());
      return traced.span('inside', {}, async () => ({}));
    });
    server.get('/cases/:id', async (_, reply) => reply.code(503).send({}));
    server.get('/health/live', async () => ({}));
    traceRequests(server, traced, options);
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  };
  beforeEach(() => void seen.splice(0));
  afterEach(() => server.close());

  const ask = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql?secret=李四`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  const spans = async () => {
    // The span ends when the answer has left, which its reader may see first.
    while (
      !exporter
        .getFinishedSpans()
        .some(({ parentSpanContext }) => !parentSpanContext?.spanId || parentSpanContext.isRemote)
    )
      await new Promise((resolve) => setImmediate(resolve));
    return exporter.getFinishedSpans();
  };

  it('begins a trace of its own, which goes on behind the reading of its body', async () => {
    await serve();
    await ask(
      { operationName: 'Register', query: 'mutation Register { x }', variables: { name: '李四' } },
      { traceparent: CALLER },
    );
    const [inside, request] = await spans();
    expect(request).toMatchObject({
      name: 'POST /graphql',
      parentSpanContext: undefined,
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'graphql.operation.name': 'Register',
      },
    });
    expect(inside!.parentSpanContext!.spanId).toBe(request!.spanContext().spanId);
    expect(seen).toEqual([expect.stringContaining(request!.spanContext().traceId)]);
    expect(JSON.stringify(Object.values(request!.attributes))).not.toMatch(/李|mutation/);
    expect(Object.keys(request!.attributes)).toHaveLength(4);
  });

  it('keeps apart from those beside it', async () => {
    await serve();
    await Promise.all(Array.from({ length: 20 }, () => ask({ operationName: 'A' })));
    expect(new Set(seen.map((trace) => trace!.split('-')[1])).size).toBe(20);
  });

  it('keeps no operation name that is none', async () => {
    await serve();
    await ask({ operationName: '李四 13800000000' });
    expect((await spans()).at(-1)!.attributes).not.toHaveProperty(['graphql.operation.name']);
  });

  it('follows its caller only where that is wanted', async () => {
    await serve({ followCallers: true });
    await ask({}, { traceparent: CALLER });
    expect((await spans()).at(-1)!.spanContext().traceId).toBe('a'.repeat(32));
  });

  it('that fails is marked, without its address; probes are left out', async () => {
    await serve();
    await fetch(`${url}/health/live`);
    await fetch(`${url}/cases/13800000000`);
    const all = await spans();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ name: 'GET /cases/:id', status: { code: 2 }, attributes: { 'error.type': '503' } });
  });

  it('is untouched where nothing is traced', async () => {
    await serve({}, noTracing);
    expect((await ask({})).status).toBe(200);
    expect(seen).toEqual([undefined]);
  });
});
