import type { Fact, JsonObject, StoredEvent } from '@sunlit/kernel';
import { defined, momentOf } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { Rules } from '../case/rules.js';
import type { DeskDocument } from '../desk/desk.document.js';
import type { DeskRow } from '../desk/desk.rows.js';
import type { followUpEvents } from './follow-up.events.js';
import { CONCLUDES } from './follow-up.rules.js';

type Types = keyof typeof followUpEvents | 'FollowUpAttempted' | 'FollowUpRated';
type FactOf<T extends Types> = Extract<CaseworkFact, { type: T }>;
type Row = <F extends Fact>(change: (doc: DeskDocument, event: StoredEvent & F) => DeskDocument) => DeskRow<F>;

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);

/** Of the round the desk shows: what is said of an earlier one is in the timeline. */
const ofTheRound = (doc: DeskDocument, round: number, change: (doc: DeskDocument) => DeskDocument): DeskDocument =>
  round === doc.round ? change(doc) : doc;

/** What the desk shows of a round's follow-up. */
export const followUpRows = (row: Row, rules: Rules): { readonly [T in Types]: DeskRow<FactOf<T>> } => ({
  FollowUpSelected: row((doc, { data }) => ({ ...doc, followUp: data.by })),
  FollowUpPassedOver: row((doc) => ({ ...doc, followUp: 'passed-over' })),
  FollowUpNumberMissing: row((doc) => ({ ...doc, contactable: false })),
  FollowUpAttempted: row((doc, event) => {
    const { comment, outcome } = event.data;
    const day = rules.day(momentOf(event).at);
    const called = { lastCalledOn: later(doc.lastCalledOn, day) };
    return { ...doc, ...called, ...(CONCLUDES.includes(outcome) && { concluded: true }), ...(comment && { comment }) };
  }),
  FollowUpGivenUp: row((doc) => ({ ...doc, concluded: true })),
  FollowUpRated: row((doc, { data }) => ({ ...doc, level: data.level, rated: true })),
  FollowUpSolved: row((doc, { data: { round: _, because, ...solved } }) => ({
    ...doc,
    solved: defined({ ...solved, reason: because }) as JsonObject,
  })),
  RatingSetAside: row((doc, { data }) =>
    ofTheRound(doc, data.round, (now) => ({ ...now, ratingSetAside: data.ground })),
  ),
  RatingRestored: row((doc, { data }) =>
    ofTheRound(doc, data.round, ({ ratingSetAside: _, ...now }) => now as DeskDocument),
  ),
});
