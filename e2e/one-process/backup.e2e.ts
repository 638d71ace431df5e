import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { signIn, type Client, type Data } from '../harness/graphql.js';
import { filesHolding } from '../harness/holding.js';
import { aCall, aComplaint, done, handleToAnswer, theCase } from '../harness/matters.js';
import { openOffice, PASSWORD, STARTING, type OpenOffice } from '../harness/office.js';
import { fails } from '../harness/fails.js';
import { aFolder, serving, sunlit, sunlitJson } from '../harness/program.js';

const GONE = { name: '金丝雀甲', phone: '13900009876' };
const STAYS = { name: '黄鹂乙', phone: '13900004321' };
const YEARS = ['--from', '2021-01-01', '--to', '2036-12-31'];

const byPhone = async (as: Client, phone: string): Promise<Data[]> =>
  (await as.ask('query B($phone: String!) { callerCases(phone: $phone, purpose: "核对恢复") { number } }', { phone }))
    .callerCases;

// A bureau that loses its disk: what comes back is what was, but for whom it was to forget.
describe('a backup', () => {
  const place = aFolder();
  const [backup, again] = [join(place.path, 'backup'), join(place.path, 'again')];
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(async () => {
    await office.close().catch(() => undefined);
    await place.remove();
  });

  it(
    'made while calls come in and restored elsewhere with the newest register brings nobody back who was erased since',
    async () => {
      const { people, data } = office;
      const { operator } = people;
      const gone = await done(operator.command('registerComplaint', aComplaint({ caller: GONE })));
      const stays = await done(operator.command('registerComplaint', aComplaint({ caller: STAYS })));
      await handleToAnswer(people, stays.case);
      let calls = 0;
      let going = true;
      const calling = (async () => {
        for (; going; calls++)
          await done(operator.command('registerConsultation', aCall({ summary: `询问 ${calls}` })));
      })();
      while (calls < 20) await new Promise((resolve) => setImmediate(resolve));
      const made = await sunlitJson<{ events: number; keysFile: string }>('backup', backup, '--data', data);
      going = false;
      await calling;
      expect(made).toMatchObject({ code: 0, faults: [] });
      expect(existsSync(made.keysFile)).toBe(true);
      if (process.platform !== 'win32') expect(statSync(made.keysFile).mode & 0o077).toBe(0);

      const erased = await sunlitJson<{ found: Data[] }>('erase', '--phone', '139-0000-9876', '--yes', '--data', data);
      expect(erased).toMatchObject({ code: 0, erased: [{ number: gone.number, part: 'caller', erased: true }] });
      const register = join(place.path, 'erasures');
      expect(await sunlitJson('backup', '--register-only', register, '--data', data)).toMatchObject({ erasures: 1 });
      await office.server.stop();

      const from = ['restore', backup, '--data', again, '--master-key', join(data, 'master.key')];
      await fails(/--register FILE/, ...from);
      await fails(/is not empty/, 'restore', backup, '--data', data, '--register', register);
      const restored = await sunlitJson('restore', backup, ...from.slice(2), '--register', register);
      expect(restored).toMatchObject({
        ...{ code: 0, events: made.events, destroyed: 1 },
        unrecorded: [{ stream: gone.case, number: gone.number }],
      });

      const server = await serving(['serve', '--data', again]);
      const clerk = await signIn(server.url, 'operator', PASSWORD);
      while ((await byPhone(clerk, STAYS.phone)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await byPhone(clerk, GONE.phone)).toEqual([]);
      expect(await theCase(clerk, gone.case)).toMatchObject({
        number: gone.number,
        caller: { state: 'ERASED', name: null, phone: null },
        statement: { state: 'ERASED' },
        subject: { state: 'OPEN', plate: '豫K12345' },
      });
      expect(await theCase(clerk, stays.case)).toMatchObject({
        status: 'ANSWERED',
        caller: { state: 'OPEN', ...STAYS },
      });
      await server.stop();
      for (const text of [GONE.name, GONE.phone]) expect(filesHolding(place.path, text)).toEqual([]);
      expect((await sunlit('doctor', '--data', again)).code).toBe(0);

      // What an erasure takes is no part of any figure.
      const rows = async (folder: string) => {
        // Any command that may write folds first what is there.
        expect(await sunlitJson('erase', '--phone', '13000000000', '--data', folder)).toMatchObject({ found: [] });
        return (await sunlitJson<{ rows: Data[] }>('figures', ...YEARS, '--data', folder)).rows;
      };
      const unforgetful = join(place.path, 'unforgetful');
      await sunlitJson('restore', backup, '--data', unforgetful, ...from.slice(4), '--no-newer-register');
      const before = await rows(unforgetful);
      expect(before.length).toBeGreaterThan(10);
      expect(await rows(again)).toEqual(before);
    },
    STARTING,
  );

  it('is asked where nothing was said: lists and erases nothing, and exports what is held of a person', async () => {
    const listed = await sunlit('erase', '--phone', STAYS.phone, '--data', again);
    expect(listed.code).toBe(1);
    expect(listed.out).toMatch(/TS-\d{4}-\d+.*caller/);
    const out = join(place.path, 'own');
    const given = ['export', '--person', STAYS.phone, '--purpose', '本人查阅', '--out', out];
    expect(await sunlitJson(...given, '--data', again)).toMatchObject({
      code: 0,
      files: [`${out}.json`, `${out}.html`],
    });
    expect([...filesHolding(place.path, STAYS.name)].sort()).toEqual(['own.html', 'own.json']);
    expect((await sunlit('erase', '--phone', STAYS.phone, '--yes', '--data', again)).code).toBe(0);
    const { found } = await sunlitJson<{ found: Data[] }>('erase', '--phone', STAYS.phone, '--data', again);
    expect(found).toEqual([]);
  });
});
