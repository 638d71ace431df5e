import {
  casePublicForm,
  privateJoiningEvents,
  restrictionPublic,
  secrecyPublic,
  sharingPublic,
} from '@sunlit/casework';
import { consultationPublicEvents } from '@sunlit/contracts';
import type { ConsultationFact } from './domain/consultation.events.js';

/** What others may know of a consultation's event: private fact → public event, or null. Every type has its row. */
export const consultationPublic = casePublicForm<ConsultationFact['type']>({
  ...consultationPublicEvents,
  ...privateJoiningEvents,
  ...secrecyPublic,
  ...restrictionPublic,
  ...sharingPublic,
  KnowledgeUsed: null,
});
