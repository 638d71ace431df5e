import { joiningPolicy } from '@sunlit/casework';
import type { JsonObject, Policy } from '@sunlit/kernel';
import { consultationEvents, type ConsultationFact } from './domain/consultation.events.js';

type HandedOver = Extract<ConsultationFact, { type: 'CaseHandedOver' }>['data'];

/** What both policies read. */
const ofConsultations = { categories: ['consultation'], types: Object.keys(consultationEvents) };

const by = { account: 'system', role: 'system' };

/**
 * A handover is done once: the complaints service registers the case under an id derived from this event, as it came in, and asks for the
 * person's fields itself. Does it refuse, the consultation is open again.
 */
export const handover: Policy = {
  name: 'handover.v1',
  ...ofConsultations,
  on: {
    CaseHandedOver: ({ id, stream, data, meta }, commandId) => {
      const { number, came, accepted, history, externalNumber, receivedBy, details } = data as unknown as HandedOver;
      const origin = { stream, event: id, number };
      const registered: JsonObject = { ...(details as JsonObject), history, accept: accepted, origin };
      const payload: JsonObject = {
        commandId,
        type: 'RegisterCase',
        data: { ...registered, ...(externalNumber && { externalNumber }), ...(receivedBy && { receivedBy }) },
        by,
        occurredAt: came,
        correlation: meta.correlation,
        causation: id,
      };
      return { service: 'complaints', operation: 'command', payload };
    },
  },
  refused: ({ id, stream, meta }, { code }, commandId) => ({
    service: 'consultations',
    operation: 'command',
    payload: {
      commandId,
      stream,
      type: 'NoteHandoverRefused',
      data: { code },
      by,
      correlation: meta.correlation,
      causation: id,
    },
  }),
};

/** What consultations make the cases do that are joined into them or follow them. */
export const consultationJoining = joiningPolicy('consultation', ofConsultations.types);
