import { chanceOf } from './chance.js';
import { examine } from './examine.js';
import { openFaultOffice, PARTS, type Office } from './office.js';
import { SHORT } from './short.js';
import { underLoad } from './under-load.js';
import { eventually } from '../harness/eventually.js';

const ROUNDS = SHORT ? 4 : 8;

describe('random processes killed under load', () => {
  let office: Office;
  beforeAll(async () => (office = await openFaultOffice()));
  afterAll(() => office?.close());

  it('leave nothing lost and nothing done twice', async () => {
    const chance = chanceOf('random kills');
    const killed: string[] = [];
    /** Resolves when the client was told of so many more commands. */
    const told = (more: number) => {
      const until = office.client.lines.length + more;
      return eventually(async () => office.client.lines.length >= until || null);
    };
    await underLoad(
      office.client,
      async () => {
        for (let round = 0; round < ROUNDS; round++) {
          await told(1 + chance.below(15));
          const victims = PARTS.filter(() => chance.below(4) === 0);
          const all = victims.length > 0 ? victims : [chance.of(PARTS)];
          killed.push(all.join('+'));
          await Promise.all(all.map((name) => office.end(name, 'SIGKILL')));
          await Promise.all(all.map((name) => office.start(name)));
        }
      },
      20,
    );
    console.log('killed', killed, await examine(office));
  });
});
