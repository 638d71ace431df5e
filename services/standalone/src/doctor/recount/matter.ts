import type { Office } from '@sunlit/platform';
import { AGAIN, ANSWERS, cameAtOf, detailOf, statusOf } from './desk-facts.js';
import { DEADLINES, lastOf, type Step } from './case-file.js';
import { wantedBy, type Stretch } from './order-facts.js';

/** From acceptance, reopening or redoing up to the next of these. */
export interface Round {
  readonly openedOn: string;
  /** The last day of its deadline, as it stands. */
  readonly dueOn?: string | undefined;
  /** The instant, of a limit in office hours or of the same day. */
  readonly dueAt?: string | undefined;
  /** The answer the person got, or their withdrawal: whichever ended the round. */
  readonly answer?: Step | undefined;
  readonly endedOn?: string | undefined;
  readonly steps: readonly Step[];
}

/** What figures count once: an accepted case that was not declined, voided, taken back or handed over since. */
export interface Matter {
  readonly stream: string;
  readonly kind: string;
  readonly class: string;
  readonly medium: string;
  readonly cameOn: string;
  readonly accepted: Step;
  readonly rounds: readonly Round[];
  readonly contactable: boolean;
  /** All of them, from registration on. */
  readonly steps: readonly Step[];
  readonly history: boolean;
  readonly withdrawn: boolean;
  /** A duplicate of the same person, answered by another case. */
  readonly joined: boolean;
}

type DayOf = (instant: string) => string;

const endsIt = ({ type }: Step): boolean => type === 'CaseWithdrawn' || ANSWERS.includes(type);

/** When the platform says whose order it is, else when the office's own rule says. */
const dueOf = (steps: readonly Step[], wanted: string | undefined, dayOf: DayOf): Pick<Round, 'dueOn' | 'dueAt'> => {
  if (wanted !== undefined) return { dueOn: dayOf(wanted), dueAt: wanted };
  const { on, at } = lastOf(steps, ...DEADLINES)?.data ?? {};
  return { dueOn: on as string | undefined, dueAt: at as string | undefined };
};

const roundOf = (steps: readonly Step[], wanted: string | undefined, dayOf: DayOf): Round => {
  const end = steps.find(endsIt);
  return {
    openedOn: dayOf(steps[0]!.at),
    ...dueOf(steps, wanted, dayOf),
    answer: end?.type === 'CaseWithdrawn' ? undefined : end,
    endedOn: end && dayOf(end.at),
    steps,
  };
};

const roundsOf = (steps: readonly Step[], accepted: number, dayOf: DayOf): readonly Round[] => {
  const starts = steps.flatMap(({ type }, at) =>
    at === accepted || (at > accepted && AGAIN.includes(type)) ? [at] : [],
  );
  const stretches = starts.map((start, index): Stretch => {
    const next = starts[index + 1] ?? steps.length;
    const end = steps.slice(start, next).findIndex(endsIt);
    return { start, next, end: end < 0 ? undefined : start + end };
  });
  return stretches.map((one, index) =>
    roundOf(steps.slice(one.start, one.next), wantedBy(steps, one, stretches[index - 1]), dayOf),
  );
};

/** The rounds, the last of them ended by the case being joined into another, for as long as it is. */
const endedBy = (joined: Step | undefined, rounds: readonly Round[], dayOf: DayOf): readonly Round[] =>
  joined ? rounds.map((round) => (round.endedOn ? round : { ...round, endedOn: dayOf(joined.at) })) : rounds;

/** The matter that a case is; null where it counts nowhere (not accepted, declined, voided, taken back, handed over). */
export const matterOf = (
  stream: string,
  steps: readonly Step[],
  { office, dayOf }: { office: Office; dayOf: DayOf },
): Matter | null => {
  const accepted = steps.findIndex(({ type }) => type === 'CaseAccepted');
  const status = statusOf(steps)!;
  if (accepted < 0 || ['declined', 'voided', 'handed-over', 'taken-back'].includes(status)) return null;
  const kind = detailOf(steps, 'kind') as string;
  return {
    stream,
    kind,
    class: office.kinds.find(({ code }) => code === kind)?.reportClass ?? 'none',
    medium: detailOf(steps, 'medium') as string,
    cameOn: dayOf(cameAtOf(steps)),
    accepted: steps[accepted]!,
    rounds: endedBy(
      status === 'joined' ? lastOf(steps, 'CaseJoined') : undefined,
      roundsOf(steps, accepted, dayOf),
      dayOf,
    ),
    contactable:
      steps.findLast(({ type, data }) => data['contactable'] !== undefined || type === 'FollowUpNumberMissing')?.data[
        'contactable'
      ] === true,
    steps,
    history: steps[0]!.data['history'] === true,
    withdrawn: status === 'withdrawn',
    joined: status === 'joined',
  };
};
