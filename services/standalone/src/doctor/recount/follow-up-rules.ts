import { lastOf, type Step } from './case-file.js';
import type { Counted, FigureRule } from './figure-rules.js';
import type { Matter, Round } from './matter.js';

type DayOf = (instant: string) => string;

const SHOWN = ['selected', 'contactable', 'attempted', 'reached', 'rated', 'positive'];

const isComplaint = (matter: Matter): boolean => matter.class === 'grievance';

/** By whom the round was chosen: the last word said of it; without one, everybody was called. */
const chosen = ({ steps }: Round): unknown => {
  const said = lastOf(steps, 'FollowUpSelected', 'FollowUpPassedOver');
  if (!said) return 'rule';
  return said.type === 'FollowUpPassedOver' ? 'nobody' : said.data['by'];
};

/** Whether the rating is set aside now: the last word said of its round, in whatever round it was said. */
const isAside = ({ rounds }: Matter, rating: Step): boolean => {
  const words = rounds
    .flatMap(({ steps }) => steps)
    .filter(({ type, data }) => type.startsWith('Rating') && data['round'] === rating.data['round']);
  return lastOf(words, 'RatingSetAside', 'RatingRestored')?.type === 'RatingSetAside';
};

/** How a figure reads a matter: which of its rounds, and whether ratings set aside are read. */
interface Reading {
  readonly name: string;
  /** The lowest level that is positive. */
  readonly level: number;
  readonly rounds: (matter: Matter) => readonly Round[];
  readonly aside?: boolean;
}

const ruled = ({ rounds }: Matter): readonly Round[] => rounds.filter((round) => chosen(round) === 'rule');
const picked = ({ rounds }: Matter): readonly Round[] => rounds.filter((round) => chosen(round) === 'hand');

const wasRated = ({ steps }: Round): boolean => steps.some(({ type }) => type === 'FollowUpRated');

/** The round's last rating, unless it is set aside and those are left out. */
const ratingOf = (matter: Matter, { steps }: Round, aside: boolean): Step | undefined => {
  const last = lastOf(steps, 'FollowUpRated');
  return last && (aside || !isAside(matter, last)) ? last : undefined;
};

/** How a round was followed up: the steps that say so. */
const followed = (matter: Matter, round: Round, aside: boolean) => {
  const attempts = round.steps.filter(({ type }) => type === 'FollowUpAttempted');
  const rating = ratingOf(matter, round, aside);
  const called = attempts.find(({ data }) => data['outcome'] === 'reached');
  return { rating, reached: rating ?? called, tried: rating ?? called ?? attempts[0] };
};

const wasTried = ({ answer, steps }: Round): boolean =>
  !!answer || steps.some(({ type }) => type === 'FollowUpAttempted');

/** The last round that was rated, whatever became of the rating; else the last that was answered or called about. */
const readRound = (rounds: readonly Round[]): Round | undefined =>
  rounds.findLast(wasRated) ?? rounds.findLast(wasTried);

const countedIn =
  (dayOf: DayOf, { level, rounds, aside = false }: Reading) =>
  (matter: Matter): readonly Counted[] => {
    const round = readRound(isComplaint(matter) ? rounds(matter) : []);
    if (!round) return [];
    const { rating, reached, tried } = followed(matter, round, aside);
    const when = tried ?? (matter.history ? undefined : round.answer);
    if (!when) return [];
    const positive = rating !== undefined && Number(rating.data['level']) >= level;
    const holds = [true, matter.contactable || !!tried, !!tried, !!reached, !!rating, positive, !!rating, positive];
    return [{ day: dayOf(when.at), in: [...SHOWN, 'value', 'part'].filter((_, at) => holds[at]) }];
  };

const SAID: Readonly<Record<string, string>> = { yes: 'solved', partly: 'partly', no: 'unsolved' };

const solvedIn =
  (dayOf: DayOf) =>
  (matter: Matter): readonly Counted[] => {
    const round = isComplaint(matter) ? ruled(matter).findLast(wasRated) : undefined;
    const rating = round && ratingOf(matter, round, false);
    if (!rating) return [];
    const said = SAID[String(lastOf(round.steps, 'FollowUpSolved')?.data['solved'])] ?? 'unasked';
    const part = said === 'solved' ? ['part'] : [];
    return [{ day: dayOf(rating.at), in: ['value', 'rated', said, ...part] }];
  };

const receivedBy =
  (dayOf: DayOf, by: string) =>
  ({ steps }: Matter): readonly Counted[] => {
    const rating = steps.findLast(({ type, data }) => type === 'RatingReceived' && data['by'] === by);
    if (!rating) return [];
    const part = Number(rating.data['level']) >= 3 ? ['part'] : [];
    return [{ day: dayOf(rating.at), in: ['value', ...part] }];
  };

const OBJECTS = ['line', 'station', 'road', 'company', 'project'];

const objectsOf = ({ steps, cameOn }: Matter): readonly Counted[] => {
  const coded = (lastOf(steps, 'AttributesGiven')?.data['coded'] ?? {}) as Readonly<Record<string, string>>;
  return OBJECTS.filter((kind) => coded[kind] !== undefined).map(() => ({ day: cameOn, in: ['value'] }));
};

/** The figures of follow-up, of ratings nobody was called for, and of the objects matters name, said anew (domain §2.6). */
export const followUpFigures = (dayOf: DayOf): readonly FigureRule[] => {
  const rated = (reading: Reading): FigureRule => ({
    name: reading.name,
    shows: 'ratio',
    beside: SHOWN,
    counts: countedIn(dayOf, reading),
  });
  const ratio = (name: string, counts: FigureRule['counts'], beside: readonly string[] = []): FigureRule => ({
    ...{ name, shows: 'ratio', beside, counts },
  });
  const first = (matter: Matter): readonly Round[] =>
    matter.rounds.slice(0, 1).filter((round) => chosen(round) === 'rule');
  return [
    rated({ name: 'followup.satisfaction.v1', level: 3, rounds: ruled }),
    rated({ name: 'followup.strict.v1', level: 4, rounds: ruled }),
    rated({ name: 'followup.first-round.v1', level: 3, rounds: first }),
    rated({ name: 'followup.with-set-aside.v1', level: 3, rounds: ruled, aside: true }),
    rated({ name: 'followup.hand-picked.v1', level: 3, rounds: picked }),
    ratio('followup.solved-share.v1', solvedIn(dayOf), ['rated', 'solved', 'partly', 'unsolved', 'unasked']),
    ratio('ratings.message.v1', receivedBy(dayOf, 'message')),
    ratio('ratings.device.v1', receivedBy(dayOf, 'device')),
    { name: 'matters.objects.v1', shows: 'count', beside: [], counts: objectsOf },
  ];
};
