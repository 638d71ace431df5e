import { SUMMARY_OF_SECRET } from '@sunlit/contracts';
import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from './complaints.js';
import { handler, operator, register, reviewer } from './complaints.scenes.js';

const analyst = { account: 'an', role: 'analyst' };
const everybody = { account: 'p', role: 'public' };
const SUMMARY = '本站职工反映站长倒卖车票';
const TEXT = '反映某站倒卖车票';

const reported = async (data: object = {}) => {
  const office = officeAtWork([complaints]);
  const { stream, number, queryCode } = await register(office, {
    kind: 'report',
    summary: SUMMARY,
    attributes: { line: 'bus-5' },
    ...data,
  });
  const send = (type: string, given: object = {}, by: object = operator) =>
    office.send('complaints', { stream, type, data: given as never, by: by as typeof operator });
  await send('WriteTextForUnits', { text: TEXT });
  await send('AddContact', { source: '12328', medium: 'phone', purpose: 'new-facts', note: '本人是该站员工' });
  await send('CorrectDetails', { changes: { summary: `${SUMMARY}。` }, reason: '据本人所述补充' });
  await send('AssignCase', { unit: 'buses' });
  await office.settle();
  const see = async (viewer: object) =>
    (await office.ask('complaints', 'case', { viewer: viewer as typeof operator, stream })).case!;
  const steps = async (viewer?: object) =>
    (await office.ask('complaints', 'timeline', { stream, ...(viewer && { viewer: viewer as typeof operator }) }))
      .entries;
  const found = async (viewer: object, search: string) =>
    (
      await office.ask('complaints', 'cases', {
        viewer: viewer as typeof operator,
        today: '2021-04-12',
        filter: { search },
        page: { first: 10 },
      })
    ).items;
  return { office, stream, number: number!, queryCode: queryCode!, send, see, steps, found };
};

const GIVES_AWAY = /职工|站长|员工|本人所述/;

describe('a unit, and whoever else takes down no words of the person', () => {
  it.each([handler, analyst, everybody])('read the text for units in place of the summary ($role)', async (viewer) => {
    const { see, found, steps } = await reported();
    const seen = await see(viewer);
    expect(seen.summary).toBe(TEXT);
    expect(JSON.stringify(seen)).not.toMatch(GIVES_AWAY);
    expect(await found(viewer, '站长')).toEqual([]);
    const [listed] = await found(viewer, '倒卖');
    expect(listed!.summary).toBe(TEXT);
    expect(JSON.stringify(await steps(viewer))).not.toMatch(GIVES_AWAY);
  });
  it('are told that there is none as long as nobody wrote it', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    await office.send('complaints', { stream, type: 'AssignCase', data: { unit: 'buses' }, by: operator });
    await office.send('complaints', { stream, type: 'GiveSecrecy', by: operator });
    await office.settle();
    const { case: seen } = await office.ask('complaints', 'case', { viewer: handler, stream });
    expect(seen!.summary).toBe(SUMMARY_OF_SECRET);
  });
  it('read it again once the secrecy is lifted', async () => {
    const { office, send, see, found } = await reported();
    await send('LiftSecrecy', { reason: '本人同意' }, reviewer);
    await office.settle();
    expect((await see(handler)).summary).toBe(`${SUMMARY}。`);
    expect(await found(handler, '站长')).toHaveLength(1);
  });
});

describe('a secret case otherwise', () => {
  it('is read as it was taken down by operators and by whom the profile names', async () => {
    const { see, steps } = await reported();
    for (const viewer of [operator, reviewer]) {
      expect((await see(viewer)).summary).toBe(`${SUMMARY}。`);
      expect(JSON.stringify(await steps(viewer))).toContain('员工');
    }
  });
  it('says nothing of its person in a cluster, to whoever looks for it', async () => {
    const { office, stream } = await reported();
    const { items } = await office.ask('complaints', 'namedObjects', { viewer: analyst, cameFrom: '2021-04-01' });
    expect(items).toEqual([expect.objectContaining({ stream, name: 'bus-5' })]);
    expect(JSON.stringify(items)).not.toMatch(GIVES_AWAY);
  });
  it('tells its progress to whoever has the code, without a word of what was said', async () => {
    const { office, number, queryCode } = await reported();
    const told = await office.ask('complaints', 'progress', { number, queryCode });
    expect(JSON.stringify(told)).not.toMatch(/职工|站长|员工|张三丰|13800138000/);
  });
});

describe('a number or identity in the id of a call', () => {
  it.each(['13800138000', '411002199003074517'])('is refused (%s), wherever the call stands', async (callId) => {
    const office = officeAtWork([complaints]);
    await expect(register(office, { contact: { callId } })).rejects.toThrow('PersonalNumberInText');
    const { stream } = await register(office, { contact: { callId: '20210412-0001' } });
    const data = { source: '12328', medium: 'phone', purpose: 'chase-up', callId };
    await expect(office.send('complaints', { stream, type: 'AddContact', data })).rejects.toThrow(
      'PersonalNumberInText',
    );
  });
});

describe('a landline in the text for units', () => {
  it('is none of an office’s that stands there on purpose, but may be the reporter’s: refused; the office’s own line may stand', async () => {
    const { send } = await reported();
    await expect(send('WriteTextForUnits', { text: '请联系 0374-2334567' })).rejects.toThrow('PersonalNumberInText');
    await send('WriteTextForUnits', { text: '请联系 0374-2959600' });
  });
});
