import type { CaseOperations, Part } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader } from '@sunlit/privacy';
import { PERSONAL_FIELDS, latestBox, partsErased } from './case.handover.js';

const FIELDS = Object.entries(PERSONAL_FIELDS) as [keyof typeof PERSONAL_FIELDS, Part][];

/**
 * Who the person of a secret case is: the opening is recorded first, by the service's own `command`, and only what was appended so is answered.
 * A part that was erased is `erased`.
 */
export const identityOf =
  (
    { store, keys }: Pick<ServiceContext, 'store' | 'keys'>,
    command: CaseOperations['command'],
  ): CaseOperations['openIdentity'] =>
  async ({ reason, ...envelope }) => {
    const { stream, token } = await command({ ...envelope, type: 'OpenIdentity', data: { reason } });
    const events = await store.read(stream);
    const erased = partsErased(events);
    const person: Record<string, JsonObject> = {};
    for (const [name, part] of FIELDS) {
      const box = latestBox(events, name);
      if (box) person[name] = erased.includes(part) ? { state: 'erased' } : (box as unknown as JsonObject);
    }
    const [opened] = await boxReader(keys).open([person]);
    return { stream, token, ...opened };
  };
