import { join } from 'node:path';
import { goldenEvent, goldenFiles, readByCase, testRules } from '@sunlit/casework/testing';
import { complaintPublicEvents } from '@sunlit/contracts';
import { complaintPublic } from '../public-events.js';
import { complaintDesk } from '../read-models/complaint-desk.projection.js';
import { complaint } from './complaint.decider.js';
import { complaintEvents } from './complaint.events.js';

const rules = testRules('complaints');
const folder = join(import.meta.dirname, 'golden');

goldenFiles('complaints', {
  folder,
  schemas: complaintEvents,
  upcasts: {},
  read: readByCase({
    first: goldenEvent(folder, 'CaseRegistered'),
    evolve: complaint(rules).evolve,
    desk: complaintDesk(rules),
    publish: complaintPublic,
    publicSchemas: complaintPublicEvents,
  }),
});
