import { complaintCommands, consultationCommands } from '@sunlit/contracts';
import { Refused, isUuid, timeOrderedId, type JsonObject } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import { COMMAND_ROLES } from '../authorisation/command-roles.js';
import type { Gateway } from '../gateway.types.js';
import type { Resolvers } from '../graphql/schema.generated.js';
import { actorOf, type RequestContext } from '../graphql/context.js';
import { serviceOfCase, type CaseService } from '../services.js';
import { orRefusal, plain } from './plain.js';

interface CommandInput {
  readonly case?: string;
  readonly commandId?: string;
  readonly occurredAt?: { readonly at: string; readonly precision: 'day' | 'minute' | 'second' };
  readonly [name: string]: unknown;
}

const COMMANDS = { complaints: complaintCommands, consultations: consultationCommands };

const typeOf = (mutation: string): string =>
  mutation.startsWith('register') ? 'RegisterCase' : mutation[0]!.toUpperCase() + mutation.slice(1);

/** What a citizen registers for themselves is a plain wish: accepting, answering and dating it is the office's part. */
const asCitizen = ({
  answer: _a,
  knowledge: _k,
  history: _h,
  contact: _t,
  order: _d,
  receivedBy: _r,
  externalNumber: _e,
  occurredAt: _o,
  ...input
}: CommandInput): CommandInput => ({
  ...input,
  accept: false,
});

/** Nobody comes to us as a platform: its orders are its own to send, and are told from what people say of themselves. */
const checkCitizensSource = ({ sources }: Office, given: unknown): void => {
  if (sources.some(({ code, platform }) => code === given && platform))
    throw new Refused('InvalidInput', { field: 'source', problem: 'is a platform, which sends its own orders' });
};

/** The id the sender gave its command, or a new one; `Refused('InvalidInput')` for what is no UUID. */
export const commandIdOf = (given: string | undefined, now: number): string => {
  if (given === undefined) return timeOrderedId(now);
  if (!isUuid(given)) throw new Refused('InvalidInput', { field: 'commandId', problem: 'UUID' });
  return given;
};

/** One mutation a command; the case, or for a registration its kind, says which service decides. */
export const commandResolvers = ({ services, office, clock, limits }: Gateway): Resolvers => {
  const serviceOfKind = (kind: unknown): CaseService => {
    const found = office.kinds.find(({ code }) => code === kind);
    if (!found) throw new Refused('UnknownCode', { field: 'kind', code: String(kind).slice(0, 60) });
    return found.service;
  };
  const serviceFor = (mutation: string, input: CommandInput): CaseService => {
    if (mutation === 'registerConsultation') return 'consultations';
    if (mutation === 'registerComplaint') return 'complaints';
    return mutation === 'registerCase' ? serviceOfKind(input['kind']) : serviceOfCase(input.case ?? '');
  };

  const send = async (mutation: string, given: CommandInput, { viewer, address }: RequestContext) => {
    const type = typeOf(mutation);
    const citizen = viewer.role === 'citizen';
    if (citizen) await limits.take('registrationByAddress', address);
    if (citizen) checkCitizensSource(office, given['source']);
    const { case: stream, commandId, occurredAt, ...data } = citizen ? asCitizen(plain(given)) : plain(given);
    const service = serviceFor(mutation, { ...data, ...(stream && { case: stream }) });
    if (!Object.hasOwn(COMMANDS[service], type)) throw new Refused('NotForThisCase', { command: mutation });
    const answer = await services.cases[service].command({
      commandId: commandIdOf(commandId, clock()),
      ...(stream && { stream }),
      type,
      data: data as JsonObject,
      by: actorOf(viewer),
      ...(occurredAt && { occurredAt }),
    });
    return { ...answer, case: answer.stream };
  };

  const resolver =
    (mutation: string) =>
    (_: unknown, { input }: { input: CommandInput }, context: RequestContext) =>
      orRefusal('CommandDone', () => send(mutation, input, context));
  return { Mutation: Object.fromEntries(Object.keys(COMMAND_ROLES).map((mutation) => [mutation, resolver(mutation)])) };
};
