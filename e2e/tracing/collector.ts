import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it was received, with the process that sent it. */
export interface ReceivedSpan {
  readonly process: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty where it is the first of its trace. */
  readonly parentSpanId: string;
  readonly kind: number;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}
interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<ReceivedSpan, 'process'>[] }[];
  }[];
}

const spansIn = ({ resourceSpans }: Body): readonly ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const said = new Map(resource.attributes.map(({ key, value }) => [key, value.stringValue]));
    const process = `${said.get('service.name')} ${said.get('sunlit.role') ?? ''}`;
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, parentSpanId: span.parentSpanId ?? '', process })),
    );
  });

/** Takes traces as a collector does: OTLP over HTTP, in JSON. */
export const startCollector = async () => {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const known = request.method === 'POST' && request.url === '/v1/traces';
      if (known) {
        bodies.push(text);
        spans.push(...spansIn(JSON.parse(text) as Body));
      }
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was received up to now. */
    spans,
    /** The same, word for word. */
    bodies,
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
