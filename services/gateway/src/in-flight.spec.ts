import fastify from 'fastify';
import { boundInFlight } from './in-flight.js';

describe('requests under way', () => {
  const serverOf = async (most: number) => {
    const server = fastify();
    const waiting: (() => void)[] = [];
    boundInFlight(server, most);
    server.get('/slow', () => new Promise<string>((resolve) => waiting.push(() => resolve('done'))));
    server.get('/health/live', async () => 'ok');
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    return { server, url, waiting };
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve));
  };

  it('are bounded: the next is told to come again, and may when one has ended', async () => {
    const { server, url, waiting } = await serverOf(2);
    const first = [fetch(`${url}/slow`), fetch(`${url}/slow`)];
    await until(() => waiting.length === 2);
    const refused = await fetch(`${url}/slow`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    waiting.forEach((answer) => answer());
    for (const answered of await Promise.all(first)) expect(await answered.text()).toBe('done');
    const later = fetch(`${url}/slow`);
    await until(() => waiting.length === 3);
    waiting[2]!();
    expect((await later).status).toBe(200);
    await server.close();
  });

  it('count no client that went away', async () => {
    const { server, url, waiting } = await serverOf(1);
    const leaving = new AbortController();
    const left = fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => 'left');
    await until(() => waiting.length === 1);
    leaving.abort();
    expect(await left).toBe('left');
    let status = 503;
    const again = (async () => {
      while (status === 503) status = (await fetch(`${url}/slow`)).status;
    })();
    await until(() => waiting.length === 2);
    waiting.forEach((answer) => answer());
    await again;
    expect(status).toBe(200);
    await server.close();
  });
});
