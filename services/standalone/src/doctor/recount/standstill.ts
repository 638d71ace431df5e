import { lastOf, type Step } from './case-file.js';

const TURNS = ['CaseSuspended', 'CaseResumed'];

const dayIn = ({ data }: Step): string => data['on'] as string;

/** Whether the clock of these steps of one round stood still at the end of the day: by the last turn on a day up to it. */
export const stoodStillOn = (steps: readonly Step[], day: string): boolean =>
  steps.findLast((step) => TURNS.includes(step.type) && dayIn(step) <= day)?.type === 'CaseSuspended';

/** The stretches from a day up to the day before another at whose days' ends the clock did not stand still. */
export const runningBetween = (
  steps: readonly Step[],
  from: string,
  until: string,
): readonly { readonly day: string; readonly until: string }[] => {
  const turns = steps
    .filter(({ type }) => TURNS.includes(type))
    .map(dayIn)
    .filter((day) => day > from && day < until);
  const days = [...new Set([from, ...turns])].sort();
  return days
    .map((day, at) => ({ day, until: days[at + 1] ?? until }))
    .filter(({ day }) => !stoodStillOn(steps, day))
    .filter((stretch) => stretch.day < stretch.until);
};

const ENDS_ASKING = [
  'SuspensionRefused',
  'CaseSuspended',
  'ReplyDelivered',
  'AnswerRecorded',
  'AnsweredAtFirstContact',
];

/** Whether an open case stands still, and whether that is asked for, by the steps of its round. */
export const suspensionFacts = (round: readonly Step[], open: boolean) => ({
  suspended: open && lastOf(round, ...TURNS)?.type === 'CaseSuspended',
  suspensionPending: open && lastOf(round, 'SuspensionAsked', ...ENDS_ASKING)?.type === 'SuspensionAsked',
});
