import type { StoredEvent } from '@sunlit/kernel';
import { momentOf, without, type CaseState } from './case.state.js';

/** What is known of the follow-up of one round. */
const OF_THE_ROUND = ['followUp', 'calledOn', 'concluded', 'solved', 'ratedBy'] as const;

/**
 * The state in which a case is handled once more: by the same unit if it had one. The lead begins with it as it stands: what it had passed
 * down, and the tasks of others, were of the round before.
 */
export const newRound = (
  now: CaseState,
  event: Pick<StoredEvent, 'meta'> & { readonly data: { readonly round: number } },
): CaseState => {
  const again = without(
    now,
    'due',
    'extension',
    'warned',
    'reminded',
    'supervised',
    'reply',
    'suspended',
    'suspensionAsked',
    'passedTo',
    ...OF_THE_ROUND,
  );
  const status = now.unit ? 'assigned' : now.accepted ? 'accepted' : 'registered';
  const since = momentOf(event);
  const { round } = event.data;
  return {
    ...again,
    status,
    since,
    clockFrom: since,
    round,
    granted: [],
    pauses: [],
    tasks: {},
    attempts: 0,
    rated: false,
  };
};
