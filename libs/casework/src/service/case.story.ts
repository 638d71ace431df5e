import type { CaseOperations, CaseProgress, Text, TimelineEntry } from '@sunlit/contracts';
import { Refused, occurredAt, type Json, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import { declineGround, type Office, type ServiceContext } from '@sunlit/platform';
import { isBox, queryCode, sameCode } from '@sunlit/privacy';
import { STEPS_FOR_CITIZENS, outcomeUnrecorded, stepTitles } from '../case/case.titles.js';
import { asNumber } from './case.input.js';
import type { DeskDocument } from '../desk/desk.document.js';
import { readsSecretTexts, stepForUnits } from '../person/text-for-units.js';

/** Kept in events for the program's own use. */
const INNER: ReadonlySet<string> = new Set([
  'keys',
  'linked',
  'taker',
  'callId',
  'event',
  'hold',
  'what',
  'startedAt',
  'endedAt',
]);

/** What is said of the person, not of the case: for the desk alone. */
const OF_THE_PERSON: ReadonlySet<string> = new Set(['PersonFlagged', 'FlagRemoved']);

/** Steps of which everybody may know that they were taken, and nobody here what was said of them: who may, reads the log. */
const SAID_TO_NOBODY: ReadonlySet<string> = new Set([
  'SecrecyGiven',
  'SecrecyLifted',
  'TextForUnitsWritten',
  'IdentityOpened',
  'CaseRestricted',
  'RestrictionLifted',
  'PersonalDataExported',
  'PersonTakenOver',
]);

const titleOf = (type: string) => stepTitles[type] ?? { zh: type, en: type };

/** The data without boxes, keys and links: what everybody may see. */
const safe = (data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !INNER.has(name) && !isBox(value) && value !== undefined),
  ) as {
    [name: string]: Json;
  };

/** Whether the person's identity is kept secret, as the log says. */
export const isSecret = (events: readonly StoredEvent[]): boolean =>
  events.findLast(({ type }) => type === 'SecrecyGiven' || type === 'SecrecyLifted')?.type === 'SecrecyGiven';

/** The steps of a case; `closed`: as units and everybody else read those of a secret one. */
export const stepsOf = (events: readonly StoredEvent[], closed: boolean): TimelineEntry[] =>
  events
    .filter(({ type }) => !OF_THE_PERSON.has(type))
    .map((event) => {
      const entry = entryOf(event);
      return closed ? { ...entry, data: stepForUnits(event.type, entry.data) } : entry;
    });

const entryOf = (event: StoredEvent): TimelineEntry => {
  const { id, revision, type, meta } = event;
  const { unit, role } = meta.by;
  const times = { occurredAt: occurredAt(event), recordedAt: meta.recordedAt, stated: meta.occurredAt !== undefined };
  return {
    id,
    revision,
    type,
    title: titleOf(type),
    ...times,
    role,
    ...(unit && { unit }),
    data: SAID_TO_NOBODY.has(type) ? {} : safe(event.data as JsonObject),
  };
};

const named = ({ zh, en }: Text, number: string): Text => ({ zh: `${zh}(${number})`, en: `${en} (${number})` });

/** What the step is called to the citizen: one declined says why, and where to go instead. */
const titleForCitizen = (office: Office, { type, data }: StoredEvent): Text => {
  const title = titleOf(type);
  if (type === 'InterimReplyGiven')
    return { zh: `${title.zh}:${String(data['text'])}`, en: `${title.en}: ${String(data['text'])}` };
  if (type === 'CaseDeclinedAsAnswered') return named(title, String(data['number']));
  const ground = type === 'CaseDeclined' ? declineGround(office, String(data['ground'])) : null;
  if (!ground) return title;
  const { name, whereTo } = ground;
  return {
    zh: `${title.zh}:${name.zh}。${whereTo.zh}`,
    en: `${title.en}: ${name.en}. ${whereTo.en}`,
  };
};

const progressIn = (office: Office, doc: DeskDocument, events: readonly StoredEvent[]): CaseProgress => {
  const { number, status, kind, cameAt, dueOn, unit, delivered, answeredAt, declinedGround } = doc;
  const happened = events
    .filter(({ type }) => STEPS_FOR_CITIZENS.has(type))
    .map((event) => ({ title: titleForCitizen(office, event), at: occurredAt(event) }));
  const steps = doc.outcomeUnrecorded ? [...happened, { title: outcomeUnrecorded, at: doc.registeredAt }] : happened;
  return {
    number,
    status,
    kind,
    cameAt,
    steps,
    ...(dueOn && { dueOn }),
    ...(unit && { unit }),
    ...(delivered && { reply: delivered }),
    ...(answeredAt && { answeredAt }),
    ...(declinedGround && { declinedGround }),
  };
};

type Context = Pick<ServiceContext, 'store' | 'readStore' | 'keys' | 'office'>;

/** A case's story for whoever asks: the timeline for all, the progress for the citizen whose it is. */
export const caseStory = ({ store, readStore, keys, office }: Context, desk: string) => {
  const documentOf = async (number: string): Promise<{ stream: string; doc: DeskDocument } | null> => {
    const { items } = await readStore.list(desk, { where: { number }, first: 1 });
    return items[0] ? { stream: items[0].key, doc: items[0].doc as unknown as DeskDocument } : null;
  };

  /** A wrong number costs the same look at a key and the same comparison as a wrong code, so neither can be told from the other. */
  const codeHolds = async (doc: DeskDocument | undefined, given: string): Promise<boolean> => {
    const [key] = doc && isBox(doc.caller) ? await keys.get([doc.caller.key]) : [];
    const holds = sameCode(queryCode(key ?? (await keys.permanent('query-code-decoy'))), given);
    return holds && key !== undefined && key !== null;
  };

  const operations: Pick<CaseOperations, 'timeline' | 'progress' | 'progressOf'> = {
    timeline: async ({ stream, viewer }) => {
      const events = await store.read(stream);
      const reads = viewer !== undefined && readsSecretTexts(office, viewer);
      return { entries: stepsOf(events, isSecret(events) && !reads) };
    },
    progress: async ({ number, queryCode: given }) => {
      const found = await documentOf(asNumber(number));
      if (!(await codeHolds(found?.doc, given)) || !found) throw new Refused('NoSuchCase');
      const progress = progressIn(office, found.doc, await store.read(found.stream));
      const { handedOverTo, joinedInto } = found.doc;
      return { progress, ...(handedOverTo && { handedOverTo }), ...(joinedInto && { joinedInto }) };
    },
    progressOf: async ({ stream }) => {
      const [found] = await readStore.get(desk, [stream]);
      if (!found?.doc) throw new Refused('NoSuchCase');
      return { progress: progressIn(office, found.doc as unknown as DeskDocument, await store.read(stream)) };
    },
  };
  return operations;
};
