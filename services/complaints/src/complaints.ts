import { caseService, eraseAsOrigin, rulesOf, type TakenOver } from '@sunlit/casework';
import { complaintCommands } from '@sunlit/contracts';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { complaintJoining, erasureMissed, erasureOfOrigin } from './complaint.policies.js';
import { complaint } from './domain/complaint.decider.js';
import { complaintPublic } from './public-events.js';
import { complaintDesk } from './read-models/complaint-desk.projection.js';

/** Complaints: handled to the end and followed up. A handed-over consultation's person is asked for by rpc and sealed anew here. */
export const complaints = (context: ServiceContext): ServiceDefinition => {
  const rules = rulesOf(context.office, context.calendar, 'complaints');
  return caseService(context, {
    service: 'complaints',
    category: 'complaint',
    prefix: 'TS',
    rules,
    commands: complaintCommands,
    decider: complaint(rules),
    takeOver: async ({ stream, event }) =>
      (await context.rpc.call('consultations', 'personalForHandover', { stream, event })) as unknown as TakenOver,
    desk: complaintDesk(rules),
    publish: complaintPublic,
    policies: [erasureOfOrigin, erasureMissed, complaintJoining],
    operations: { eraseAsOrigin: eraseAsOrigin(context.rpc) },
  });
};
