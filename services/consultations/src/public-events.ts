import { casePublicForm } from '@sunlit/casework';
import { consultationPublicEvents } from '@sunlit/contracts';

/** What others may know of a consultation's event: private fact → public event, or null. */
export const consultationPublic = casePublicForm(consultationPublicEvents);
