import {
  PARTS,
  type CaseOperations,
  type Part,
  type PersonCase,
  type PersonHeld,
  type PersonOperations,
} from '@sunlit/contracts';
import { Refused, categoryOf, type Json, type JsonObject, type StoredEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { isBox, openBox } from '@sunlit/privacy';
import { partsErased } from '../service/case.handover.js';
import { asNumber } from '../service/case.input.js';
import type { Lookup } from '../service/case.lookup.js';
import { isSecret, stepsOf } from '../service/case.story.js';
import { keyIdOf } from '../service/case.sealing.js';

type Context = Pick<ServiceContext, 'store' | 'keys' | 'readStore'>;

export interface PersonParts {
  readonly category: string;
  /** The desk projection's name. */
  readonly desk: string;
  readonly lookup: Lookup;
  readonly command: CaseOperations['command'];
}

const restrictionOf = (events: readonly StoredEvent[]): string | undefined => {
  const last = events.findLast(({ type }) => type === 'CaseRestricted' || type === 'RestrictionLifted');
  return last?.type === 'CaseRestricted' && last.data['erases'] !== undefined
    ? (last.data['until'] as string | undefined)
    : undefined;
};

const caseOf = (events: readonly StoredEvent[]): PersonCase => {
  const [{ stream, data, meta }] = events as [StoredEvent];
  const erased = partsErased(events);
  const held = PARTS.filter((part) => keyIdOf(part, events) !== null && !erased.includes(part));
  const erasedAfter = held.length > 0 ? restrictionOf(events) : undefined;
  return {
    ...{ stream, number: String(data['number']), kind: String(data['kind']), registeredAt: meta.recordedAt, held },
    ...(erasedAfter !== undefined && { erasedAfter }),
  };
};

/** The details of a case that are no boxes, as it was registered; corrections are steps of their own. */
const officialOf = ([first]: readonly StoredEvent[]): JsonObject =>
  Object.fromEntries(
    Object.entries(first!.data as JsonObject).filter(([, value]) => value !== undefined && !isBox(value)),
  ) as Record<string, Json>;

/** What the boxes of an event hold for the person whose key this is; who else is meant stays sealed. */
const personalIn = ({ data }: StoredEvent, keyId: string, key: Buffer): JsonObject | null => {
  const opened = Object.entries(data).flatMap(([name, value]) => {
    if (!isBox(value)) return [];
    return [[name, value.key === keyId ? openBox(key, value) : { state: 'withheld' }] as const];
  });
  return opened.length > 0 ? Object.fromEntries(opened) : null;
};

const textForUnits = (events: readonly StoredEvent[]): JsonObject => {
  const { data } = events.findLast(({ type }) => type === 'TextForUnitsWritten') ?? {};
  return data ? { summary: String(data['text' as never]) } : {};
};

/** Of what is held, what the subject wrote down nowhere: a description is in the words of whoever reported it. */
const notInOthersWords = (personal: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(personal).map(([field, content]) => {
      const { description, ...own } = content as JsonObject;
      return [field, description === undefined ? own : { ...own, description: { state: 'withheld' } }];
    }),
  );

/**
 * What the person complained of is given of a case whose reporter is kept secret: what is held of themselves, and the text for units; nothing
 * by which the reporter could be told, neither the office's texts, nor how, when and by whom it was told or handled (PIPL Art 45, 18: what the
 * law keeps secret is not given; docs/decisions/0024).
 */
const ofSubjectAlone = ({ case: held, official, steps }: PersonHeld, events: readonly StoredEvent[]): PersonHeld => {
  const { number, kind, category } = official;
  const own = steps.flatMap(({ personal, ...step }) =>
    personal?.['subject'] ? [{ ...step, data: {}, personal: notInOthersWords({ subject: personal['subject'] }) }] : [],
  );
  return {
    case: { ...held, held: ['subject'] },
    official: { number: number!, kind: kind!, category: category!, ...textForUnits(events) },
    steps: own.map(({ unit: _, ...step }) => step),
  };
};

/** The operations on a person: where one is found, and what is held. From the log itself, so that nothing a list leaves out is left out. */
export const personOperations = ({ store, keys, readStore }: Context, parts: PersonParts): PersonOperations => {
  const { category, desk, lookup, command } = parts;

  const streamOf = async (given: string): Promise<string | undefined> => {
    if (categoryOf(given) === category) return given;
    const { items } = await readStore.list(desk, { where: { number: asNumber(given) }, first: 1 });
    return items[0]?.key;
  };

  const held = async (stream: string, part: Part): Promise<PersonHeld> => {
    const events = await store.read(stream);
    const keyId = keyIdOf(part, events);
    const [key] = keyId === null ? [] : await keys.get([keyId]);
    if (keyId === null || !key) throw new Refused('Erased');
    const steps = stepsOf(events, false).map((entry) => {
      const personal = personalIn(events[entry.revision]!, keyId, key);
      return { ...entry, ...(personal && { personal }) };
    });
    const whole = { case: caseOf(events), official: officialOf(events), steps };
    return part === 'subject' && isSecret(events) ? ofSubjectAlone(whole, events) : whole;
  };

  return {
    personCases: async ({ phone }) => {
      const items: PersonCase[] = [];
      for (const stream of await lookup.everyStreamOf({ phone })) items.push(caseOf(await store.read(stream)));
      return { items: items.sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1)) };
    },
    personCase: async ({ case: given }) => {
      const stream = await streamOf(given);
      const events = stream === undefined ? [] : await store.read(stream);
      return { item: events.length > 0 ? caseOf(events) : null };
    },
    exportPerson: async ({ stream, part, purpose, ...envelope }) => {
      // That something was given is recorded only where something is there.
      await held(stream, part);
      const recorded = await command({ ...envelope, stream, type: 'ExportPerson', data: { part, purpose } });
      return { ...(await held(stream, part)), recorded };
    },
  };
};
