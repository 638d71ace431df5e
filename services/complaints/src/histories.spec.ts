import { TURNS_OF_A_CASE, anyHistory, fixedRuns } from '@sunlit/casework/testing';
import { complaintCommands, complaintPublicEvents } from '@sunlit/contracts';
import type { StoredEvent } from '@sunlit/kernel';
import fc from 'fast-check';
import { complaints } from './complaints.js';
import { complaintEvents } from './domain/complaint.events.js';

const seen = new Set<string>();
const options = {
  onLog: (log: readonly StoredEvent[]) => log.forEach(({ type }) => seen.add(type)),
  service: 'complaints',
  kind: 'complaint',
  make: complaints,
  schemas: complaintEvents,
  publicSchemas: complaintPublicEvents,
};

it(
  'over any history, race and lost answer nothing is lost, done twice or told to the wrong reader',
  () =>
    fc.assert(
      anyHistory(options, (type) => Object.hasOwn(complaintCommands, type)),
      fixedRuns(20, process.env),
    ),
  120_000,
);

it('and they hold every turn', () => {
  expect(TURNS_OF_A_CASE.filter((type) => !seen.has(type))).toEqual([]);
});
