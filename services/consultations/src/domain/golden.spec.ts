import { join } from 'node:path';
import { goldenFiles, testRules } from '@sunlit/casework/testing';
import { consultationPublicEvents } from '@sunlit/contracts';
import { consultationPublic } from '../public-events.js';
import { consultationDesk } from '../read-models/consultation-desk.projection.js';
import { consultation } from './consultation.decider.js';
import { consultationEvents } from './consultation.events.js';

const rules = testRules('consultations');

goldenFiles('consultations', {
  folder: join(import.meta.dirname, 'golden'),
  schemas: consultationEvents,
  upcasts: {},
  evolve: consultation(rules).evolve,
  desk: consultationDesk(rules),
  publish: consultationPublic,
  publicSchemas: consultationPublicEvents,
});
