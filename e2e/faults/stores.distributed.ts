import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { freePort } from '../servers/free-port.mjs';
import { ended, gathered, startProgram } from '../harness/processes.js';
import { eventually } from '../harness/eventually.js';
import { startMongoJavaServer, type MongoJavaServer } from '../servers/mongo-java-server/start.mjs';
import { examine } from './examine.js';
import { gateTo, type Gate } from './gate.js';
import { aLoad, aRegistration, complaintComes } from './load.js';
import { freshComposition, officeOf, PARTS, type Office } from './office.js';
import { probeDesk, probeFigures, readiness, untilReadiness, type Probed } from './probe.js';

/** "Fast" for whoever asks a store that is away, in ms. */
const SOON = 5_000;

const ANSWERED = { is: 'answered', ms: expect.any(Number) };

const expectGivenUp = (probed: Probed): void => {
  expect(probed.is).toBe('unavailable');
  expect(probed.ms).toBeLessThan(SOON);
};

/** The stand-in for KurrentDB in a process of its own, on a file: what it acknowledged outlives it. */
const startLog = async (port: number, file: string): Promise<ChildProcess> => {
  const child = startProgram('e2e/servers/kurrentdb/stand-in.mjs', [String(port), '--file', file]);
  const text = gathered(child);
  await eventually(async () => text.out.includes('kurrentdb://') || null);
  return child;
};

describe('a store that is away or does not answer', () => {
  let office: Office;
  let documents: MongoJavaServer;
  let gate: Gate;
  let log: ChildProcess;
  let file: string;
  let port: number;

  beforeAll(async () => {
    documents = await startMongoJavaServer();
    gate = await gateTo(Number(new URL(documents.url).port));
    port = await freePort();
    const composition = await freshComposition({
      env: {
        SUNLIT_READ_STORE: `mongodb://127.0.0.1:${gate.port}/sunlit`,
        SUNLIT_EVENT_STORE: `kurrentdb://127.0.0.1:${port}?tls=false`,
      },
    });
    file = join(composition.data, 'log.jsonl');
    log = await startLog(port, file);
    office = officeOf(composition);
    console.log(
      `documents in ${documents.name} ${documents.version} of its own; log in the KurrentDB stand-in, in a file`,
    );
    await Promise.all(PARTS.map((name) => office.start(name)));
    await aLoad(office.client);
    for (const probed of [await probeDesk(office), await probeFigures(office)]) expect(probed).toEqual(ANSWERED);
  });
  afterAll(async () => {
    log?.kill('SIGKILL');
    await office?.close();
    await gate?.shut();
    await documents?.stop();
  });

  const withoutDocuments = async (): Promise<void> => {
    for (const probed of await Promise.all([probeDesk(office), probeFigures(office)])) expectGivenUp(probed);
    // Commands need no documents.
    const began = performance.now();
    const { is } = await office.client.send(aRegistration(), { patience: 0 });
    expect([is, performance.now() - began < SOON]).toEqual(['acknowledged', true]);
    await untilReadiness(office, ['complaints-api', 'statistics-api', 'complaints-worker'], 503);
    expect((await readiness(office, 'complaints-api')).body).toContain('read store');
  };

  it('the read store away: lists and figures say so soon, commands succeed, and all goes on when it is back', async () => {
    await gate.shut();
    await withoutDocuments().finally(() => gate.open());
    await untilReadiness(office, PARTS, 200);
    expect(await probeDesk(office)).toEqual(ANSWERED);
    console.log('read store away', await examine(office));
  });

  it('the read store frozen: the same', async () => {
    process.kill(documents.pid, 'SIGSTOP');
    await withoutDocuments().finally(() => process.kill(documents.pid, 'SIGCONT'));
    await untilReadiness(office, PARTS, 200);
    expect(await probeDesk(office)).toEqual(ANSWERED);
    console.log('read store frozen', await examine(office));
  });

  const withoutLog = async (): Promise<void> => {
    const began = performance.now();
    const { is } = await office.client.send(aRegistration(), { patience: 0 });
    expect([is, performance.now() - began < SOON]).toEqual(['unknown', true]);
    for (const probed of await Promise.all([probeDesk(office), probeFigures(office)])) expect(probed).toEqual(ANSWERED);
    await untilReadiness(office, ['complaints-api', 'complaints-worker'], 503);
    expect((await readiness(office, 'complaints-api')).body).toContain('event store');
  };

  it('the event store frozen: commands say so soon, lists and figures are answered, and all goes on', async () => {
    log.kill('SIGSTOP');
    await withoutLog().finally(() => log.kill('SIGCONT'));
    await untilReadiness(office, PARTS, 200);
    await complaintComes(office.client);
    console.log('event store frozen', await examine(office));
  });

  it('the event store killed in mid-load and started again on its file: nothing acknowledged is lost', async () => {
    const before = office.client.lines.length;
    const load = Promise.all(Array.from({ length: 5 }, () => aLoad(office.client)));
    load.catch(() => undefined);
    await eventually(async () => office.client.lines.length > before + 5 || null);
    const over = ended(log);
    log.kill('SIGKILL');
    await over;
    await withoutLog().finally(async () => (log = await startLog(port, file)));
    await load;
    await untilReadiness(office, PARTS, 200);
    console.log('event store killed', await examine(office));
  });
});
