import { join } from 'node:path';
import { goldenEvent, goldenFiles, readByCase, testRules } from '@sunlit/casework/testing';
import { consultationPublicEvents } from '@sunlit/contracts';
import { consultationPublic } from '../public-events.js';
import { consultationDesk } from '../read-models/consultation-desk.projection.js';
import { consultation } from './consultation.decider.js';
import { consultationEvents } from './consultation.events.js';

const rules = testRules('consultations');
const folder = join(import.meta.dirname, 'golden');

goldenFiles('consultations', {
  folder,
  schemas: consultationEvents,
  upcasts: {},
  // Nothing is handed over to consultations.
  never: [
    ...['origin', 'origin.stream', 'origin.event', 'origin.number'].map((field) => `CaseRegistered.${field}`),
    'OrderReceived.signedAt',
  ],
  read: readByCase({
    first: goldenEvent(folder, 'CaseRegistered'),
    evolve: consultation(rules).evolve,
    desk: consultationDesk(rules),
    publish: consultationPublic,
    publicSchemas: consultationPublicEvents,
  }),
});
