import { officeAtWork } from '@sunlit/casework/testing';
import type { JsonObject } from '@sunlit/kernel';
import { complaints } from './complaints.js';
import {
  handler,
  importer,
  operator as viewer,
  register,
  registration,
  reviewer,
  type AtWork,
} from './complaints.scenes.js';

const answered = async (office: AtWork, instant: string): Promise<string> => {
  office.at(instant);
  const { stream } = await register(office);
  const send = (type: string, data: JsonObject, by: typeof viewer) =>
    office.send('complaints', { stream, type, data, by });
  await send('AssignCase', { unit: 'buses' }, viewer);
  await send('DraftReply', { text: '已整改' }, handler);
  await send('ApproveReply', {}, reviewer);
  await send('DeliverReply', { how: 'phone' }, viewer);
  return stream;
};

const queue = (office: AtWork, name: string, page: object = { first: 10 }) =>
  office.ask('complaints', 'cases', {
    viewer,
    today: '2021-04-12',
    filter: { queue: name as 'open' },
    page: page as { first: number },
  });

describe('the call-back queue', () => {
  it('says when each call is due, the profile’s working days after the answer, and is listed by it', async () => {
    const office = officeAtWork([complaints]);
    const friday = await answered(office, '2021-04-30T02:00:00.000Z');
    const monday = await answered(office, '2021-04-26T02:00:00.000Z');
    await office.settle();
    const { items } = await queue(office, 'follow-up', { first: 10, sort: 'followUpOn' });
    expect(items.map(({ stream, ...view }) => [stream, (view as unknown as JsonObject)['followUpOn']])).toEqual([
      [monday, '2021-04-27'],
      [friday, '2021-05-06'],
    ]);
  });

  it('has no day for what needs no call', async () => {
    const office = officeAtWork([complaints]);
    const stream = await answered(office, '2021-04-26T02:00:00.000Z');
    await office.send('complaints', { stream, type: 'AttemptFollowUp', data: { outcome: 'reached', level: 5 } });
    await office.settle();
    const { case: seen } = await office.ask('complaints', 'case', { viewer, stream });
    expect(seen).not.toHaveProperty('followUpOn');
    expect((await queue(office, 'follow-up')).items).toEqual([]);
  });
});

describe('a person erased', () => {
  it('is shown erased at once, while the keys still live, and the parts that were not are still shown', async () => {
    const office = officeAtWork([complaints]);
    const { stream, number, queryCode } = await register(office);
    await office.send('complaints', { stream, type: 'ErasePersonalData', data: { part: 'caller' } });
    const keysLive = { ...office.context.keys, destroy: async () => undefined };
    const reading = officeAtWork([complaints], { store: office.store, keys: keysLive });
    await reading.settle();
    const { case: seen } = await reading.ask('complaints', 'case', { viewer, stream });
    expect(seen).toMatchObject({
      caller: { state: 'erased' },
      statement: { state: 'erased' },
      subject: { state: 'open', plate: '豫K12345' },
    });
    const asked = { number: number!, queryCode: queryCode! };
    await expect(reading.ask('complaints', 'progress', asked)).rejects.toThrow('NoSuchCase');
    const [kept] = await reading.readStore.get('complaint-desk.v2', [stream]);
    expect(JSON.stringify([kept?.doc?.['caller'], kept?.doc?.['statement']])).not.toContain('A256GCM');
  });

  it('has no comment left', async () => {
    const office = officeAtWork([complaints]);
    const stream = await answered(office, '2021-04-26T02:00:00.000Z');
    const data = { outcome: 'reached', level: 5, comment: { text: '谢谢' } };
    await office.send('complaints', { stream, type: 'AttemptFollowUp', data });
    await office.send('complaints', { stream, type: 'ErasePersonalData', data: {} });
    await office.settle();
    const { case: seen } = await office.ask('complaints', 'case', { viewer, stream });
    expect(seen).toMatchObject({ comment: { state: 'erased' }, subject: { state: 'erased' } });
  });
});

describe('history without an outcome', () => {
  const past = async (office: AtWork) => {
    const { stream, number, queryCode } = await office.send('complaints', {
      type: 'RegisterCase',
      data: { ...registration, history: true },
      by: importer,
      occurredAt: { at: '2020-04-11T16:00:00.000Z', precision: 'day' },
    });
    return { stream, number: number!, queryCode: queryCode! };
  };

  it('waits in no queue: nobody knows whether it was answered', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await past(office);
    await office.settle();
    const { byQueue } = await office.ask('complaints', 'counts', { viewer, today: '2021-04-12' });
    expect(Object.values(byQueue).every((count) => count === 0)).toBe(true);
    await office.send('complaints', { stream, type: 'AssignCase', data: { unit: 'buses' } });
    await office.settle();
    expect((await queue(office, 'to-sign')).items).toHaveLength(1);
  });

  it('says so to the desk and to the citizen, until an outcome is known', async () => {
    const office = officeAtWork([complaints]);
    const { stream, ...asked } = await past(office);
    await office.settle();
    const { case: seen } = await office.ask('complaints', 'case', { viewer, stream });
    expect(seen).toMatchObject({ status: 'accepted', history: true, outcomeUnrecorded: true });
    const stepsOf = async () =>
      (await office.ask('complaints', 'progress', asked)).progress.steps.map(({ title }) => title.en);
    expect(await stepsOf()).toEqual(['Registered', 'Accepted', 'Imported history: outcome not recorded']);
    const answer = { stream, type: 'RecordAnswer', data: { text: '已答复' }, by: importer };
    await office.send('complaints', answer);
    await office.settle();
    expect(await stepsOf()).toEqual(['Registered', 'Accepted', 'Answer, as recorded in the past']);
  });
});

it('a complaint accepted after all is no longer shown as declined', async () => {
  const office = officeAtWork([complaints]);
  const { stream, number, queryCode } = await register(office, { accept: false });
  const progressAfter = async (type: string, data: JsonObject) => {
    await office.send('complaints', { stream, type, data });
    await office.settle();
    return (await office.ask('complaints', 'progress', { number: number!, queryCode: queryCode! })).progress;
  };
  const before = await progressAfter('DeclineCase', { ground: 'not-transport' });
  expect(before).toMatchObject({ status: 'declined', declinedGround: 'not-transport' });
  // Why, and where to go instead.
  expect(before.steps.at(-1)?.title).toEqual({
    zh: '不予受理:not-transport。12345',
    en: 'Declined: not-transport. 12345',
  });
  const after = await progressAfter('AcceptCase', {});
  expect(after).toMatchObject({ status: 'accepted', dueOn: '2021-04-28' });
  expect(after).not.toHaveProperty('declinedGround');
});
