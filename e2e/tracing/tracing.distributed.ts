import { eventually } from '../harness/eventually.js';
import { aComplaint, done } from '../harness/matters.js';
import { STARTING, openOffice, type OpenOffice } from '../harness/office.js';
import { startCollector, type ReceivedSpan } from './collector.js';

/** What the person said and who they are, as it must never be met outside the boxes. */
const PERSONAL = ['王小明', '13900001234', '魏都区', '昨晚十点', '高铁站', '豫K12345', '李某'];

describe('a trace over separate processes', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let office: OpenOffice;
  beforeAll(async () => {
    collector = await startCollector();
    office = await openOffice({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_TRACES_SAMPLER_ARG: '1' });
  }, STARTING);
  afterAll(async () => {
    await office?.close();
    await collector?.stop();
  });

  const parentOf = (span: ReceivedSpan): ReceivedSpan | undefined =>
    collector.spans.find(({ spanId, traceId }) => spanId === span.parentSpanId && traceId === span.traceId);

  /** The span and all it follows from, by process and name, up to what began the trace. */
  const pathOf = (span: ReceivedSpan): readonly string[] => {
    const parent = parentOf(span);
    if (!parent && span.parentSpanId !== '') return ['lost'];
    return [...(parent ? pathOf(parent) : []), `${span.process}: ${span.name}`];
  };

  it('follows one mutation from its request to the list and the figures, and says nothing of the person', async () => {
    await done(office.people.operator.command('registerComplaint', aComplaint()));
    const named = (name: string) => collector.spans.filter((span) => span.name === name);
    const ends = ['publish complaints', 'project complaint-desk.v2', 'project figures.v2'];
    const met = await eventually(async () =>
      ends.every((name) => named(name).length > 0) ? ends.flatMap(named) : null,
    );
    await eventually(async () => met.every((span) => !pathOf(span).includes('lost')) || null);

    const command = [
      'sunlit-gateway api+worker: POST /graphql',
      'sunlit-gateway api+worker: complaints.command',
      'sunlit-complaints api: complaints.command',
      'sunlit-complaints api: append',
    ];
    // One append's events may be taken in several batches: each is a span.
    expect([...new Map(met.map((span) => [span.name, pathOf(span)])).values()]).toEqual([
      [...command, 'sunlit-complaints worker: publish complaints'],
      [...command, 'sunlit-complaints worker: project complaint-desk.v2'],
      [...command, 'sunlit-statistics worker: project figures.v2'],
    ]);
    expect(new Set(met.map((span) => pathOf(span).join())).size).toBe(ends.length);
    expect(new Set(met.map(({ traceId }) => traceId)).size).toBe(1);

    await office.server.stop();
    const trace = collector.spans.filter(({ traceId }) => traceId === met[0]!.traceId);
    expect(trace.filter(({ parentSpanId }) => parentSpanId === '')).toHaveLength(1);
    expect(trace.filter((span) => pathOf(span).includes('lost'))).toEqual([]);
    expect(PERSONAL.filter((text) => collector.bodies.some((body) => body.includes(text)))).toEqual([]);
  });
});
