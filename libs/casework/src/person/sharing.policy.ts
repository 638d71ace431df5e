import {
  Refused,
  derivedId,
  digestOf,
  fold,
  type Command,
  type Decider,
  type Fact,
  type JsonObject,
  type Policy,
  type StoredEvent,
} from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import type { CaseState } from '../case/case.state.js';
import { serviceOfStream } from '../service/case.answers.js';
import { casesOfPerson, toldOf } from './sharing.js';

const by = { account: 'system', role: 'system' };

/** What the cases of the same person and matter are to be told because of an event; `asks`: the case that is to tell this one in turn. */
export interface ToldBecause {
  readonly stream: string;
  readonly event: string;
  readonly asks?: string;
  /** To this one alone. */
  readonly only?: string;
}

const tell = ({ id, stream }: StoredEvent, asks?: string) => ({
  service: serviceOfStream(stream),
  operation: 'tellOfPerson',
  payload: { stream, event: id, ...(asks !== undefined && { asks }) },
});

/**
 * What belongs to the person of a case goes with every case of the same person and matter: one policy for handed-over cases and joined ones.
 * Whatever changes it is told; where two cases have just become of the same person, each tells the other. What is told is what is known then,
 * so that it may come late, twice or crossed with another; who hears nothing new records nothing, and it comes to rest.
 */
export const sharingPolicy = (category: string, types: readonly string[]): Policy => ({
  name: `${category}-person.v1`,
  categories: [category],
  types,
  on: {
    SecrecyGiven: (event) => tell(event),
    SecrecyLifted: (event) => tell(event),
    CaseRestricted: (event) => tell(event),
    RestrictionLifted: (event) => tell(event),
    PersonalDataErased: (event) => tell(event),
    PersonTakenOver: (event) => tell(event),
    CaseJoined: (event) => tell(event, String(event.data['into' as never])),
    CaseRegistered: (event) => {
      const { origin } = event.data as { readonly origin?: { readonly stream: string } };
      return origin ? tell(event, origin.stream) : null;
    },
  },
  refused: ({ type, stream }, { code }) => {
    throw new Error(`${type} of ${stream} was not told to the person's other cases: ${code}. Retry it.`);
  },
});

/** What a case has to say of its person to each of its other cases; nothing where there is nothing. */
export const tellings = (now: CaseState): readonly { readonly to: string; readonly data: JsonObject }[] => {
  const told = toldOf(now);
  const erased = [...new Set(now.erased)].sort();
  if ([...Object.values(told), erased].every((list) => list.length === 0)) return [];
  const data = { from: now.stream, ...told, erased } as unknown as JsonObject;
  return casesOfPerson(now).map((to) => ({ to, data }));
};

/** The command of a telling: its id derives from the event, the one that is told, and what. */
export const tellingId = (event: string, to: string, data: JsonObject): string =>
  derivedId(event, 'TakeOverPerson', to, digestOf(data));

/** One that is not registered yet asks for it once it is. */
const unlessNotThere = (error: unknown): void => {
  if (!(error instanceof Refused) || error.code !== 'NotRegistered') throw error;
};

/** The operation the policy calls. */
export const tellOfPerson =
  <C extends Command, E extends Fact>(
    { store, rpc }: Pick<ServiceContext, 'store' | 'rpc'>,
    decider: Decider<C, E, CaseState>,
  ) =>
  async ({ stream, event, asks, only }: ToldBecause): Promise<JsonObject> => {
    const now = fold(decider, (await store.read(stream)) as never);
    for (const { to, data } of tellings(now).filter((one) => only === undefined || one.to === only)) {
      const command = { commandId: tellingId(event, to, data), stream: to, type: 'TakeOverPerson', data, by };
      await rpc.call(serviceOfStream(to), 'command', { ...command, causation: event }).catch(unlessNotThere);
    }
    if (asks !== undefined)
      await rpc.call(serviceOfStream(asks), 'tellOfPerson', { stream: asks, event, only: stream });
    return {};
  };
