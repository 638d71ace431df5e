import type { Composed } from './composed.js';

const OPERATOR = { account: 'op', role: 'operator' };
const REVIEWER = { account: 'r', role: 'reviewer' };
const DAY = 86_400_000;

/**
 * One order of a platform to its end: assisted, extended, reported, bounced, reported again, rated to the office and to the platform; one that is declined as answered by it; one that
 * the platform takes back and sends again. Gives the stream of the first.
 */
export const everyTurnOfAnOrder = async (office: Composed, number: string): Promise<string> => {
  const iso = (days: number): string => new Date(office.now() + days * DAY).toISOString();
  const order = { dispatchedAt: iso(0), kind: '投诉举报', dueAt: iso(9) };
  const data = { kind: 'complaint', category: 'taxi', source: '12328', medium: 'phone', summary: '出租车绕行' };
  const register = (more: object) => office.send('complaints', { type: 'RegisterCase', data: { ...data, ...more } });
  const { stream } = await register({ externalNumber: number, order });
  const send = (type: string, sent: object = {}, by = OPERATOR, to = stream) =>
    office.send('complaints', { stream: to, type, data: sent, by });
  const answered = async (): Promise<void> => {
    await send('DraftReply', { text: '已约谈' });
    await send('ApproveReply', {}, REVIEWER);
    await send('DeliverReply', { how: 'phone' });
    await send('ReportOrder');
  };
  await send('SignOrder');
  await send('AssignCase', { unit: 'buses' });
  await send('GiveTask', { unit: 'transit' });
  await send('SignTask', { unit: 'transit' });
  await send('FinishTask', { unit: 'transit', text: '已查明' });
  await send('AskOrderExtension', { dueAt: iso(20), reason: '需现场核查' });
  await send('NoteOrderExtension', { granted: true }, REVIEWER);
  await answered();
  await send('NoteReportBounced', { reason: '未答复诉求' });
  await answered();
  await send('AttemptFollowUp', { outcome: 'reached', level: 2 });
  await send('SetRatingAside', { ground: 'mistaken' }, REVIEWER);
  await send('RestoreRating', { reason: '复核' }, REVIEWER);
  await send('NoteReportTaken');
  await send('RecordPlatformRating', { level: 4, solved: 'yes' });
  const again = await register({ accept: false });
  await send('DeclineAsAnswered', { answered: stream }, REVIEWER, again.stream);
  const back = await register({ externalNumber: `${number}-2`, order });
  for (const [type, sent] of [
    ['ReturnOrder', { ground: 'not-ours' }],
    ['NoteOrderTakenBack', {}],
    ['NoteOrderSentAgain', order],
  ] as const)
    await send(type, sent, OPERATOR, back.stream);
  return stream;
};
