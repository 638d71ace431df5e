import type { Rules } from '@sunlit/casework';
import {
  canonicalJson,
  unchanged,
  type CollectionSpec,
  type DerivedChange,
  type Json,
  type JsonObject,
  type Projection,
  type StoredEvent,
} from '@sunlit/kernel';
import { consultationEvents } from '../domain/consultation.events.js';
import { rows, type AnsweredCase } from './answers-given.rows.js';

/** One answer given to a person; `without`: none of the knowledge base was named. */
export interface AnswerGiven {
  readonly case: string;
  readonly number: string;
  readonly summary: string;
  readonly category: string;
  readonly answeredAt: string;
  readonly month: string;
  readonly knowledge: string | null;
  readonly edition: number | null;
  readonly without: boolean;
}

/** The projection's name. */
export const ANSWERS_GIVEN = 'answers-given.v1';

/** The collection of answers given, one document a case and round. */
export const answersGivenCollection: CollectionSpec = {
  name: `${ANSWERS_GIVEN}.answers`,
  index: { knowledge: 'text', month: 'text', without: 'flag', category: 'text', answeredAt: 'instant' },
};

const entriesOf = (rules: Rules, stream: string, doc: AnsweredCase | null): Map<string, AnswerGiven> =>
  new Map(
    (doc?.answers ?? []).map(({ round, at, given }) => [
      `${stream} ${round}`,
      {
        case: stream,
        number: doc!.number,
        summary: doc!.summary,
        category: doc!.category,
        answeredAt: at,
        month: rules.day(at).slice(0, 7),
        knowledge: given?.knowledge ?? null,
        edition: given?.edition ?? null,
        without: given === undefined,
      },
    ]),
  );

const text = (entry: AnswerGiven | undefined): string => canonicalJson((entry ?? null) as unknown as Json);

const differences = (before: Map<string, AnswerGiven>, after: Map<string, AnswerGiven>): DerivedChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => text(before.get(key)) !== text(after.get(key)))
    .map((key) => ({
      collection: answersGivenCollection.name,
      key,
      change: () => (after.get(key) ?? null) as unknown as JsonObject | null,
    }));

/** Which answers of the knowledge base people were given, and which consultations were answered without one. */
export const answersGiven = (rules: Rules): Projection<StoredEvent, AnsweredCase> => ({
  name: ANSWERS_GIVEN,
  categories: ['consultation'],
  index: {},
  apply: Object.fromEntries(
    Object.keys(consultationEvents).map((type) => [type, (rows as Record<string, never>)[type] ?? unchanged]),
  ),
  derive: (before, after, { stream }) =>
    before === after ? [] : differences(entriesOf(rules, stream, before), entriesOf(rules, stream, after)),
  derived: [answersGivenCollection],
});
