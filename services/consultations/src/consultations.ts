import { ORDER_NUMBERS, caseService, orderNumberClaims, personForHandover, rulesOf } from '@sunlit/casework';
import { consultationCommands } from '@sunlit/contracts';
import type { Operations } from '@sunlit/kernel';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { consultationJoining, handover } from './consultation.policies.js';
import { consultation } from './domain/consultation.decider.js';
import { contactPublic, invalidContacts } from './contacts/contacts.js';
import { knowledgeBaseOf } from './knowledge/index.js';
import { consultationPublic } from './public-events.js';
import { consultationDesk } from './read-models/consultation-desk.projection.js';

/**
 * Consultations: questions from the public, answered at once or by a unit, or handed over where they are complaints; and the knowledge base
 * they are answered from.
 */
export const consultations = (context: ServiceContext): ServiceDefinition => {
  const rules = rulesOf(context.office, context.calendar, 'consultations');
  const decider = consultation(rules);
  const { publishes, adds, ...ofKnowledge } = knowledgeBaseOf(context, 'consultations', rules);
  const cases = caseService(context, {
    service: 'consultations',
    category: 'consultation',
    prefix: 'ZX',
    rules,
    commands: consultationCommands,
    decider,
    adds,
    desk: consultationDesk(rules),
    publish: consultationPublic,
    policies: [handover, consultationJoining],
    operations: {
      personalForHandover: personForHandover(context, decider),
      claimNumber: orderNumberClaims(context) as unknown as Operations[string],
      ...ofKnowledge.operations,
      contact: invalidContacts(context, rules) as unknown as Operations[string],
    },
  });
  return {
    ...cases,
    projections: [...cases.projections, ...ofKnowledge.projections],
    consumers: [...cases.consumers, ...ofKnowledge.consumers],
    publishes: { ...cases.publishes, ...publishes, contact: contactPublic, [ORDER_NUMBERS]: () => null },
  };
};
