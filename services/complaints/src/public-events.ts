import { publicForm } from '@sunlit/casework';
import { complaintPublicEvents } from '@sunlit/contracts';
import type { JsonObject, StoredEvent } from '@sunlit/kernel';

const form = publicForm(complaintPublicEvents);

/** What others may know of a complaint's event. Of a corrected person only whether they can be called back. */
export const complaintPublic = (event: StoredEvent): { type: string; data: JsonObject } | null => {
  if (event.type !== 'CallerCorrected') return form(event);
  const { contactable } = event.data as { contactable?: boolean };
  return contactable === undefined ? null : { type: 'DetailsCorrected', data: { changes: { contactable } } };
};
