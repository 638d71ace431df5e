import { dayOf, yearOf } from '@sunlit/calendar';
import type { CommandAnswer, CommandTable, Part } from '@sunlit/contracts';
import {
  Refused,
  handler,
  type Command,
  type CommandMeta,
  type Decider,
  type Envelope,
  type Fact,
  type JsonObject,
  type Outcome,
  type Prepared,
  type StoredEvent,
} from '@sunlit/kernel';
import type { CaseService, ServiceContext } from '@sunlit/platform';
import { queryCode, type SealingKey } from '@sunlit/privacy';
import {
  checkTexts,
  checkedMoment,
  parsedData,
  streamOfCommand,
  withInstantsOf,
  type CommandPayload,
} from './case.input.js';
import { caseNumbers } from './case.numbers.js';
import { caseKeyId, caseKeyOr, sealing } from './case.sealing.js';
import type { CaseState, DecideRows } from '../case/case.state.js';
import { tokenOf } from './case.tokens.js';
import { numberOf } from '../order/order-number.answer.js';

/** What a case that was handed over brings of the person. */
export interface TakenOver {
  readonly caller?: JsonObject;
  readonly statement?: JsonObject;
  readonly subject?: JsonObject;
  readonly contactable: boolean;
  readonly erased: readonly Part[];
  /** What makes the person secret or restricted where it came from: so it is here. */
  readonly shared?: JsonObject;
  /** The platform's order it came as, as it stands there. */
  readonly orderTaken?: JsonObject;
  /** What it named of itself there. */
  readonly attributes?: JsonObject;
}

export interface CaseHandlerOptions<C extends Command, E extends Fact> {
  readonly service: CaseService;
  readonly category: string;
  /** Of its case numbers: `TS`. */
  readonly prefix: string;
  readonly commands: CommandTable;
  readonly decider: Decider<C, E, CaseState>;
  /** What else a command's data needs that a decider cannot find out: the present edition of the answer it names. */
  readonly adds?: (data: JsonObject, type: string) => Promise<JsonObject>;
  /** Fetches the person of a case that is handed over to this service; absent: it takes none. */
  readonly takeOver?: (origin: { readonly stream: string; readonly event: string }) => Promise<TakenOver>;
}

type Context = Pick<ServiceContext, 'store' | 'keys' | 'clock' | 'office' | 'rpc'>;

const contactable = (caller: JsonObject | undefined): boolean =>
  typeof caller?.['phone'] === 'string' && caller['phone'].trim() !== '';

/**
 * Answers any command of a service: checks its data, seals what is personal, decides, appends. A registration's answer has the case's
 * number and the query code of whoever registered it; a repeat has the same, as long as the case's key lives.
 */
export const caseHandler = <C extends Command, E extends Fact>(context: Context, options: CaseHandlerOptions<C, E>) => {
  const { store, keys, clock, office } = context;
  const { service, category, prefix, commands, decider, takeOver, adds = async () => ({}) } = options;
  const numbers = caseNumbers({ store, clock, category: `${category}numbers`, prefix });
  const { seal, same } = sealing(commands, keys);
  const { claim, answered } = numberOf(context, service);
  const parsed = new WeakMap<object, JsonObject>();
  const caseKeys = new WeakMap<object, SealingKey>();
  const allowed = office.sources.flatMap(({ phone }) => phone ?? []);
  const { timeZone } = office.office;

  /** By the year of recording: a number says when it was given out, and history read in today leases no blocks of long ago. */
  const nextNumber = () => numbers.next(yearOf(dayOf(new Date(clock()).toISOString(), timeZone)));

  const fetched = async ({ by }: Envelope, origin: JsonObject | undefined): Promise<TakenOver | null> => {
    if (!origin) return null;
    if (!takeOver || by.role !== 'system') throw new Refused('NotAllowed');
    return takeOver(origin as unknown as { stream: string; event: string });
  };

  /** Refuses what cannot be registered before a number is leased for it: a refusal leaves no event. */
  const checkRegistration = ({ commandId, by, occurredAt }: Envelope, data: JsonObject): void => {
    const { caller: _, statement: __, subject: ___, ...official } = data;
    const recordedAt = new Date(clock()).toISOString();
    const meta: CommandMeta = { commandId, by, at: occurredAt?.at ?? recordedAt, recordedAt };
    const { RegisterCase: decide } = decider.decide as unknown as DecideRows<'RegisterCase'>;
    decide(
      { type: 'RegisterCase', data: official as never, meta: { ...meta, ...(occurredAt && { occurredAt }) } },
      decider.initial,
    );
  };

  const registration = async (envelope: Envelope, data: JsonObject): Promise<Prepared> => {
    checkRegistration(envelope, data);
    await claim(envelope.stream, data);
    const taken = await fetched(envelope, data['origin'] as JsonObject | undefined);
    const {
      contactable: reachable,
      erased,
      ...person
    } = taken ?? {
      contactable: contactable(data['caller'] as JsonObject | undefined),
      erased: [],
    };
    const whole = { ...data, ...person, contactable: reachable, number: await nextNumber(), stream: envelope.stream };
    const sealed = await seal(envelope, { ...whole, ...(erased.length > 0 && { erasedParts: erased }) }, []);
    if (sealed.caseKey) caseKeys.set(envelope.data, sealed.caseKey);
    return sealed;
  };

  /** The case's key: the one this telling was sealed under, unless the stream was begun by another telling of the same command. */
  const keyOf = async ({ data }: Envelope, history: readonly StoredEvent[]): Promise<SealingKey | null> => {
    const own = caseKeys.get(data);
    return own && own.id === caseKeyId(history) ? own : caseKeyOr(keys, history);
  };

  const prepare = async (envelope: Envelope, history: readonly StoredEvent[]): Promise<Prepared> => {
    const given = parsed.get(envelope.data)!;
    const data: JsonObject = { ...given, ...(await adds(given, envelope.type)) };
    if (envelope.type !== 'RegisterCase') {
      const caller = envelope.type === 'CorrectCaller' ? (data['caller'] as JsonObject | undefined) : undefined;
      return seal(envelope, caller ? { ...data, contactable: contactable(caller) } : data, history);
    }
    // Registered already: nothing will be stored, so no number and no key is spent on it.
    if (history.length > 0) return { data: {}, digest: '' };
    return registration(envelope, data);
  };

  const handle = handler({ decider, store, clock, prepare, sameCommand: same });

  const told = async (envelope: Envelope, outcome: Outcome): Promise<Pick<CommandAnswer, 'number' | 'queryCode'>> => {
    const history = await store.read(outcome.stream);
    const number = history[0]?.data['number'];
    if (typeof number !== 'string') return {};
    // A second telling under another id learns the number, not the code: it may come from somebody else.
    const key = outcome.events.includes('CaseRegistered') ? await keyOf(envelope, history) : null;
    return { number, ...(key && { queryCode: queryCode(key.key) }) };
  };

  return async (payload: CommandPayload): Promise<CommandAnswer> => {
    const data = parsedData(commands, payload);
    const { stream: _, occurredAt: __, ...rest } = payload;
    const moment = checkedMoment(payload);
    const envelope: Envelope = {
      ...rest,
      data: withInstantsOf(data, payload.data) as JsonObject,
      stream: streamOfCommand(category, payload, data),
      ...(moment && { occurredAt: moment }),
    };
    checkTexts(data, allowed, payload.type);
    parsed.set(envelope.data, data);
    const outcome = await handle(envelope).catch((error: unknown) => answered(error, data));
    if ('token' in outcome) return outcome;
    const registered = payload.type === 'RegisterCase' ? await told(envelope, outcome) : {};
    return { ...outcome, ...registered, token: tokenOf(service, outcome.position) };
  };
};
