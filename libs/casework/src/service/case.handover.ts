import type { CaseOperations, Part } from '@sunlit/contracts';
import {
  Refused,
  fold,
  type Box,
  type Command,
  type Decider,
  type Fact,
  type JsonObject,
  type StoredEvent,
} from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { boxReader, isBox } from '@sunlit/privacy';
import type { CaseState } from '../case/case.state.js';
import { toldOf } from '../person/sharing.js';
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

/** What the case names of itself, as it was last given; null where it names nothing but its object. */
const attributesIn = (events: readonly StoredEvent[]): JsonObject | null => {
  const data = events.findLast(({ type }) => type === 'AttributesGiven')?.data as JsonObject | undefined;
  return data ? { ...(data['coded'] as JsonObject), ...(data['texts'] as JsonObject) } : null;
};

/** What else goes with the person: what the case names, what makes the person secret, and the platform's order. */
const besidesThePerson = (events: readonly StoredEvent[], now: CaseState): JsonObject => {
  const orderTaken = orderForHandover(events) as unknown as JsonObject | null | undefined;
  const attributes = attributesIn(events);
  return {
    ...(attributes && { attributes }),
    shared: toldOf(now) as unknown as JsonObject,
    ...(orderTaken && { orderTaken }),
  };
};

/** The person of a case that was handed over by this event, in the clear, for the service that takes it; what was erased stays so. */
export const personForHandover =
  <C extends Command, E extends Fact>(
    { store, keys }: Pick<ServiceContext, 'store' | 'keys'>,
    decider: Decider<C, E, CaseState>,
  ): CaseOperations['personalForHandover'] =>
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
    return {
      ...person,
      ...besidesThePerson(events, fold(decider, events as never)),
      contactable: contactableIn(events),
      erased: [...erased],
    };
  };
