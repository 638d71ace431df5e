import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from './complaints.js';
import { handler, operator, registration, reviewer } from './complaints.scenes.js';

describe('the complaints service', () => {
  it('takes a complaint from the call to the end', async () => {
    const office = officeAtWork([complaints]);
    const send = (type: string, data: object = {}, by = operator as object) =>
      office.send('complaints', { stream, type, data: data as never, by: by as never });
    const { stream, number, queryCode } = await office.send('complaints', { type: 'RegisterCase', data: registration });
    expect(number).toBe('TS-2021-000001');
    expect(queryCode).toMatch(/^[0-9A-Z]{8}$/);
    await send('AssignCase', { unit: 'buses' });
    await send('SignAssignment', {}, handler);
    await send('DraftReply', { text: '已责令整改并向您致歉' }, handler);
    await send('ApproveReply', {}, reviewer);
    await send('DeliverReply', { how: 'phone' });
    await office.settle();
    const queue = await office.ask('complaints', 'counts', { viewer: operator, today: '2021-04-12' });
    expect(queue.byQueue).toMatchObject({ 'follow-up': 1, open: 0 });
    await expect(send('CloseCase')).rejects.toThrow('FollowUpFirst');
    await send('AttemptFollowUp', { outcome: 'reached', level: 5, comment: { text: '谢谢' } });
    await send('CloseCase');
    await office.settle();

    const { case: seen } = await office.ask('complaints', 'case', { viewer: operator, stream });
    expect(seen).toMatchObject({
      status: 'closed',
      level: 5,
      dueOn: '2021-04-28',
      caller: { state: 'open', name: '张三丰' },
      subject: { state: 'open', plate: '豫K12345' },
      comment: { state: 'open', text: '谢谢' },
    });
    const analyst = { account: 'a', role: 'analyst' };
    expect((await office.ask('complaints', 'case', { viewer: analyst, stream })).case?.caller).toEqual({
      state: 'withheld',
    });
    const found = await office.ask('complaints', 'cases', {
      viewer: operator,
      today: '2021-04-12',
      filter: { search: '整改' },
      page: { first: 10 },
    });
    expect(found.items).toHaveLength(1);
    const { items } = await office.ask('complaints', 'byPhone', { viewer: operator, phone: '+86 138-0013-8000' });
    expect(items.map((item) => item.stream)).toEqual([stream]);
    const { progress } = await office.ask('complaints', 'progress', { number: number!, queryCode: queryCode! });
    expect(progress).toMatchObject({ status: 'closed', reply: '已责令整改并向您致歉' });
  });
});
