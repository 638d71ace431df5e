import { publicForm } from '@sunlit/casework';
import { consultationPublicEvents } from '@sunlit/contracts';
import type { JsonObject, StoredEvent } from '@sunlit/kernel';

const form = publicForm(consultationPublicEvents);

/** What others may know of a consultation's event. Of a corrected person only whether they can be called back. */
export const consultationPublic = (event: StoredEvent): { type: string; data: JsonObject } | null => {
  if (event.type !== 'CallerCorrected') return form(event);
  const { contactable } = event.data as { contactable?: boolean };
  return contactable === undefined ? null : { type: 'DetailsCorrected', data: { changes: { contactable } } };
};
