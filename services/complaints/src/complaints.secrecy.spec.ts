import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from './complaints.js';
import { handler, operator, register, registration, reviewer } from './complaints.scenes.js';

const reported = async () => {
  const office = officeAtWork([complaints]);
  const { stream } = await register(office, { kind: 'report' });
  await office.send('complaints', { stream, type: 'WriteTextForUnits', data: { text: '反映9路越站' }, by: operator });
  await office.send('complaints', { stream, type: 'AssignCase', data: { unit: 'buses' }, by: operator });
  await office.settle();
  return { office, stream };
};

const opening = (stream: string, by: typeof reviewer, commandId: string) => ({
  stream,
  by,
  commandId,
  reason: '核实线索',
});

describe('the desk and a secret case', () => {
  it.each([operator, handler, reviewer])('shows $role the text for units, and nobody’s name', async (viewer) => {
    const { office, stream } = await reported();
    const { case: seen } = await office.ask('complaints', 'case', { viewer, stream });
    expect(seen).toMatchObject({
      secrecy: 'kind',
      textForUnits: '反映9路越站',
      caller: { state: 'withheld' },
      statement: { state: 'withheld' },
      subject: { state: 'withheld' },
    });
    expect(JSON.stringify(seen)).not.toMatch(/张三丰|13800138000|四十分钟/);
  });

  it('shows the others beside it as they are, in their order', async () => {
    const { office } = await reported();
    await register(office, { caller: { name: '李四' } });
    await office.settle();
    const { items } = await office.ask('complaints', 'cases', {
      viewer: operator,
      today: '2021-04-12',
      page: { first: 10, sort: 'registeredAt' },
    });
    expect(items.map(({ caller }) => caller.state)).toEqual(['withheld', 'open']);
  });

  it('opens the identity to whom the profile names, and records it before', async () => {
    const { office, stream } = await reported();
    const id = office.freshId();
    const identity = await office.ask('complaints', 'openIdentity', opening(stream, reviewer, id));
    expect(identity).toMatchObject({
      caller: { state: 'open', ...registration.caller },
      statement: { state: 'open', ...registration.statement },
      subject: { state: 'open', ...registration.subject },
    });
    expect((await office.store.read(stream)).at(-1)).toMatchObject({
      type: 'IdentityOpened',
      data: { reason: '核实线索' },
      meta: { by: reviewer },
    });
  });

  it('records every look, also one sent again, and allows it to nobody who has only the command', async () => {
    const { office, stream } = await reported();
    const again = opening(stream, reviewer, office.freshId());
    await office.ask('complaints', 'openIdentity', again);
    await office.ask('complaints', 'openIdentity', again);
    const opened = (await office.store.read(stream)).filter(({ type }) => type === 'IdentityOpened');
    expect(opened).toHaveLength(2);
    await expect(office.ask('complaints', 'openIdentity', { ...again, by: operator })).rejects.toThrow('NotAllowed');
  });

  it('refuses everybody else and opens nothing', async () => {
    const { office, stream } = await reported();
    const before = (await office.store.read(stream)).length;
    await expect(
      office.ask('complaints', 'openIdentity', opening(stream, operator, office.freshId())),
    ).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await office.store.read(stream)).toHaveLength(before);
  });

  it('does not say to whom else that a number belongs to it', async () => {
    const { office, stream } = await reported();
    const byPhone = async (viewer: typeof reviewer) =>
      (await office.ask('complaints', 'byPhone', { viewer, phone: registration.caller.phone })).items;
    expect(await byPhone(operator)).toEqual([]);
    expect(await byPhone(reviewer)).toMatchObject([{ stream, caller: { state: 'withheld' } }]);
  });

  it('tells an erased person from one kept secret', async () => {
    const { office, stream } = await reported();
    await office.send('complaints', { stream, type: 'ErasePersonalData', data: { part: 'caller' }, by: reviewer });
    const identity = await office.ask('complaints', 'openIdentity', opening(stream, reviewer, office.freshId()));
    expect(identity).toMatchObject({ caller: { state: 'erased' }, subject: { state: 'open' } });
  });

  it('shows everything again once the secrecy is lifted', async () => {
    const { office, stream } = await reported();
    await office.send('complaints', { stream, type: 'LiftSecrecy', data: { reason: '本人同意' }, by: reviewer });
    await office.settle();
    const { case: seen } = await office.ask('complaints', 'case', { viewer: handler, stream });
    expect(seen).toMatchObject({ caller: { state: 'open', name: '张三丰' } });
    expect(seen).not.toHaveProperty('textForUnits');
  });
});
