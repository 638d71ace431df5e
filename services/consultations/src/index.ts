export * from './consultations.js';
export * from './consultations.module.js';
export { consultation } from './domain/consultation.decider.js';
export { consultationEvents, type ConsultationFact } from './domain/consultation.events.js';
