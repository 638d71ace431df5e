import { caseService, rulesOf, type TakenOver } from '@sunlit/casework';
import { complaintCommands } from '@sunlit/contracts';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { complaintJoining } from './complaint.policies.js';
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
    // The knowledge base is kept by the other service, which says in which edition an answer may be given today.
    adds: async ({ knowledge }) =>
      typeof knowledge === 'string' ? context.rpc.call('consultations', 'answerInForce', { knowledge }) : {},
    desk: complaintDesk(rules),
    publish: complaintPublic,
    policies: [complaintJoining],
    operations: {},
  });
};
