import type { Fact, StoredEvent } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import type { DeskDocument } from '../desk/desk.document.js';
import type { DeskRow } from '../desk/desk.rows.js';
import type { namingEvents } from './naming.events.js';

type Own = Extract<CaseworkFact, { type: keyof typeof namingEvents }>;
type Rows = { readonly [T in Own['type']]: DeskRow<Extract<Own, { type: T }>> };
type Row = <F extends Fact>(change: (doc: DeskDocument, event: StoredEvent & F) => DeskDocument) => DeskRow<F>;

/** What the desk shows of what a matter names; ratings nobody was called for are in the timeline. */
export const namingRows = (row: Row): Rows => ({
  AttributesGiven: row((doc, { data: { coded, texts } }) => ({ ...doc, attributes: { ...coded, ...texts } })),
  RatingReceived: row((doc) => doc),
});
