import { dayOf, instantAt } from '@sunlit/calendar';
import type { JsonObject, Moment } from '@sunlit/kernel';
import { source as sourceOf } from '@sunlit/platform';
import type { Reading } from './read-row.js';
import type { RowReader } from './row-reader.js';

const DAY_IN_MINUTES = 24 * 60;

const TEXTS = {
  future: { zh: '时间在将来', en: 'the time is in the future' },
  halfOrder: { zh: '有办结期限而无派单时间', en: 'there is a due time but no time of the dispatch' },
  backwards: { zh: '办结期限早于派单时间', en: 'the due time is before the dispatch' },
  noPlatform: {
    zh: '来源不是平台,没有派单:请改正来源,或清空派单时间',
    en: 'the source is no platform and dispatches nothing: correct the source, or clear the time of the dispatch',
  },
} as const;

/** A due day lasts to its end. */
const untilOf = ({ at, precision }: Moment, zone: string): string =>
  precision === 'day' ? new Date(Date.parse(instantAt(dayOf(at, zone), DAY_IN_MINUTES, zone)) - 1).toISOString() : at;

const dueIn = (reader: RowReader, { mapping, zone }: Reading, dispatchedAt: string | undefined): string | undefined => {
  const field = mapping.order?.dueAt;
  const moment = field && reader.time(field);
  if (!moment) return undefined;
  const due = untilOf(moment, zone);
  if (dispatchedAt === undefined) return reader.refuse(mapping.order!.dispatchedAt.column, 'Missing', TEXTS.halfOrder);
  return due < dispatchedAt ? reader.refuse(field.column, 'BeforeWhatItAnswers', TEXTS.backwards) : due;
};

/** When it was dispatched; undefined where the row does not say, or says what does not hold. */
const dispatchIn = (
  reader: RowReader,
  { mapping, office, now }: Reading,
  source: string | undefined,
): string | undefined => {
  const field = mapping.order!.dispatchedAt;
  const at = reader.time(field)?.at;
  if (at === undefined) return undefined;
  if (at > now) return reader.refuse(field.column, 'InTheFuture', TEXTS.future);
  if (source === undefined || sourceOf(office, source)?.platform) return at;
  return reader.refuse(field.column, 'InvalidInput', TEXTS.noPlatform);
};

/** The order a row came as; undefined where it states no dispatch, or one that does not hold. */
export const readOrder = (reader: RowReader, reading: Reading, source: string | undefined): JsonObject | undefined => {
  const { order } = reading.mapping;
  if (!order) return undefined;
  const dispatchedAt = dispatchIn(reader, reading, source);
  if (dispatchedAt === undefined && reader.failed(order.dispatchedAt.column)) return undefined;
  const dueAt = dueIn(reader, reading, dispatchedAt);
  const kind = order.kind === undefined ? undefined : reader.text(order.kind);
  if (dispatchedAt === undefined) return undefined;
  return { dispatchedAt, ...(kind !== undefined && { kind }), ...(dueAt !== undefined && { dueAt }) };
};
