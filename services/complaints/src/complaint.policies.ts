import { eraseLinked, joiningPolicy, restrictLinked } from '@sunlit/casework';
import type { JsonObject, Policy } from '@sunlit/kernel';
import { complaintEvents } from './domain/complaint.events.js';

/** What both policies read. */
const ofComplaints = { categories: ['complaint'], types: Object.keys(complaintEvents) };

/** A complaint that was a consultation: what is erased here is erased there. There it is found erased when it comes back, so it ends. */
export const erasureOfOrigin: Policy = {
  name: 'complaint-erasure-of-origin.v1',
  ...ofComplaints,
  on: { PersonalDataErased: eraseLinked('consultations'), CaseRestricted: restrictLinked('consultations') },
};

/**
 * The person's fields may have been read just before they were erased where the case came from, and that erasure have found nothing here
 * yet. So once the case is here, it is asked again what is erased there.
 */
export const erasureMissed: Policy = {
  name: 'complaint-erasure-missed.v1',
  ...ofComplaints,
  on: {
    CaseRegistered: ({ stream, data }, commandId) => {
      const { origin } = data as { readonly origin?: JsonObject };
      return origin
        ? { service: 'complaints', operation: 'eraseAsOrigin', payload: { commandId, stream, origin } }
        : null;
    },
  },
};

/** What complaints make the cases do that are joined into them or follow them. */
export const complaintJoining = joiningPolicy('complaint', ofComplaints.types);
