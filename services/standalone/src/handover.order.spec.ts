import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import { derivedId, type JsonObject } from '@sunlit/kernel';

const reviewer = { account: 'rev', role: 'reviewer' };
const dueAt = '2021-04-20T09:30:00.000Z';
const later = '2021-05-20T09:30:00.000Z';
const order = { dispatchedAt: '2021-04-12T01:00:00.000Z', kind: '咨询', dueAt };
const registration = {
  ...{ kind: 'consultation', category: 'bus.route', source: '12328', medium: 'phone', summary: '询问9路公交车' },
  ...{ externalNumber: 'BL-7', caller: { phone: '13800138000' }, accept: true, order },
};

type Step = readonly [type: string, data?: JsonObject, at?: string];

/** A consultation that came as an order, after these steps and handed over: both cases as the desks show them. */
const handedOverAfter = async (...steps: readonly Step[]) => {
  const office = officeAtWork([consultations, complaints]);
  const { stream } = await office.send('consultations', { type: 'RegisterCase', data: registration });
  for (const [type, data = {}, at] of steps) {
    if (at) office.at(at);
    await office.send('consultations', { stream, type, data, by: reviewer });
  }
  const data = { kind: 'complaint', reason: '实为投诉' };
  await office.send('consultations', { stream, type: 'HandOver', data, by: reviewer });
  const to = `complaint-${derivedId((await office.store.read(stream)).at(-1)!.id)}`;
  await office.settle();
  await office.settle();
  const seen = async (service: string, of: string) =>
    (await office.ask(service, 'case', { viewer: reviewer, stream: of })).case!;
  const queues = async (service: string) => {
    const names = ['order-to-sign', 'order-to-report', 'order-bounced'] as const;
    const { byQueue } = await office.ask(service, 'counts', { viewer: reviewer, today: '2021-05-10' });
    return names.filter((queue) => Number(byQueue[queue]) > 0);
  };
  const send = (type: string, more: JsonObject = {}) =>
    office.send('complaints', { stream: to, type, data: more, by: reviewer });
  return { office, stream, to, seen, queues, send };
};

const BOUNCED: readonly Step[] = [
  ['SignOrder'],
  ['AnswerAtFirstContact', { text: '已答复' }],
  ['ReportOrder', {}, '2021-04-13T02:00:00.000Z'],
  ['NoteReportBounced', { reason: '未答复诉求', dueAt: later }, '2021-05-10T02:00:00.000Z'],
];

describe('an order whose case is handed over goes on where it stood', () => {
  it('as it came, or signed for: nothing more is said', async () => {
    for (const steps of [[], [['SignOrder']]] as const) {
      const { office, to, queues } = await handedOverAfter(...steps);
      const types = (await office.store.read(to)).map(({ type }) => type);
      expect(types).not.toContain('OrderCarriedOver');
      expect(await queues('complaints')).toEqual(steps.length > 0 ? [] : ['order-to-sign']);
      expect(await queues('consultations')).toEqual([]);
    }
  });

  it('insisted on: no second return is asked', async () => {
    const ask: Step = ['ReturnOrder', { ground: 'not-ours' }];
    const { seen, to, send } = await handedOverAfter(['SignOrder'], ask, ['NoteOrderInsisted']);
    expect((await seen('complaints', to)).order).toMatchObject({ status: 'signed', insisted: true });
    await expect(send('ReturnOrder', { ground: 'not-ours' })).rejects.toThrow('OrderInsisted');
  });

  it('asked to be taken back: the platform may still insist', async () => {
    const { seen, to, send } = await handedOverAfter(['ReturnOrder', { ground: 'not-ours' }]);
    expect((await seen('complaints', to)).order).toMatchObject({ status: 'return-asked', returnGround: 'not-ours' });
    await send('NoteOrderInsisted');
  });

  it('with an extension asked for: the platform’s answer is taken there', async () => {
    const ask: Step = ['AskOrderExtension', { dueAt: later, reason: '需现场核查' }];
    const { office, seen, to, send } = await handedOverAfter(['SignOrder'], ask);
    expect((await seen('complaints', to)).order).toMatchObject({ dueAt, extension: { dueAt: later } });
    await expect(send('AskOrderExtension', { dueAt: later, reason: '再次申请' })).rejects.toThrow(
      'OrderExtensionPending',
    );
    await send('NoteOrderExtension', { granted: true });
    await office.settle();
    expect((await seen('complaints', to)).order).toMatchObject({ dueAt: later });
  });

  it('bounced: it waits among the bounced ones of its new service alone, due as the platform said, its clock begun with the bounce', async () => {
    const { office, seen, to, send, queues } = await handedOverAfter(...BOUNCED);
    const there = await seen('complaints', to);
    expect(there.order).toMatchObject({ status: 'bounced', bounces: 1, bounceReason: '未答复诉求', dueAt: later });
    expect((there.due?.on ?? '') > '2021-05-10').toBe(true);
    expect([await queues('consultations'), await queues('complaints')]).toEqual([[], ['order-bounced']]);
    await send('AskOrderExtension', { dueAt: '2021-06-01T09:30:00.000Z', reason: '需现场核查' });
    await send('WithdrawCase', { reason: '来电人撤回' });
    await office.settle();
    expect(await queues('complaints')).toEqual(['order-to-report']);
  });

  it('reported before it was taken up again: what the platform says of that report is taken there', async () => {
    const again: Step = ['ReopenCase', { reason: '来电人补充' }];
    const { seen, to, send } = await handedOverAfter(...BOUNCED.slice(0, 3), again);
    expect((await seen('complaints', to)).order).toMatchObject({ status: 'reported' });
    await send('RecordPlatformRating', { level: 2 });
    await expect(send('RecordPlatformRating', { level: 2 })).rejects.toThrow('AlreadyRated');
    await send('NoteReportTaken');
  });
});
