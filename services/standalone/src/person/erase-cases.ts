import type { Part, PersonCase } from '@sunlit/contracts';
import { timeOrderedId, type Clock, type Rpc } from '@sunlit/kernel';
import type { FoundCase } from './find-person.js';

/** What became of an erasure: done, or restricted until the retention period is over. */
export interface Erasing {
  readonly stream: string;
  readonly number: string;
  readonly part: Part | 'all';
  /** Whether this erased it; false where nothing was left, or it is restricted first. */
  readonly erased: boolean;
  /** It is kept under restriction (封存) up to this day and erased by itself after it. */
  readonly restrictedUntil?: string;
}

const by = { account: 'command-line', role: 'administrator' };

/** Erases the part in one case; the handed-over case it is linked with follows by the services' own policies. */
export const eraseCase = async (
  rpc: Rpc,
  clock: Clock,
  { service, stream, number }: FoundCase,
  part: Part | 'all',
): Promise<Erasing> => {
  const payload = { stream, type: 'ErasePersonalData', data: { part }, commandId: timeOrderedId(clock()), by };
  const { events } = await rpc.call(service, 'command', payload);
  const erased = (events as readonly string[]).includes('PersonalDataErased');
  if (erased) return { stream, number, part, erased };
  const { item } = await rpc.call(service, 'personCase', { case: stream });
  const { erasedAfter } = item as unknown as PersonCase;
  return { stream, number, part, erased, ...(erasedAfter !== undefined && { restrictedUntil: erasedAfter }) };
};
