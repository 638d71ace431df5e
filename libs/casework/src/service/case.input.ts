import { givenInstant, type CommandTable } from '@sunlit/contracts';
import {
  Refused,
  derivedId,
  isUuid,
  problemOf,
  type Envelope,
  type Json,
  type JsonObject,
  type Moment,
} from '@sunlit/kernel';
import { personalNumbersIn, type PersonalNumberKind } from '@sunlit/privacy';

/** A command as it comes in by rpc: a registration may leave the stream out. */
export type CommandPayload = Omit<Envelope, 'stream'> & { readonly stream?: string };

const invalid = (field: string, problem: string): Refused => new Refused('InvalidInput', { field, problem });

/** An instant as this program writes instants, so that they compare as texts; of a year a calendar can know. */
const instantIn = (field: string, given: unknown): string => {
  const { success, data } = givenInstant.safeParse(given);
  if (!success) throw invalid(field, 'is no ISO 8601 instant of the years 1900 to 9999');
  return data;
};

const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isInstantOf = (written: Json | undefined, given: Json): written is string =>
  typeof written === 'string' &&
  typeof given === 'string' &&
  WRITTEN.test(written) &&
  Date.parse(written) === Date.parse(given);

/**
 * What was given, its instants as the schema writes them and nothing else changed: what two tellings of one command are compared by. One moment
 * written twice is the same, and what a schema adds later makes no command another.
 */
export const withInstantsOf = (parsed: Json | undefined, given: Json): Json => {
  if (isInstantOf(parsed, given)) return parsed;
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return given;
  const read = (parsed ?? {}) as JsonObject;
  const kept = Object.entries(given as JsonObject).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, withInstantsOf(read[name], value)] as const],
  );
  return Object.fromEntries(kept);
};

/** The data as the command's schema reads it, or `InvalidInput` with the first field that is wrong and why. */
export const parsedData = (commands: CommandTable, { type, data }: CommandPayload): JsonObject => {
  if (!Object.hasOwn(commands, type)) throw invalid('type', 'there is no such command');
  const problem = problemOf(data);
  if (problem) throw invalid('data', problem);
  const { success, data: parsed, error } = commands[type]!.safeParse(data);
  if (success) return parsed as JsonObject;
  const { path = [], message = '' } = error.issues[0] ?? {};
  throw invalid(path.join('.') || 'data', message);
};

/** The stated moment with its instant as this program writes instants, or `InvalidInput`. */
export const checkedMoment = ({ occurredAt }: CommandPayload): Moment | undefined => {
  if (!occurredAt) return undefined;
  const at = instantIn('occurredAt.at', occurredAt.at);
  if (!['day', 'minute', 'second'].includes(occurredAt.precision))
    throw invalid('occurredAt.precision', 'day, minute or second');
  return { at, precision: occurredAt.precision };
};

interface Registration {
  readonly source?: string;
  readonly externalNumber?: string;
  readonly origin?: { readonly event: string };
}

/** A case's number as it is stored, however it was typed. */
export const asNumber = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/** The stream of a case that a source knows under its own number: the same for every telling of it. */
export const streamOfSource = (category: string, source: string, externalNumber: string): string =>
  `${category}-${derivedId(source, externalNumber)}`;

const streamOfNew = (category: string, { source, externalNumber, origin }: Registration): string | null => {
  if (origin) return `${category}-${derivedId(origin.event)}`;
  return source && externalNumber ? streamOfSource(category, source, externalNumber) : null;
};

const checkedStream = (category: string, stream: string): string => {
  const [head, id] = [stream.slice(0, category.length + 1), stream.slice(category.length + 1)];
  if (head !== `${category}-` || !isUuid(id)) throw invalid('stream', `is no ${category}-<uuid>`);
  return stream;
};

const streamOfRegistration = (category: string, { commandId, stream }: CommandPayload, data: Registration): string => {
  const derived = streamOfNew(category, data);
  if (!derived) return checkedStream(category, stream ?? `${category}-${commandId}`);
  if (stream !== undefined && stream !== derived)
    throw invalid('stream', 'is not the one its source and number lead to');
  return derived;
};

/** The stream the command is for: derived where the registration says what it is one with; else the one given, else the command's own id. */
export const streamOfCommand = (category: string, payload: CommandPayload, data: JsonObject): string => {
  const { commandId, stream = '', type } = payload;
  if (typeof commandId !== 'string' || !isUuid(commandId)) throw invalid('commandId', 'is no UUID in lower case');
  if (type === 'RegisterCase') return streamOfRegistration(category, payload, data as Registration);
  return checkedStream(category, stream);
};

const OFFICIAL = ['summary', 'text', 'reason', 'note', 'answer', 'ground', 'purpose', 'callId'] as const;

const textsOf = (data: JsonObject, prefix = ''): (readonly [string, string])[] => {
  const own = OFFICIAL.map((name) => [prefix + name, data[name]] as const);
  const object = ['object', 'attributes'].flatMap((field) =>
    Object.entries((data[field] ?? {}) as JsonObject).map(
      ([name, text]) => [`${prefix}${field}.${name}`, text] as const,
    ),
  );
  const order = [[`${prefix}order.kind`, ((data['order'] ?? {}) as JsonObject)['kind']] as const];
  const call = [[`${prefix}contact.callId`, ((data['contact'] ?? {}) as JsonObject)['callId']] as const];
  const texts = [...own, ...object, ...order, ...call].filter(
    (one): one is readonly [string, string] => typeof one[1] === 'string',
  );
  return data['changes'] ? [...texts, ...textsOf(data['changes'] as JsonObject, 'changes.')] : texts;
};

/** What is said to the person: one reply in twenty names an office's landline to turn to, and no list has them all. */
const REPLIES: readonly string[] = ['text', 'answer'];
const mayStandIn = (field: string, kind: PersonalNumberKind, replies: readonly string[]): boolean =>
  kind === 'landline' && replies.includes(field);

/**
 * Refuses phone, identity, bank card and plate numbers in official texts: they are kept for good and searched. The office's own lines are
 * allowed, and in a reply any landline. The text for units of a secret case is none: a landline there may be the reporter's.
 */
export const checkTexts = (data: JsonObject, allowed: readonly string[], type?: string): void =>
  checkOfficialTexts(textsOf(data), allowed, type === 'WriteTextForUnits' ? [] : REPLIES);

/** The same of these texts by the names of their fields; the `answer` and the `text` are what is said to people. */
export const checkOfficialTexts = (
  texts: readonly (readonly [string, string])[],
  allowed: readonly string[],
  replies: readonly string[] = REPLIES,
): void => {
  for (const [field, text] of texts) {
    const found = personalNumbersIn(text, { allowed }).find(({ kind }) => !mayStandIn(field, kind, replies));
    if (found) throw new Refused('PersonalNumberInText', { field, at: found.at + 1 });
  }
};
