import type { PublicEvent } from '@sunlit/kernel';
import type { Item, Mark } from './item.js';

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
  contactable: false,
  history: false,
  origin: null,
  accepted: null,
  declined: false,
  voided: false,
  handedOver: false,
  joined: null,
  registered: event.id,
  contacts: [],
  invalid: data.why,
  leads: [],
  rounds: [],
  handled: null,
  received: [],
  named: null,
  since: {},
  moment: { at: '', from: 0 },
});
