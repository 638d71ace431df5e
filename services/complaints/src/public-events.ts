import { casePublicForm } from '@sunlit/casework';
import { complaintPublicEvents } from '@sunlit/contracts';

/** What others may know of a complaint's event: private fact → public event, or null. */
export const complaintPublic = casePublicForm(complaintPublicEvents);
