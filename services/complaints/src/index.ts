export * from './complaints.js';
export * from './complaints.module.js';
export { complaint } from './domain/complaint.decider.js';
export { complaintEvents, type ComplaintFact } from './domain/complaint.events.js';
