export * from './complaints.js';
export * from './complaints.module.js';
export { complaintEvents, type ComplaintFact } from './domain/complaint.events.js';
