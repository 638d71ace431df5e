import { filled } from '../testing/filled.js';
import { story, type Said } from '../testing/story.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const said = (type: string, day: string, data: object = {}): Said => ({ type, at: `${day}T02:00:00.000Z`, data });

const answered = (round: number, day: string): readonly Said[] => [
  said('ReplyDelivered', day, { how: 'phone', round }),
  said('FollowUpAttempted', day, { outcome: 'reached', round }),
];
const rated = (round: number, level: number, day: string): readonly Said[] => [
  ...answered(round, day),
  said('FollowUpRated', day, { level, round }),
  said('FollowUpSolved', day, { round, solved: level > 2 ? 'yes' : 'no' }),
];
const aside = (round: number, day: string): Said => said('RatingSetAside', day, { round, ground: 'mistaken' });

const twice = [
  said('CaseRegistered', '2021-04-01', { kind: 'complaint', number: 'C1' }),
  said('CaseAccepted', '2021-04-01'),
  ...rated(1, 5, '2021-04-05'),
  said('CaseRedone', '2021-04-06', { round: 2 }),
  ...rated(2, 1, '2021-04-10'),
];
const asked = async (name: string, more: readonly Said[] = []) =>
  (await filled(story('complaint-1', ...twice, ...more))).figure({ name, ...YEAR });

describe('a rating set aside', () => {
  it('leaves its matter without one: an earlier round was asked about another answer', async () => {
    const [without, solved] = await Promise.all(
      ['followup.satisfaction.v1', 'followup.solved-share.v1'].map((name) => asked(name, [aside(2, '2021-04-12')])),
    );
    expect(without).toMatchObject({ numerator: 0, denominator: 0 });
    expect(without!.beside).toMatchObject({ selected: 1, attempted: 1, reached: 1, rated: 0, positive: 0 });
    expect(solved).toMatchObject({ numerator: 0, denominator: 0 });
  });
  it('counts where those set aside do, and the first round for itself', async () => {
    const more = [aside(2, '2021-04-12')];
    expect(await asked('followup.with-set-aside.v1', more)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(await asked('followup.first-round.v1', more)).toMatchObject({ numerator: 1, denominator: 1 });
  });
  it('counts again as it did when it is restored', async () => {
    const more = [aside(2, '2021-04-12'), said('RatingRestored', '2021-04-13', { round: 2 })];
    expect(await asked('followup.satisfaction.v1', more)).toEqual(
      expect.objectContaining({ numerator: 0, denominator: 1 }),
    );
  });
  it('of a round before the last rated one changes nothing', async () => {
    expect(await asked('followup.satisfaction.v1', [aside(1, '2021-04-12')])).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });
});
