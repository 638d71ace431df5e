import type { CaseOperations, Part } from '@sunlit/contracts';
import { Refused, type Box, type JsonObject, type PolicyCommand, type Rpc, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader, isBox } from '@sunlit/privacy';
import { orderForHandover } from '../order/order.handover.js';

/** The personal fields of a case, each with the part under whose key it lies. */
export const PERSONAL_FIELDS: readonly (readonly [name: 'caller' | 'statement' | 'subject', part: Part])[] = [
  ['caller', 'caller'],
  ['statement', 'caller'],
  ['subject', 'subject'],
];

/** The box the field has now, as the log says. */
export const latestBox = (events: readonly StoredEvent[], name: string): Box | null => {
  const found: unknown = events.findLast(({ data }) => isBox(data[name as never]))?.data[name as never];
  return isBox(found) ? found : null;
};

const contactableIn = (events: readonly StoredEvent[]): boolean =>
  events.findLast(({ data }) => typeof data['contactable' as never] === 'boolean')?.data['contactable' as never] ===
  true;

/** The parts of the case that were erased, as the log says. */
export const partsErased = (events: readonly StoredEvent[]): Part[] =>
  events
    .filter(({ type }) => type === 'PersonalDataErased')
    .flatMap(({ data }) => data['parts' as never] as readonly Part[]);

const contentOf = async (keys: ServiceContext['keys'], box: Box | null): Promise<JsonObject> => {
  const [opened] = box ? await boxReader(keys).open([{ box: box as unknown as JsonObject }]) : [];
  return (opened?.['box'] ?? {}) as JsonObject;
};

/** Whether the person's identity is kept secret, as the log says. */
const isSecret = (events: readonly StoredEvent[]): boolean =>
  events.findLast(({ type }) => type === 'SecrecyGiven' || type === 'SecrecyLifted')?.type === 'SecrecyGiven';

/** What the case names of itself, as it was last given; null where it names nothing but its object. */
const attributesIn = (events: readonly StoredEvent[]): JsonObject | null => {
  const data = events.findLast(({ type }) => type === 'AttributesGiven')?.data as JsonObject | undefined;
  return data ? { ...(data['coded'] as JsonObject), ...(data['texts'] as JsonObject) } : null;
};

/** What else goes with the person: what the case names, its secrecy, and the platform's order. */
const besidesThePerson = (events: readonly StoredEvent[]): JsonObject => {
  const orderTaken = orderForHandover(events) as unknown as JsonObject | null | undefined;
  const attributes = attributesIn(events);
  return {
    ...(attributes && { attributes }),
    ...(isSecret(events) && { secrecy: true }),
    ...(orderTaken && { orderTaken }),
  };
};

/** The person of a case that was handed over by this event, in the clear, for the service that takes it; what was erased stays so. */
export const personForHandover =
  ({ store, keys }: Pick<ServiceContext, 'store' | 'keys'>): CaseOperations['personalForHandover'] =>
  async ({ stream, event }) => {
    const events = await store.read(stream);
    if (!events.some(({ id, type }) => id === event && type === 'CaseHandedOver')) throw new Refused('NoSuchCase');
    const erased = new Set(partsErased(events));
    const person: Record<string, JsonObject> = {};
    for (const [name, part] of PERSONAL_FIELDS) {
      const box = erased.has(part) ? null : latestBox(events, name);
      const { state, ...content } = await contentOf(keys, box);
      if (state === 'erased') erased.add(part);
      if (state === 'open') person[name] = content;
    }
    return { ...person, ...besidesThePerson(events), contactable: contactableIn(events), erased: [...erased] };
  };

/** Which parts of a case were erased, as its log says. */
export const erasedParts =
  ({ store }: Pick<ServiceContext, 'store'>) =>
  async ({ stream }: { readonly stream: string }): Promise<{ readonly parts: readonly Part[] }> => ({
    parts: [...new Set(partsErased(await store.read(stream)))],
  });

const erasure = (parts: readonly Part[]): JsonObject => ({
  type: 'ErasePersonalData',
  data: { part: parts.length > 1 ? 'all' : parts[0]! },
  by: { account: 'system', role: 'system' },
});

/** Erases here what is erased where the case came from. */
export const eraseAsOrigin =
  (rpc: Rpc) =>
  async (payload: {
    stream: string;
    commandId: string;
    origin: { stream: string; event: string };
  }): Promise<JsonObject> => {
    const { stream, commandId, origin } = payload;
    const { parts } = (await rpc.call('consultations', 'erasedParts', { stream: origin.stream })) as {
      parts: readonly Part[];
    };
    if (parts.length === 0) return {};
    return rpc.call('complaints', 'command', { ...erasure(parts), commandId, stream, causation: origin.event });
  };

/** A policy's row: what is to be erased of a case after its restriction is restricted as well in the one it is linked with, which `service` has. */
export const restrictLinked =
  (service: string) =>
  ({ id, data, meta }: StoredEvent, commandId: string): PolicyCommand | null => {
    const { linked, ...restriction } = data as JsonObject & { readonly linked?: string };
    if (linked === undefined || restriction['erases'] === undefined) return null;
    const by = { account: 'system', role: 'system' };
    const command = { type: 'RestrictCase', data: restriction as JsonObject, by, commandId, stream: linked };
    return {
      service,
      operation: 'command',
      payload: { ...command, correlation: meta.correlation, causation: id },
    };
  };

/** A policy's row: what is erased of a case is erased of the one it is linked with, which `service` has. */
export const eraseLinked =
  (service: string) =>
  ({ id, data, meta }: StoredEvent, commandId: string): PolicyCommand | null => {
    const { linked, parts } = data as unknown as { readonly linked?: string; readonly parts: readonly Part[] };
    if (linked === undefined) return null;
    const payload = { ...erasure(parts), commandId, stream: linked, correlation: meta.correlation, causation: id };
    return { service, operation: 'command', payload };
  };
