import { dayIn, lastOf, type Found, type Read } from './recount.js';

/** Who said whether the round is followed up; nobody: everybody was. */
const chosenBy = ({ own }: Read['rounds'][number]): unknown =>
  own
    .filter(({ type }) => type.startsWith('FollowUp'))
    .map(({ type, data }) => (type === 'FollowUpPassedOver' ? 'nobody' : data['by']))
    .findLast((by) => by !== undefined) ?? 'rule';

/** The last rating of rounds chosen so, if it stands: none before it takes its place. Every one stands where those set aside do too. */
const ratingIn = (one: Read, rounds: Read['rounds'], { by = 'rule', aside = false } = {}) => {
  const rating = rounds
    .filter((round) => chosenBy(round) === by)
    .flatMap(({ own }) => own.filter(({ type }) => type === 'FollowUpRated'))
    .at(-1);
  const turns = one.events.filter(
    ({ type, data }) => type.startsWith('Rating') && data['round'] === rating?.data['round'],
  );
  const stands = aside || lastOf(turns, 'RatingSetAside', 'RatingRestored')?.type !== 'RatingSetAside';
  return stands ? rating : undefined;
};

const ratedBy = (one: Read, rounds: Read['rounds'], from: number, which = {}): Found => {
  const rating = ratingIn(one, rounds, which);
  if (one.told.class !== 'grievance' || !rating) return [];
  const counted = (rating.data as unknown as { level: number }).level >= from;
  return [{ id: rating.id, day: dayIn(rating.time), counted, told: one.told }];
};

const solved = (one: Read): Found => {
  const rating = ratingIn(one, one.rounds);
  if (one.told.class !== 'grievance' || !rating) return [];
  const said = one.rounds
    .find(({ own }) => own.includes(rating))!
    .own.findLast(({ type }) => type === 'FollowUpSolved');
  return [{ id: rating.id, day: dayIn(rating.time), counted: said?.data['solved'] === 'yes', told: one.told }];
};

const receivedBy =
  (by: string) =>
  ({ events, told }: Read): Found => {
    const last = events.findLast(({ type, data }) => type === 'RatingReceived' && data['by'] === by);
    if (!last) return [];
    return [{ id: last.id, day: dayIn(last.time), counted: Number(last.data['level']) >= 3, told }];
  };

const named = ({ events, told, came }: Read): Found => {
  const last = lastOf(events, 'AttributesGiven');
  const { coded = {} } = (last?.data ?? {}) as { coded?: Record<string, string> };
  return ['line', 'station', 'road', 'company', 'project']
    .filter((kind) => coded[kind])
    .map((kind) => ({ id: last!.id, day: came, counted: true, told: { ...told, object: `${kind}:${coded[kind]}` } }));
};

/** What figures of ratings and of objects count, by a plain reading of their definitions. */
export const FOLLOWED_UP: Readonly<Record<string, (one: Read) => Found>> = {
  'followup.satisfaction.v1': (one) => ratedBy(one, one.rounds, 3),
  'followup.strict.v1': (one) => ratedBy(one, one.rounds, 4),
  'followup.first-round.v1': (one) => ratedBy(one, one.rounds.slice(0, 1), 3),
  'followup.with-set-aside.v1': (one) => ratedBy(one, one.rounds, 3, { aside: true }),
  'followup.hand-picked.v1': (one) => ratedBy(one, one.rounds, 3, { by: 'hand' }),
  'followup.solved-share.v1': solved,
  'ratings.message.v1': receivedBy('message'),
  'ratings.device.v1': receivedBy('device'),
  'matters.objects.v1': named,
};
