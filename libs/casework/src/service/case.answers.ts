import { Refused, type JsonObject, type Rpc, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { isSecret } from './case.story.js';

/** The service that has a case. */
export const serviceOfStream = (stream: string): 'complaints' | 'consultations' =>
  stream.startsWith('complaint-') ? 'complaints' : 'consultations';

/** Answers that carry their own text; a delivered one has it in its draft. */
export const ANSWERS_WITH_TEXT: readonly string[] = ['AnsweredAtFirstContact', 'AnswerRecorded'];
const ANSWERS = [...ANSWERS_WITH_TEXT, 'ReplyDelivered'];
const ENDS = [...ANSWERS, 'CaseReopened', 'CaseRedone', 'CaseVoided'];

/** The number of an answered case and the event that answered it; `Refused('NoSuchCase')`, or `NotAnswered` as long as it is not. */
export const answerOf =
  ({ store }: Pick<ServiceContext, 'store'>) =>
  async ({ stream }: { readonly stream: string }): Promise<{ number: string; event: string; secret?: true }> => {
    const events: readonly StoredEvent[] = await store.read(stream);
    if (events.length === 0) throw new Refused('NoSuchCase', { field: 'answered' });
    const last = events.findLast(({ type }) => ENDS.includes(type));
    if (!last || !ANSWERS.includes(last.type)) throw new Refused('NotAnswered', { field: 'answered' });
    const number = String(events[0]!.data['number' as never]);
    return { number, event: last.id, ...(isSecret(events) && { secret: true }) };
  };

/** Nothing, where the case is registered; else `Refused('NoSuchCase')`. */
export const caseKnown =
  ({ store }: Pick<ServiceContext, 'store'>) =>
  async ({ stream }: { readonly stream: string }): Promise<Record<string, never>> => {
    if ((await store.read(stream)).length === 0) throw new Refused('NoSuchCase', { field: 'case' });
    return {};
  };

/** What a command that names another case needs to know of it, from the service that has it; refused at once where there is none. */
export const othersNamed = async (rpc: Rpc, type: string, data: JsonObject): Promise<JsonObject> => {
  const { answered, duplicate, follower } = data;
  const ask = (operation: string, stream: unknown) =>
    rpc.call(serviceOfStream(String(stream)), operation, { stream: String(stream) });
  if (type === 'DeclineAsAnswered') return ask('answerOf', answered);
  if (type === 'ReportOrder' && answered !== undefined) return ask('answerOf', answered);
  if (type === 'HoldDuplicate' || type === 'HoldFollower') return ask('caseKnown', duplicate ?? follower);
  return {};
};
