import { checkOfficialTexts, parsedData, tokenOf, type CommandPayload, type Rules } from '@sunlit/casework';
import {
  knowledgeCommands,
  missingAnswerCommands,
  missingAnswerStream,
  knowledgeStream,
  type AnswerText,
  type CommandAnswer,
} from '@sunlit/contracts';
import {
  Refused,
  derivedId,
  digestOf,
  fold,
  handler,
  isUuid,
  type Envelope,
  type Json,
  type JsonObject,
  type Outcome,
  type Prepared,
  type StoredEvent,
} from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { knowledge, mayBeGiven, type Knowledge } from './knowledge.decider.js';
import { missingAnswer } from './missing-answer.decider.js';
import { termsOf } from './search-terms.js';

type Context = Pick<ServiceContext, 'store' | 'clock' | 'office'>;

const COMMANDS = { ...knowledgeCommands, ...missingAnswerCommands };

const isMissing = (type: string): boolean => Object.hasOwn(missingAnswerCommands, type);

const textsIn = (data: JsonObject): (readonly [string, string])[] => {
  const { question, answer, reason, keywords = [], policy } = data as unknown as Partial<AnswerText> & JsonObject;
  const { title, number } = policy ?? {};
  const named = { question, answer, reason, 'policy.title': title, 'policy.number': number };
  const texts = Object.entries(named).filter((one): one is [string, string] => typeof one[1] === 'string');
  return [...texts, ...keywords.map((word) => ['keywords', word] as const)];
};

/** The same question, however it is spaced and punctuated, of the same category is the same stream. */
const streamOfQuestion = ({ question, category }: JsonObject): string =>
  `missinganswer-${derivedId(String(category), ...termsOf(String(question)).sort())}`;

const checked = (stream: string | undefined, isRight: boolean, code: string): string => {
  if (stream === undefined || !isRight) throw new Refused(code, { field: 'knowledge' });
  return stream;
};

const streamFor = ({ type, commandId, stream }: CommandPayload, data: JsonObject): string => {
  if (type === 'ProposeAnswer') return `knowledge-${commandId}`;
  if (type === 'NoteMissingAnswer') return streamOfQuestion(data);
  if (type === 'SettleMissingAnswer')
    return checked(String(data['question']), missingAnswerStream.safeParse(data['question']).success, 'NoSuchQuestion');
  return checked(stream, knowledgeStream.safeParse(stream).success, 'NoSuchAnswer');
};

/** Commands on the knowledge base, and what a case needs to know of an answer it names. */
export const knowledgeOperations = ({ store, clock, office }: Context, service: string, rules: Rules) => {
  const allowed = office.sources.flatMap(({ phone }) => phone ?? []);
  const decider = knowledge(rules);
  const read = async (stream: string): Promise<Knowledge> => fold(decider, await store.read(stream));

  /** Refuses an answer that may not be given on the day of this instant; else its edition. */
  const editionOf = async (stream: string): Promise<number> => {
    const found = await read(stream);
    if (found.is === 'none') throw new Refused('NoSuchAnswer', { field: 'knowledge' });
    if (!mayBeGiven(found, rules.day(new Date(clock()).toISOString())))
      throw new Refused('AnswerNotInForce', { field: 'knowledge' });
    return found.edition;
  };

  const bodyOf = ({ type, data }: Envelope): Json => ({ type, data });
  const options = {
    store,
    clock,
    prepare: async (envelope: Envelope): Promise<Prepared> => {
      const data = parsedData(COMMANDS, envelope);
      // Named by its stream already.
      if (envelope.type === 'SettleMissingAnswer') await editionOf(String(data['knowledge']));
      return { data, digest: digestOf(bodyOf(envelope)) };
    },
    sameCommand: async (envelope: Envelope, recorded: StoredEvent): Promise<boolean> =>
      digestOf(bodyOf(envelope)) === recorded.meta.digest,
  };
  const ofAnswers = handler({ ...options, decider });
  const ofQuestions = handler({ ...options, decider: missingAnswer(rules) });

  const command = async (payload: CommandPayload): Promise<CommandAnswer> => {
    const { commandId } = payload;
    if (typeof commandId !== 'string' || !isUuid(commandId))
      throw new Refused('InvalidInput', { field: 'commandId', problem: 'is no UUID in lower case' });
    const data = parsedData(COMMANDS, payload);
    checkOfficialTexts(textsIn(data), allowed);
    const { occurredAt: _, ...rest } = payload;
    const envelope: Envelope = { ...rest, stream: streamFor(payload, data) };
    const outcome: Outcome = await (isMissing(payload.type) ? ofQuestions : ofAnswers)(envelope);
    return { ...outcome, token: tokenOf(service, outcome.position) };
  };

  return {
    command,
    /** What a case's command needs besides: the edition of the answer it names. */
    adds: async ({ knowledge: named }: JsonObject): Promise<JsonObject> =>
      typeof named === 'string' ? { edition: await editionOf(named) } : {},
  };
};
