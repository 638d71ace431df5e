import type { CaseOperations, Part } from '@sunlit/contracts';
import { Refused, type Box, type JsonObject, type PolicyCommand, type Rpc, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader, isBox } from '@sunlit/privacy';

const FIELDS = ['caller', 'statement', 'subject'] as const;
const PART: Readonly<Record<(typeof FIELDS)[number], Part>> = {
  caller: 'caller',
  statement: 'caller',
  subject: 'subject',
};

const latest = (events: readonly StoredEvent[], name: string): Box | null => {
  const found: unknown = events.findLast(({ data }) => isBox(data[name as never]))?.data[name as never];
  return isBox(found) ? found : null;
};

const contactableIn = (events: readonly StoredEvent[]): boolean =>
  events.findLast(({ data }) => typeof data['contactable' as never] === 'boolean')?.data['contactable' as never] ===
  true;

const partsErased = (events: readonly StoredEvent[]): Part[] =>
  events
    .filter(({ type }) => type === 'PersonalDataErased')
    .flatMap(({ data }) => data['parts' as never] as readonly Part[]);

const contentOf = async (keys: ServiceContext['keys'], box: Box | null): Promise<JsonObject> => {
  const [opened] = box ? await boxReader(keys).open([{ box: box as unknown as JsonObject }]) : [];
  return (opened?.['box'] ?? {}) as JsonObject;
};

/** The person of a case that was handed over by this event, in the clear, for the service that takes it; what was erased stays so. */
export const personForHandover =
  ({ store, keys }: Pick<ServiceContext, 'store' | 'keys'>): CaseOperations['personalForHandover'] =>
  async ({ stream, event }) => {
    const events = await store.read(stream);
    if (!events.some(({ id, type }) => id === event && type === 'CaseHandedOver')) throw new Refused('NoSuchCase');
    const erased = new Set(partsErased(events));
    const person: Record<string, JsonObject> = {};
    for (const name of FIELDS) {
      const box = erased.has(PART[name]) ? null : latest(events, name);
      const { state, ...content } = await contentOf(keys, box);
      if (state === 'erased') erased.add(PART[name]);
      if (state === 'open') person[name] = content;
    }
    return { ...person, contactable: contactableIn(events), erased: [...erased] };
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

/** A policy's row: what is erased of a case is erased of the one it is linked with, which `service` has. */
export const eraseLinked =
  (service: string) =>
  ({ id, data, meta }: StoredEvent, commandId: string): PolicyCommand | null => {
    const { linked, parts } = data as unknown as { readonly linked?: string; readonly parts: readonly Part[] };
    if (linked === undefined) return null;
    const payload = { ...erasure(parts), commandId, stream: linked, correlation: meta.correlation, causation: id };
    return { service, operation: 'command', payload };
  };
