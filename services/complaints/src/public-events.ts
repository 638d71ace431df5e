import {
  casePublicForm,
  privateJoiningEvents,
  restrictionPublic,
  secrecyPublic,
  sharingPublic,
} from '@sunlit/casework';
import { complaintPublicEvents } from '@sunlit/contracts';
import type { ComplaintFact } from './domain/complaint.events.js';

/** What others may know of a complaint's event: private fact → public event, or null. Every type has its row. */
export const complaintPublic = casePublicForm<ComplaintFact['type']>({
  ...complaintPublicEvents,
  ...privateJoiningEvents,
  ...secrecyPublic,
  ...restrictionPublic,
  ...sharingPublic,
});
