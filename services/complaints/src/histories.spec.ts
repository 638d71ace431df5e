import { anyHistory } from '@sunlit/casework/testing';
import { complaintCommands, complaintPublicEvents } from '@sunlit/contracts';
import fc from 'fast-check';
import { complaints } from './complaints.js';
import { complaintEvents } from './domain/complaint.events.js';

const options = {
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
      { numRuns: 40 },
    ),
  60_000,
);
