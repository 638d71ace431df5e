import { leadNow, type Item, type Round } from '../item/item.js';

/** The value of a dimension where there is none. */
export const NONE = 'none';

/** Declined, voided, taken-back and handed-over ones leave every figure; the last counts under what it became. */
export const counts = (item: Item): boolean =>
  item.accepted !== null && !item.declined && !item.voided && !item.handedOver && !item.takenBack;

/** What every matter is told by. */
export const details = (item: Item) => ({
  medium: item.medium,
  source: item.source,
  class: item.class,
  kind: item.kind,
  category: item.category,
  unit: leadNow(item) ?? NONE,
});

/** Whether the person got an answer in the round. */
export const isAnswered = ({ closed }: Round): boolean => closed !== undefined && closed.how !== 'withdrawn';
