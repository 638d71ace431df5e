import { deskIndex, deskRows, type DeskDocument, type Rules } from '@sunlit/casework';
import { projection } from '@sunlit/kernel';
import type { ConsultationFact } from '../domain/consultation.events.js';

type FactOf<T extends ConsultationFact['type']> = Extract<ConsultationFact, { type: T }>;

/** What the consultations desk lists; boxes stay closed. */
export const consultationDesk = (rules: Rules) => {
  const { rows, row, answered } = deskRows(rules);
  return projection<ConsultationFact, DeskDocument>({
    name: 'consultation-desk.v2',
    categories: ['consultation'],
    index: deskIndex,
    apply: {
      ...rows,
      AnsweredAtFirstContact: row<FactOf<'AnsweredAtFirstContact'>>((doc, event) =>
        answered(doc, event, event.data.text),
      ),
      CaseRated: row<FactOf<'CaseRated'>>((doc, { data }) => ({ ...doc, ...data, rated: true }) as DeskDocument),
      CaseHandedOver: row<FactOf<'CaseHandedOver'>>((doc, { data: { to } }) => ({
        ...doc,
        status: 'handed-over',
        handedOverTo: to,
        before: doc.status,
      })),
      HandoverRefused: row<FactOf<'HandoverRefused'>>(({ handedOverTo: _, before = 'accepted', ...doc }) => ({
        ...doc,
        status: before,
      })),
    },
  });
};
