import { deskIndex, deskRows, type DeskDocument, type Rules } from '@sunlit/casework';
import { projection } from '@sunlit/kernel';
import type { ComplaintFact } from '../domain/complaint.events.js';

type FactOf<T extends ComplaintFact['type']> = Extract<ComplaintFact, { type: T }>;

/** What the complaints desk lists; boxes stay closed. */
export const complaintDesk = (rules: Rules) => {
  const { rows, row, at, newRound } = deskRows(rules);
  return projection<ComplaintFact, DeskDocument>({
    name: 'complaint-desk.v2',
    categories: ['complaint'],
    index: deskIndex,
    apply: {
      ...rows,
      CaseClosed: row<FactOf<'CaseClosed'>>((doc, event) => ({ ...doc, status: 'closed', closedAt: at(event) })),
      CaseRedone: newRound,
    },
  });
};
