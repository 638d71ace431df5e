import type { PublicEvent } from '@sunlit/kernel';
import { UNTOUCHED, type Item, type Mark } from './item.js';

interface Recorded {
  readonly data: { readonly source: string; readonly medium: string; readonly why: string };
  readonly mark: Mark;
  readonly event: PublicEvent;
}

const NO_MATTER = 'none';

/** A contact that opened no matter, as an item of which nothing else is counted. */
export const invalidContact = ({ data, mark, event }: Recorded): Item => ({
  stream: event.subject,
  number: event.subject,
  cameOn: mark.day,
  kind: NO_MATTER,
  class: NO_MATTER,
  category: NO_MATTER,
  source: data.source,
  medium: data.medium,
  ...UNTOUCHED,
  registered: event.id,
  invalid: data.why,
});
