import type { Office } from '@sunlit/platform';
import { AGAIN, ANSWERS, cameAtOf, detailOf, statusOf } from './desk-facts.js';
import { lastOf, type Step } from './case-file.js';

/** From acceptance, reopening or redoing up to the next of these. */
export interface Round {
  readonly openedOn: string;
  /** The last day of its deadline, as it stands. */
  readonly dueOn?: string | undefined;
  /** The answer the person got, or their withdrawal: whichever ended the round. */
  readonly answer?: Step | undefined;
  readonly endedOn?: string | undefined;
  readonly steps: readonly Step[];
}

/** What figures count once: an accepted case that was not declined, voided or handed over since. */
export interface Matter {
  readonly stream: string;
  readonly kind: string;
  readonly class: string;
  readonly medium: string;
  readonly cameOn: string;
  readonly accepted: Step;
  readonly rounds: readonly Round[];
  readonly contactable: boolean;
  readonly history: boolean;
  readonly withdrawn: boolean;
}

type DayOf = (instant: string) => string;

const roundOf = (steps: readonly Step[], dayOf: DayOf): Round => {
  const end = steps.find(({ type }) => type === 'CaseWithdrawn' || ANSWERS.includes(type));
  return {
    openedOn: dayOf(steps[0]!.at),
    dueOn: lastOf(steps, 'DeadlineSet')?.data['on'] as string | undefined,
    answer: end?.type === 'CaseWithdrawn' ? undefined : end,
    endedOn: end && dayOf(end.at),
    steps,
  };
};

const roundsOf = (steps: readonly Step[], dayOf: DayOf): readonly Round[] => {
  const starts = steps.flatMap(({ type }, at) => (at === 0 || AGAIN.includes(type) ? [at] : []));
  return starts.map((start, index) => roundOf(steps.slice(start, starts[index + 1]), dayOf));
};

/** The matter that a case is; null where it counts nowhere (not accepted, declined, voided, handed over). */
export const matterOf = (
  stream: string,
  steps: readonly Step[],
  { office, dayOf }: { office: Office; dayOf: DayOf },
): Matter | null => {
  const accepted = steps.findIndex(({ type }) => type === 'CaseAccepted');
  const status = statusOf(steps)!;
  if (accepted < 0 || ['declined', 'voided', 'handed-over'].includes(status)) return null;
  const kind = detailOf(steps, 'kind') as string;
  return {
    stream,
    kind,
    class: office.kinds.find(({ code }) => code === kind)?.reportClass ?? 'none',
    medium: detailOf(steps, 'medium') as string,
    cameOn: dayOf(cameAtOf(steps)),
    accepted: steps[accepted]!,
    rounds: roundsOf(steps.slice(accepted), dayOf),
    contactable: steps.findLast(({ data }) => data['contactable'] !== undefined)?.data['contactable'] === true,
    history: steps[0]!.data['history'] === true,
    withdrawn: status === 'withdrawn',
  };
};
