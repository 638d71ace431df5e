import { filled } from '../testing/filled.js';
import { dueOn, story, type Said } from '../testing/story.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const CAME = '2021-04-12T02:00:00.000Z';
const said = (type: string, at: string, data: object = {}): Said => ({ type, at, data });

const order = (...more: readonly Said[]) =>
  story(
    'complaint-1',
    said('CaseRegistered', CAME, { kind: 'complaint', number: 'C1', source: '12345' }),
    said('OrderReceived', CAME, {
      ...{ platform: '12345', number: 'GD-1', dispatchedAt: CAME },
      dueAt: '2021-04-14T04:00:00.000Z',
    }),
    said('CaseAccepted', CAME),
    said('DeadlineSet', CAME, { due: dueOn('2021-04-29'), because: 'accepted' }),
    ...more,
  );
const answered = (at: string, round = 1) => said('ReplyDelivered', at, { how: 'phone', round });
const later = said('ReplyDrafted', '2021-06-30T02:00:00.000Z', { round: 1 });

const shown = async (name: string, events: Parameters<typeof filled>[0], query: object = {}) => {
  const { value, numerator, denominator } = await (await filled(events)).figure({ name, ...YEAR, ...query });
  return denominator === undefined ? value : [numerator, denominator];
};
const onTime = (events: Parameters<typeof filled>[0], query: object = {}) =>
  shown('answers.on-time-share.v1', events, query);

describe('an order of a platform', () => {
  it('is due when the platform says, to the instant, not by the office’s own date', async () => {
    expect(await onTime(order(answered('2021-04-14T04:00:00.000Z'), later))).toEqual([1, 1]);
    const late = order(answered('2021-04-14T04:00:00.001Z'), later);
    expect(await onTime(late)).toEqual([0, 1]);
    expect(await onTime(late, { from: '2021-04-14', to: '2021-04-14' })).toEqual([0, 1]);
    expect(await onTime(late, { from: '2021-04-29', to: '2021-04-29' })).toEqual([0, 0]);
  });

  it('moves with what the platform grants, also where it decided after the answer', async () => {
    const granted = (at: string) => said('OrderExtensionGranted', at, { dueAt: '2021-04-20T04:00:00.000Z' });
    const before = order(granted('2021-04-13T02:00:00.000Z'), answered('2021-04-16T02:00:00.000Z'), later);
    const after = order(answered('2021-04-16T02:00:00.000Z'), granted('2021-04-17T02:00:00.000Z'), later);
    for (const events of [before, after]) {
      expect(await onTime(events)).toEqual([1, 1]);
      expect(await onTime(events, { from: '2021-04-20', to: '2021-04-20' })).toEqual([1, 1]);
    }
  });

  it('is overdue from the day after', async () => {
    const open = order(later);
    const overdue = (day: string) => shown('overdue.now.v1', open, { from: day, to: day });
    expect([await overdue('2021-04-14'), await overdue('2021-04-15')]).toEqual([0, 1]);
  });

  it('bounced is due again when the platform says, and by our own date where it does not', async () => {
    const again = (data: object) =>
      order(
        answered('2021-04-13T02:00:00.000Z'),
        said('OrderReported', '2021-04-13T03:00:00.000Z', { round: 1 }),
        said('OrderReportBounced', '2021-04-19T02:00:00.000Z', data),
        said('CaseReopened', '2021-04-19T02:00:00.000Z', { round: 2 }),
        said('DeadlineSet', '2021-04-19T02:00:00.000Z', { due: dueOn('2021-05-08'), because: 'reopened' }),
        answered('2021-05-07T02:00:00.000Z', 2),
        later,
      );
    expect(await onTime(again({ dueAt: '2021-04-21T04:00:00.000Z' }))).toEqual([1, 2]);
    expect(await onTime(again({}))).toEqual([2, 2]);
  });

  it('taken back is no accepted matter and in no share; sent again it is what it was', async () => {
    const taken = [
      said('OrderReturnAsked', '2021-04-13T02:00:00.000Z', { ground: 'not-ours' }),
      said('OrderTakenBack', '2021-04-14T02:00:00.000Z'),
    ];
    const sentAgain = said('OrderSentAgain', '2021-04-15T02:00:00.000Z', { dispatchedAt: '2021-04-15T01:00:00.000Z' });
    const accepted = (events: Parameters<typeof filled>[0]) => shown('hotline.accepted.v1', events);
    expect(await accepted(order(...taken))).toBe(0);
    expect(await onTime(order(...taken, later))).toEqual([0, 0]);
    expect(await accepted(order(...taken, sentAgain))).toBe(1);
  });

  it('is rated to the platform under its name: the last time counts, and the office’s own satisfaction knows nothing of it', async () => {
    const rated = (at: string, level: number) => said('PlatformRated', at, { platform: '12345', level });
    const events = order(
      answered('2021-04-13T02:00:00.000Z'),
      rated('2021-04-15T02:00:00.000Z', 2),
      rated('2021-04-20T02:00:00.000Z', 4),
    );
    expect(await shown('platform.satisfaction.v1', events)).toEqual([1, 1]);
    expect(await shown('platform.satisfaction.v1', events, { from: '2021-04-15', to: '2021-04-15' })).toEqual([0, 0]);
    expect(await shown('followup.satisfaction.v1', events)).toEqual([0, 0]);
    const { rows } = await (
      await filled(events)
    ).statistics({ figures: ['platform.satisfaction.v1'], ...YEAR, by: 'source' });
    expect(rows.map(({ by }) => by)).toEqual(['12345']);
  });
});
