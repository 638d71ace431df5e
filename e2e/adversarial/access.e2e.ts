import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { accessTable } from './access.table.js';
import { attacked, type Attacked } from './attacked.js';
import { STARTING } from '../harness/office.js';

const TABLE = new URL('access.golden.tsv', import.meta.url);

/*
 * After a change to the schema or to who may do what:
 *   SUNLIT_ACCESS=write npm run jest -- e2e/adversarial/access
 * writes the table anew; read its difference line by line before keeping it.
 */
describe('who learns and does what', () => {
  let office: Attacked;
  beforeAll(async () => (office = await attacked({ SUNLIT_TRUST_PROXY: 'loopback' })), STARTING);
  afterAll(() => office.close());

  it(
    'is what the table says, every field and operation asked as everybody',
    async () => {
      const table = await accessTable(office);
      if (process.env['SUNLIT_ACCESS'] === 'write') writeFileSync(TABLE, table);
      const kept = existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '';
      expect(table.split('\n')).toEqual(kept.split('\n'));
    },
    2 * STARTING,
  );

  it('breaks nothing in the program', () => expect(office.written()).not.toMatch(/unexpected error/));
});
