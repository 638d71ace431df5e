import { fileURLToPath } from 'node:url';
import { compositionIn, startCli, startSystem, type Composition, type System } from '../harness/distributed.js';
import { STARTING } from '../harness/office.js';
import { CLI, ended, gathered, startProgram } from '../harness/processes.js';
import { aFolder } from '../harness/program.js';

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const YEARS = ['--from', '2021-01-01', '--to', '2026-12-31'];

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const over = async (child: ReturnType<typeof startProgram>): Promise<Ran> => {
  const text = gathered(child);
  const code = await ended(child);
  return { code, ...text };
};

// A bureau that has outgrown one process: what it was, it is, event for event and figure for figure.
describe('growing up', () => {
  const folder = aFolder();
  const one = `${folder.path}/one`;
  let composition: Composition;
  let system: System | undefined;

  const alone = (...args: string[]): Promise<Ran> => over(startProgram(CLI, [...args, '--data', one]));
  const together = (...args: string[]): Promise<Ran> => over(startCli(composition, args));
  const json = ({ out, err }: Ran) => {
    if (!out.startsWith('{')) throw new Error(err);
    return JSON.parse(out) as Record<string, unknown>;
  };

  beforeAll(async () => {
    composition = await compositionIn(`${folder.path}/together`);
    const mapping = example('hotline-orders.mapping.yaml');
    const imported = await alone('import', example('hotline-orders.csv'), '--mapping', mapping);
    if (imported.code !== 0) throw new Error(imported.err);
  }, STARTING);
  afterAll(async () => {
    await system?.kill();
    await composition.store.stop();
    await folder.remove();
  });

  it(
    'copies streams, revisions, ids and metadata, once however often it is run, and every figure agrees',
    async () => {
      const moved = await together('move', one, '--json');
      expect(moved).toMatchObject({ code: 0 });
      const again = json(await together('move', one, '--json'));
      expect(again['already']).toBe(json(moved)['events']);

      const events = async (of: (...args: string[]) => Promise<Ran>) =>
        (await of('events', '--json')).out
          .trim()
          .split('\n')
          .map((line) => ({ ...(JSON.parse(line) as object), position: 0 }));
      expect(await events(together)).toEqual(await events(alone));

      system = await startSystem(composition);
      const examined = json(await together('doctor', '--json'));
      expect(examined).toMatchObject({ ok: true, findings: [], asOf: expect.any(String) });
      const before = json(await alone('doctor', '--json'));
      const { documents, figures } = before['checked'] as { documents: number; figures: number };
      expect(examined['checked']).toMatchObject({ documents, figures });
      const rows = (ran: Ran) => json(ran)['rows'];
      expect(rows(await together('figures', ...YEARS, '--json'))).toEqual(
        rows(await alone('figures', ...YEARS, '--json')),
      );
    },
    STARTING,
  );

  it('is refused for a target that holds anything else', async () => {
    const other = `${folder.path}/other`;
    const mapping = example('hotline-orders.mapping.yaml');
    await over(startProgram(CLI, ['import', example('hotline-orders.csv'), '--mapping', mapping, '--data', other]));
    const { code, err } = await together('move', other);
    expect(code).not.toBe(0);
    expect(err).toMatch(/empty one/);
  });
});
