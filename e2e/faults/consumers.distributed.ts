import mongoose from 'mongoose';
import { besideIt, ready, startPart, type RunningPart } from '../harness/distributed.js';
import { chanceOf } from './chance.js';
import { publishAgain } from './duplicates.js';
import { examine } from './examine.js';
import { figuresAsOf, seenUpTo } from './figures.js';
import { statisticsGroup } from './groups.js';
import { aLoad } from './load.js';
import { openFaultOffice, untilQuiet, type Office, type PartName } from './office.js';
import { underLoad } from './under-load.js';

describe('consumers that come and go, and topics that say things twice', () => {
  let office: Office;
  let group: Awaited<ReturnType<typeof statisticsGroup>>;
  const beside: RunningPart[] = [];

  const startBeside = async (name: PartName): Promise<RunningPart> => {
    const part = office.composition.parts.find((one) => one.name === name)!;
    const one = startPart(office.composition, await besideIt(part));
    beside.push(one);
    await ready(one);
    return one;
  };
  const end = async ({ child, over }: RunningPart, signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return over;
  };

  beforeAll(async () => {
    office = await openFaultOffice();
    group = await statisticsGroup(office.composition.env);
    await aLoad(office.client);
    await untilQuiet(office);
  });
  afterAll(async () => {
    await Promise.all(beside.map((one) => end(one, 'SIGKILL')));
    await group?.close();
    await office?.close();
  });

  it('share partitions anew in mid-batch, and figures are as if nobody had come or gone', async () => {
    await underLoad(office.client, async () => {
      const second = await startBeside('statistics-worker');
      await group.sharedBy(2);
      expect(await end(second, 'SIGTERM')).toBe(0);
      await group.sharedBy(1);
    });
    console.log('rebalance', await examine(office));
  });

  it('may stop for longer than their session and come back: nothing of what a zombie still does counts', async () => {
    const second = await startBeside('statistics-worker');
    await group.sharedBy(2);
    await underLoad(office.client, async () => {
      second.child.kill('SIGSTOP');
      await group.sharedBy(1);
    });
    await untilQuiet(office);
    second.child.kill('SIGCONT');
    await underLoad(office.client, () => group.sharedBy(2));
    await untilQuiet(office);
    await end(second, 'SIGKILL');
    // What was the other's is the first one's again, which knew it when it was less.
    await group.sharedBy(1);
    await aLoad(office.client);
    console.log('zombie', await examine(office));
  });

  it('do the same work twice where a service has two workers by accident, and every command once', async () => {
    const twice = await Promise.all([startBeside('complaints-worker'), startBeside('consultations-worker')]);
    for (let round = 0; round < 4; round++) await aLoad(office.client);
    await untilQuiet(office);
    for (const one of twice) expect(await end(one, 'SIGTERM')).toBe(0);
    console.log('two workers', await examine(office));
  });

  it('give the same figures after a rebuild from offset 0 under writes, and after all of them were lost', async () => {
    const asOf = await seenUpTo(office);
    const before = await figuresAsOf(office, asOf);
    expect(before.length).toBeGreaterThan(5);
    await underLoad(office.client, async () => {
      await office.rpc.call('statistics.worker', 'rebuild', { projection: 'figures.v2' }, { deadline: 60_000 });
    });
    expect(await figuresAsOf(office, asOf)).toEqual(before);

    await office.end('statistics-worker');
    await office.end('statistics-api');
    const dropped = await dropFigures(office.composition.env['SUNLIT_READ_STORE']!);
    expect(dropped.length).toBeGreaterThan(2);
    await Promise.all([office.start('statistics-worker'), office.start('statistics-api')]);
    await untilQuiet(office);
    expect(await figuresAsOf(office, asOf)).toEqual(before);
    console.log('replayed from offset 0', await examine(office));
  });

  it('count no message twice, however often and in whatever order of cases it comes again', async () => {
    const asOf = await seenUpTo(office);
    const before = await figuresAsOf(office, asOf);
    const published = await publishAgain(office.composition.env, chanceOf('duplicates'));
    await untilQuiet(office);
    expect(await figuresAsOf(office, asOf)).toEqual(before);
    console.log(`${published} duplicates`, await examine(office));
  });
});

/** Drops every collection of figures, what is remembered of them, and how far they had been read. */
const dropFigures = async (url: string): Promise<readonly string[]> => {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    const names = (await connection.listCollections()).map(({ name }) => name);
    const dropped = names.filter((name) => name.startsWith('figure'));
    for (const name of dropped) await connection.dropCollection(name);
    await connection.collection<{ _id: string }>('_sunlit.checkpoints').deleteMany({ name: /^figures/ });
    await connection.collection<{ _id: string }>('_sunlit.collections').deleteMany({ _id: /^figure/ });
    return dropped;
  } finally {
    await connection.close();
  }
};
