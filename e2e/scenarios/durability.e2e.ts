import { signIn } from '../harness/graphql.js';
import { aCall, aComplaint, done, theCase } from '../harness/matters.js';
import { openOffice, STARTING, PASSWORD, type OpenOffice } from '../harness/office.js';
import { holding, serving, sunlit, sunlitJson } from '../harness/program.js';

describe('what was acknowledged', () => {
  let office: OpenOffice;
  beforeEach(async () => (office = await openOffice()), STARTING);
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
    const examined = await sunlitJson<{ asOf: string | null }>('doctor', '--data', office.data);
    expect(examined).toMatchObject({ code: 0, ok: true, findings: [], asOf: expect.any(String) });
    expect(await again.stop()).toBe(0);
    const { out, code } = await sunlit('events', '--data', office.data);
    expect(code).toBe(0);
    for (const id of acknowledged) expect(out).toContain(id);
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
    const found = `query B($phone: String!) { callerCases(phone: $phone, purpose: "来电核对") { number } }`;
    const byPhone = async () => (await operator.ask(found, { phone: '139-0000-9876' })).callerCases;
    while ((await byPhone()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await byPhone()).toEqual([{ number }]);
    for (const text of [canary.name, canary.phone]) expect(await holding(office.data, text)).toEqual([]);
    expect(await holding(office.data, number)).not.toEqual([]);

    const erased = await done(reviewer.command('erasePersonalData', { case: id }));
    while ((await byPhone()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await theCase(operator, id, erased.token)).toMatchObject({
      caller: { state: 'ERASED', name: null },
      subject: { state: 'ERASED' },
    });
    await office.server.stop();
    expect((await sunlit('rebuild', 'complaint-desk.v2', '--data', office.data)).code).toBe(0);
    expect((await sunlit('doctor', '--data', office.data)).code).toBe(0);
  });
});
