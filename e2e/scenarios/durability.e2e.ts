import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../harness/graphql.js';
import { aCall, aComplaint, done, theCase } from '../harness/matters.js';
import { openOffice, PASSWORD, type OpenOffice } from '../harness/office.js';
import { serving, sunlit } from '../harness/program.js';

/** Whether any file of the folder holds the text, in UTF-8. */
const anywhere = (folder: string, text: string): boolean =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(Buffer.from(text)));

describe('what was acknowledged', () => {
  let office: OpenOffice;
  beforeEach(async () => (office = await openOffice()), 30_000);
  afterEach(() => office.close().catch(() => undefined));

  it('is there after a kill in the middle of the load, and the lists follow', async () => {
    const { operator } = office.people;
    const acknowledged: string[] = [];
    const send = async (n: number) => {
      const answer = await operator
        .command('registerConsultation', aCall({ summary: `询问班次 ${n}` }))
        .catch(() => null);
      if (answer?.case) acknowledged.push(answer.case);
    };
    const load = Array.from({ length: 300 }, (_, n) => send(n));
    while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 1));
    await office.server.kill();
    await Promise.all(load);
    const again = await serving(['serve', '--data', office.data]);
    expect(again.password).toBeNull();
    const clerk = await signIn(again.url, 'operator', PASSWORD);
    for (const id of acknowledged.slice(-5)) expect(await theCase(clerk, id)).toMatchObject({ status: 'ACCEPTED' });
    expect(await again.stop()).toBe(0);
    const { out, code } = await sunlit('events', '--data', office.data);
    expect(code).toBe(0);
    for (const id of acknowledged) expect(out).toContain(id);
    const examined = await sunlit('doctor', '--data', office.data);
    expect({ code: examined.code, out: examined.out }).toMatchObject({ code: 0 });
  });

  it('keeps personal data in boxes only, and loses it by erasure', async () => {
    const { operator, reviewer } = office.people;
    const canary = { name: '金丝雀甲', phone: '13900009876' };
    const {
      case: id,
      number,
      token,
    } = await done(operator.command('registerComplaint', aComplaint({ caller: canary })));
    await theCase(operator, id, token);
    const found = `query B($phone: String!) { callerCases(phone: $phone) { number } }`;
    const byPhone = async () => (await operator.ask(found, { phone: '139-0000-9876' })).callerCases;
    while ((await byPhone()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await byPhone()).toEqual([{ number }]);
    expect(anywhere(office.data, canary.name) || anywhere(office.data, canary.phone)).toBe(false);

    const erased = await done(reviewer.command('erasePersonalData', { case: id }));
    while ((await byPhone()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await theCase(operator, id, erased.token)).toMatchObject({
      caller: { state: 'ERASED', name: null },
      subject: { state: 'ERASED' },
    });
    await office.server.stop();
    expect((await sunlit('rebuild', 'complaint-desk.v1', '--data', office.data)).code).toBe(0);
    expect((await sunlit('doctor', '--data', office.data)).code).toBe(0);
  });

  it('is served by one process at a time', async () => {
    await expect(serving(['serve', '--data', office.data])).rejects.toThrow(/in use by another process/);
  });
});
