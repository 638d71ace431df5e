export * from './consultations.js';
export * from './consultations.module.js';
export { consultationEvents, type ConsultationFact } from './domain/consultation.events.js';
