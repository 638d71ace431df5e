import { Refused, derivedId, type JsonObject, type Policy, type PolicyCommand, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { ANSWERS_WITH_TEXT, serviceOfStream } from '../service/case.answers.js';

const by = { account: 'system', role: 'system' };

type Following = (event: StoredEvent, other: string) => JsonObject & { readonly type: string };

/** A command to the case that `name` of the event's data leads to. */
const to =
  (name: string, following: Following) =>
  (event: StoredEvent, commandId: string): PolicyCommand => {
    const other = String(event.data[name as never]);
    return command(other, { ...following(event, other), commandId }, event);
  };

const command = (stream: string, payload: JsonObject, { id, meta }: StoredEvent): PolicyCommand => ({
  service: serviceOfStream(stream),
  operation: 'command',
  payload: { ...payload, stream, by, correlation: meta.correlation, causation: id },
});

const told = (type: string, data: JsonObject): JsonObject & { readonly type: string } => ({ type, data });

/** What becomes of the two facts a case begins and ends a hold with. */
interface Hold {
  readonly name: 'duplicate' | 'follower';
  readonly refused: 'NoteJoinRefused' | 'NoteLinkRefused';
  readonly gone: 'NoteDuplicateGone' | 'NoteFollowerGone';
}
const DUPLICATE: Hold = { name: 'duplicate', refused: 'NoteJoinRefused', gone: 'NoteDuplicateGone' };
const FOLLOWER: Hold = { name: 'follower', refused: 'NoteLinkRefused', gone: 'NoteFollowerGone' };

type Refusal = { readonly code: string };
type OnRefusal = (event: StoredEvent, refusal: Refusal, commandId: string) => PolicyCommand;

/** The hold that an event begins is its own id; any other names it. */
const holdOf = ({ id, data }: StoredEvent): string => String(data['hold' as never] ?? id);

const note =
  ({ name, refused, gone }: Hold, type: 'refused' | 'gone'): OnRefusal =>
  (event, { code }, commandId) => {
    const data = {
      [name]: String(event.data[name as never]),
      hold: holdOf(event),
      ...(type === 'refused' && { code }),
    };
    // Asked again it may be refused for another reason: that is another command then, which changes nothing.
    const id = derivedId(commandId, code);
    return command(event.stream, { ...told(type === 'refused' ? refused : gone, data), commandId: id }, event);
  };

const failed = ({ type, stream }: StoredEvent, { code }: Refusal): Error =>
  new Error(`${type} of ${stream} was not carried out: ${code}. Retry it.`);

/** There is no such case: nothing will ever be joined. Any other refusal to let go is no answer. */
const neverThere =
  (hold: Hold): OnRefusal =>
  (event, refusal, commandId) => {
    if (refusal.code !== 'NotRegistered') throw failed(event, refusal);
    return note(hold, 'gone')(event, refusal, commandId);
  };

const REFUSED: Readonly<Record<string, OnRefusal>> = {
  DuplicateHeld: note(DUPLICATE, 'refused'),
  FollowerHeld: note(FOLLOWER, 'refused'),
  DuplicateReleased: neverThere(DUPLICATE),
  FollowerReleased: neverThere(FOLLOWER),
};

/** Tells the case that held this one that it is free. */
const free = ({ name, gone }: Hold) => to('from', (event) => told(gone, { [name]: event.stream, hold: holdOf(event) }));

const passOn = (leading: string, event: StoredEvent, follower?: string): PolicyCommand => ({
  service: serviceOfStream(leading),
  operation: 'passReplyOn',
  payload: { stream: leading, event: event.id, ...(follower !== undefined && { follower }) },
});

/**
 * What a service's cases make others do that are joined into them or follow them, and what these say back. One policy, so that of one case
 * everything is done in the order it was decided in: a join before its release. `types`: every type of the category.
 */
export const joiningPolicy = (category: string, types: readonly string[]): Policy => ({
  name: `${category}-joining.v1`,
  categories: [category],
  types,
  on: {
    DuplicateHeld: to('duplicate', (event) => told('JoinCase', { into: event.stream, hold: event.id })),
    DuplicateReleased: to('duplicate', (event) => told('UnjoinCase', { from: event.stream, hold: holdOf(event) })),
    CaseUnjoined: free(DUPLICATE),
    FollowerHeld: to('follower', (event) => told('LinkCase', { under: event.stream, hold: event.id })),
    FollowerReleased: to('follower', (event) => told('UnlinkCase', { from: event.stream, hold: holdOf(event) })),
    CaseUnlinked: free(FOLLOWER),
    HoldCalledOff: (event, commandId) =>
      free(event.data['what' as never] === 'link' ? FOLLOWER : DUPLICATE)(event, commandId),
    // Whichever comes later of the link and the approval brings the reply.
    CaseLinked: (event) => passOn(String(event.data['under' as never]), event, event.stream),
    ReplyApproved: (event) => passOn(event.stream, event),
  },
  refused: (event, refusal, commandId) => {
    const row = REFUSED[event.type];
    if (!row) throw failed(event, refusal);
    return row(event, refusal, commandId);
  },
});

/** The cases that follow this one now, by its events. */
const followersIn = (events: readonly StoredEvent[]): readonly string[] => {
  const held = new Set<string>();
  for (const { type, data } of events) {
    if (type === 'FollowerHeld') held.add(String(data['follower' as never]));
    if (type === 'FollowerReleased') held.delete(String(data['follower' as never]));
  }
  return [...held];
};

/** What holds the text of a reply. */
const TEXTS = ['ReplyDrafted', 'ReplyTakenOver', ...ANSWERS_WITH_TEXT];
const UNDONE: readonly string[] = ['ReplyDrafted', 'ReplySentBack', 'CaseReopened', 'CaseRedone', 'CaseVoided'];

/** The answer of the knowledge base that the reply is, if it is one: named right behind it. */
const usedIn = (events: readonly StoredEvent[], reply: StoredEvent): { readonly used?: JsonObject } => {
  const next = events.find(({ revision }) => revision === reply.revision + 1);
  return next?.type === 'KnowledgeUsed' ? { used: { ...next.data } as JsonObject } : {};
};

interface Approved {
  readonly id: string;
  readonly said: JsonObject;
}

/** The approval or answer that holds now, and what it says; null where none does. */
const approved = (events: readonly StoredEvent[]): Approved | null => {
  const at = events.findLastIndex(({ type }) => type === 'ReplyApproved' || ANSWERS_WITH_TEXT.includes(type));
  if (at < 0 || events.slice(at + 1).some(({ type }) => UNDONE.includes(type))) return null;
  const said = events.slice(0, at + 1).findLast(({ type }) => TEXTS.includes(type));
  return said
    ? { id: events[at]!.id, said: { text: String(said.data['text' as never]), ...usedIn(events, said) } }
    : null;
};

/** One that is not linked yet, or no more, gets nothing: its link brings the reply when it comes. */
const NOT_NOW: readonly string[] = ['NotLinked'];

const refusalCode = (error: unknown): string => {
  if (error instanceof Refused && error.code !== 'SomeoneElseChangedThis') return error.code;
  throw error;
};

/**
 * Gives the approved reply of a leading case to those that follow it, or to one; what one does not take is recorded here. A command's id is
 * that of the approval and the follower, so that each is given once, whichever fact asked for it and however often.
 */
export const passReplyOn =
  ({ store, rpc }: Pick<ServiceContext, 'store' | 'rpc'>) =>
  async ({ stream, event, follower }: { stream: string; event: string; follower?: string }): Promise<JsonObject> => {
    const events = await store.read(stream);
    const reply = approved(events);
    if (!reply) return {};
    const send = (to: string, type: string, data: JsonObject, ...id: readonly string[]) => {
      const commandId = derivedId(reply.id, type, ...id);
      return rpc.call(serviceOfStream(to), 'command', { commandId, stream: to, type, data, by, causation: event });
    };
    for (const one of followersIn(events).filter((held) => follower === undefined || held === follower)) {
      const code = await send(one, 'TakeOverReply', { from: stream, ...reply.said }, one).then(() => null, refusalCode);
      if (code !== null && !NOT_NOW.includes(code))
        await send(stream, 'NoteReplyNotTaken', { follower: one, code }, one, code);
    }
    return {};
  };
