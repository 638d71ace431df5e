import type { CaseOperations } from '@sunlit/contracts';
import { timeOrderedId, type JsonObject } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader } from '@sunlit/privacy';
import { PERSONAL_FIELDS, latestBox, partsErased } from '../service/case.handover.js';

/**
 * Who the person of a secret case is: the opening is recorded first, by the service's own `command`, as often as it is asked for.
 * A part that was erased is `erased`.
 */
export const identityOf =
  (
    { store, keys, clock }: Pick<ServiceContext, 'store' | 'keys' | 'clock'>,
    command: CaseOperations['command'],
  ): CaseOperations['openIdentity'] =>
  async ({ reason, ...envelope }) => {
    // An id of its own: a command sent again is answered from what was recorded, and every look is to be recorded and allowed anew.
    const commandId = timeOrderedId(clock());
    const { stream, token } = await command({ ...envelope, commandId, type: 'OpenIdentity', data: { reason } });
    const events = await store.read(stream);
    const erased = partsErased(events);
    const person: Record<string, JsonObject> = {};
    for (const [name, part] of PERSONAL_FIELDS) {
      const box = latestBox(events, name);
      if (box) person[name] = erased.includes(part) ? { state: 'erased' } : (box as unknown as JsonObject);
    }
    const [opened] = await boxReader(keys).open([person]);
    return { stream, token, ...opened };
  };
