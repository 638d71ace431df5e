import type { Seen } from './address.js';
import type { Due, Matter } from './matter.page.js';

/** A matter as it was known at an instant; `past` where something was recorded after it, so that what it has become is not told. */
export interface MatterThen extends Matter {
  readonly past: boolean;
}

const isDue = (value: unknown): value is Due => typeof value === 'object' && value !== null && 'steps' in value;

/** Leaves out what was recorded after the instant: the steps, the deadline they set and where it was handed over to. */
export const matterAsOf = (matter: Matter, { asOf }: Seen): MatterThen => {
  const entries = asOf
    ? matter.entries.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(asOf))
    : matter.entries;
  if (entries.length === matter.entries.length) return { ...matter, past: false };
  const due = entries.map(({ data }) => data['due']).findLast(isDue) ?? null;
  const handedOverTo = entries.some(({ type }) => type === 'CaseHandedOver') ? matter.handedOverTo : null;
  return { ...matter, entries, due, handedOverTo, past: true };
};
