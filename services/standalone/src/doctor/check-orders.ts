import type { Recounted } from './check-desks.js';
import type { Find } from './doctor.types.js';
import { statusOf } from './recount/desk-facts.js';

/** One number of one source is one matter in both services together, but for what was voided or came by a handover. */
export const checkOrderNumbers = ({ files }: Recounted, find: Find): void => {
  const known = new Map<string, string>();
  for (const { stream, steps } of files.values()) {
    const { source, externalNumber, origin } = steps[0]!.data;
    if (externalNumber === undefined || origin !== undefined || statusOf(steps) === 'voided') continue;
    const number = `${String(source)} ${String(externalNumber)}`;
    const other = known.get(number);
    known.set(number, stream);
    if (other === undefined) continue;
    find({
      invariant: 'I7',
      where: stream,
      expected: other,
      found: stream,
      text: {
        zh: `${stream}:与 ${other} 同为 ${String(source)} 的同一编号,且不是移交而来。请作废其中一件。`,
        en: `${stream}: has the same number of source ${String(source)} as ${other}, and was not handed over. Void one of them.`,
      },
    });
  }
};
