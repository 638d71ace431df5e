import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReady, type RunningPart } from '../harness/distributed.js';
import { freePort } from '../servers/free-port.mjs';
import { eventually } from '../harness/eventually.js';
import { startKafka, type OwnKafka } from '../servers/kafka/start.mjs';
import { examine } from './examine.js';
import { aLoad } from './load.js';
import { freshComposition, officeOf, PARTS, type Office, type PartName } from './office.js';
import { SHORT } from './short.js';
import { underLoad } from './under-load.js';

const WORKERS = PARTS.filter((name) => name.endsWith('-worker'));
const APIS = PARTS.filter((name) => name.endsWith('-api'));

/** How long a process that was told to end may take, in ms. */
const GRACE = 25_000;

/** How long it is killed for, in ms. */
const AWAY = SHORT ? 15_000 : 60_000;

describe('a broker that is away', () => {
  let folder: string;
  let kafka: OwnKafka;
  let office: Office;

  const readyParts = async (names: readonly PartName[]): Promise<readonly PartName[]> => {
    const all = names.map(async (name) => ((await isReady(office.running.get(name)!.part)) ? [name] : []));
    return (await Promise.all(all)).flat();
  };
  const allReady = (names: readonly PartName[]) =>
    eventually(async () => (await readyParts(names)).length === names.length || null);
  const unsent = async (service: string): Promise<number> => (await office.lags(service))[`relay.${service}`]!;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunlit-broker-'));
    kafka = await startKafka({ folder, port: await freePort() });
    console.log(`on ${kafka.name} ${kafka.version} of its own`);
    await kafka.stop();
    office = officeOf(await freshComposition({ env: { SUNLIT_EVENT_BUS: `kafka://${kafka.address}?prefix=away` } }));
  });
  afterAll(async () => {
    await office?.close();
    await kafka?.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('at the start: commands and lists work, workers say that they are not ready, and all is sent when it comes', async () => {
    for (const name of PARTS) office.begin(name);
    await allReady(APIS);
    await aLoad(office.client);
    await eventually(async () => (await office.lags('complaints'))['complaint-desk.v2'] === 0 || null);
    expect(await unsent('complaints')).toBeGreaterThan(0);
    expect(await readyParts(WORKERS)).toEqual([]);
    await allReady(APIS);
    await kafka.restart();
    await allReady(PARTS);
    console.log('away at the start', await examine(office));
  });

  it('for a minute, killed: commands go on being acknowledged, the backlog drains by itself', async () => {
    await kafka.kill();
    const before = office.client.lines.length;
    let slowest = 0;
    const until = Date.now() + AWAY;
    const rounds = await underLoad(
      office.client,
      async () => {
        while (Date.now() < until) {
          const began = Date.now();
          await aLoad(office.client);
          slowest = Math.max(slowest, Date.now() - began);
          await new Promise((resolve) => setTimeout(resolve, 2_000));
        }
      },
      2_000,
    );
    expect(await unsent('complaints')).toBeGreaterThan(0);
    const acknowledged = office.client.lines.slice(before).filter(({ told }) => told.is === 'acknowledged').length;
    expect(acknowledged).toBe(office.client.lines.length - before);
    await kafka.restart();
    const back = Date.now();
    const examined = await examine(office);
    console.log(
      `away for 60 s: ${acknowledged} commands in ${rounds} rounds acknowledged meanwhile, the slowest load took`,
    );
    console.log(`${slowest} ms; all sent, taken and recounted ${Date.now() - back} ms after its return`, examined);
  });

  it('frozen for longer than a session: the same', async () => {
    kafka.pause();
    const until = Date.now() + 15_000;
    await underLoad(office.client, async () => {
      while (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 500));
    });
    kafka.resume();
    console.log('frozen', await examine(office));
  });

  it('while processes end: each ends within its grace, in good order, and nothing is lost', async () => {
    await kafka.stop();
    await aLoad(office.client);
    const began = Date.now();
    const ends = await Promise.all(PARTS.map(async (name) => [name, await office.end(name)] as const));
    expect(ends).toEqual(PARTS.map((name) => [name, 0]));
    expect(Date.now() - began).toBeLessThan(GRACE);
    const starting: RunningPart[] = PARTS.map((name) => office.begin(name));
    await kafka.restart();
    await allReady(PARTS);
    expect(starting.map(({ child }) => child.exitCode)).toEqual(PARTS.map(() => null));
    console.log(`ended without a broker in ${Date.now() - began} ms`, await examine(office));
  });
});
