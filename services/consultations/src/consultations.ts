import { caseService, erasedParts, personForHandover, rulesOf } from '@sunlit/casework';
import { consultationCommands } from '@sunlit/contracts';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { erasureOfSuccessor, handover } from './consultation.policies.js';
import { consultation } from './domain/consultation.decider.js';
import { consultationPublic } from './public-events.js';
import { consultationDesk } from './read-models/consultation-desk.projection.js';

/** Consultations: questions from the public, answered at once or by a unit, or handed over where they are complaints. */
export const consultations = (context: ServiceContext): ServiceDefinition => {
  const rules = rulesOf(context.office, context.calendar, 'consultations');
  return caseService(context, {
    service: 'consultations',
    category: 'consultation',
    prefix: 'ZX',
    rules,
    commands: consultationCommands,
    decider: consultation(rules),
    desk: consultationDesk(rules),
    publish: consultationPublic,
    policies: [handover, erasureOfSuccessor],
    operations: { personalForHandover: personForHandover(context), erasedParts: erasedParts(context) },
  });
};
