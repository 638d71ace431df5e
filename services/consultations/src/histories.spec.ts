import { anyHistory } from '@sunlit/casework/testing';
import { consultationCommands, consultationPublicEvents } from '@sunlit/contracts';
import fc from 'fast-check';
import { consultations } from './consultations.js';
import { consultationEvents } from './domain/consultation.events.js';

const options = {
  service: 'consultations',
  kind: 'consultation',
  make: consultations,
  schemas: consultationEvents,
  publicSchemas: consultationPublicEvents,
};

it(
  'over any history, race and lost answer nothing is lost, done twice or told to the wrong reader',
  () =>
    fc.assert(
      anyHistory(options, (type) => Object.hasOwn(consultationCommands, type)),
      { numRuns: 40 },
    ),
  60_000,
);
