import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fails } from '../harness/fails.js';
import { aFolder, serving, sunlit, sunlitJson } from '../harness/program.js';

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const CSV = example('hotline-orders.csv');
const MAPPING = example('hotline-orders.mapping.yaml');

interface Report {
  read: number;
  added: number;
  advanced: number;
  unchanged: number;
  changed: number;
  skipped: number;
  refused: number;
}

describe('the command line', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => (folder = aFolder()));
  afterEach(() => folder.remove());

  it.each([
    ['2021-02-01', '2021-03-04'],
    ['2021-09-13', '2021-10-15'],
    ['2021-12-20', '2022-01-18'],
  ])('explains the due date of what came on %s', async (received, on) => {
    const due = await sunlitJson<{ on: string; steps: object[] }>(
      'due',
      '--received',
      received,
      '--working-days',
      '20',
    );
    expect(due).toMatchObject({ on, code: 0 });
    expect(due.steps.length).toBeGreaterThan(1);
  });

  it('imports a sheet once, however often it is given', async () => {
    const first = await sunlitJson<Report>('import', CSV, '--mapping', MAPPING, '--data', folder.path);
    const { read, added, advanced, unchanged, changed, skipped, refused } = first;
    expect(added).toBeGreaterThan(0);
    expect(read).toBe(added + advanced + unchanged + changed + skipped + refused);
    const again = await sunlitJson<Report>('import', CSV, '--mapping', MAPPING, '--data', folder.path);
    expect(again).toMatchObject({ read, added: 0, advanced: 0, unchanged: added, skipped, refused });
    expect((await sunlit('doctor', '--data', folder.path)).code).toBe(0);
    const xlsx = join(folder.path, '指标.xlsx');
    const figures = await sunlitJson<{ rows: object[] }>(
      'figures',
      '--from',
      '2021-01-01',
      '--to',
      '2026-12-31',
      '--xlsx',
      xlsx,
      '--data',
      folder.path,
    );
    expect(figures.rows.length).toBeGreaterThan(10);
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
  });

  it('speaks to the server that runs on its folder', async () => {
    const server = await serving(['serve', '--data', folder.path]);
    const report = await sunlitJson<Report>('import', CSV, '--mapping', MAPPING, '--data', folder.path);
    expect(report.added).toBeGreaterThan(0);
    const { out } = await sunlit('events', '--data', folder.path, '--json');
    const registered = out.split('\n').filter((line) => line.includes('"CaseRegistered"'));
    expect(registered).toHaveLength(report.added);
    const { stream } = JSON.parse(registered[0]!) as { stream: string };
    expect(await sunlitJson('erase', stream, '--data', folder.path)).toMatchObject({ erased: true, code: 0 });
    expect(await sunlitJson('erase', stream, '--data', folder.path)).toMatchObject({ erased: false, code: 0 });
    expect(await sunlitJson('rebuild', 'consultation-desk.v2', '--data', folder.path)).toMatchObject({ code: 0 });
    expect((await sunlit('doctor', '--data', folder.path)).code).toBe(0);
    expect(await server.stop()).toBe(0);
  });

  describe('names what is wrong and what to do', () => {
    it('in a mapping', async () => {
      const mapping = join(folder.path, 'mapping.yaml');
      writeFileSync(mapping, readFileSync(MAPPING, 'utf8').replace(/^number:/m, 'nummer:'));
      await fails(/mapping\.yaml:\d+.*nummer/s, 'import', CSV, '--mapping', mapping, '--data', folder.path);
    });

    it('in a spreadsheet', async () => {
      const broken = join(folder.path, 'broken.xlsx');
      writeFileSync(
        broken,
        Buffer.concat([readFileSync(CSV).subarray(0, 0), Buffer.from('PK\u0003\u0004 this is no zip')]),
      );
      await fails(/broken\.xlsx/, 'import', broken, '--mapping', MAPPING, '--data', folder.path);
    });

    it('in a day', () => fails(/2021-02-30/, 'due', '--received', '2021-02-30', '--working-days', '3'));
    it('in an unknown rule', () => fails(/no such rule/, 'due', '--received', '2021-02-03', '--policy', 'none'));
  });
});
