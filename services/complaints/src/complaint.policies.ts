import { joiningPolicy } from '@sunlit/casework';
import { complaintEvents } from './domain/complaint.events.js';

/** What complaints make the cases do that are joined into them or follow them. */
export const complaintJoining = joiningPolicy('complaint', Object.keys(complaintEvents));
