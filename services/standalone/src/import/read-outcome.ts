import { dayOf } from '@sunlit/calendar';
import type { Text } from '@sunlit/contracts';
import type { Moment } from '@sunlit/kernel';
import { maskNumbers } from './clean-text.js';
import { fitting, valueIn } from './code-reader.js';
import type { ReplyKind } from './import.types.js';
import type { Mapping, TimeField } from './mapping.schema.js';
import type { Reading } from './read-row.js';
import { notBefore } from './read-time.js';
import { replyKind } from './reply-kind.js';
import { answeredStage, interimStage, ratedStage, type Answer, type Rating, type Stage } from './row-plan.js';
import type { RowReader } from './row-reader.js';

const MAX_REPLY = 8_000;
const MAX_INTERIM = 2_000;

/** How a matter ended as far as the row says: the stages after registration. */
export interface ReadOutcome {
  readonly stages: readonly Stage[];
  readonly masked: number;
  /** Whether a platform's own rating was met: it is not the office's, so it makes no stage. */
  readonly platformRating: boolean;
  readonly reply?: ReplyKind;
}

/** What a time follows, and what to say where it does not. */
interface Follows {
  readonly moment: Moment;
  readonly otherwise: Text;
}

const after = (
  reader: RowReader,
  { column, formats }: TimeField,
  earlier: Follows,
  now: string,
): Moment | undefined => {
  const moment = reader.time({ column, formats });
  if (!moment) return undefined;
  if (moment.at > now)
    return reader.refuse(column, 'InTheFuture', { zh: '时间在将来', en: 'the time is in the future' });
  return notBefore(moment, earlier.moment) ?? reader.refuse(column, 'BeforeWhatItAnswers', earlier.otherwise);
};

const answerText = (reader: RowReader, answer: NonNullable<Mapping['answer']>, ownNumbers: readonly string[]) => {
  const column = answer.text;
  const written = reader.text(column);
  if (written === undefined) return undefined;
  const { text, masked } = maskNumbers(written, ownNumbers);
  const is = replyKind(reader, answer, written);
  const max = is === 'final' ? MAX_REPLY : MAX_INTERIM;
  if (text.length <= max) return { text, masked, is };
  return reader.refuse(column, 'InvalidInput', { zh: `超过 ${max} 字`, en: `is longer than ${max} characters` });
};

const HALF = {
  time: { zh: '有答复而无答复时间', en: 'there is an answer but no time of it' },
  text: { zh: '有答复时间而无答复', en: 'there is a time of the answer but no answer' },
} as const;

/** Where one of the two is missing, and the other is not: who is to blame. */
const readBoth = (reader: RowReader, reading: Reading, came: Moment) => {
  const answer = reading.mapping.answer!;
  const { text: column, at: field } = answer;
  const reply = answerText(reader, answer, reading.ownNumbers);
  const otherwise = { zh: '答复时间早于来件时间', en: 'the answer is before its question' };
  const at = after(reader, field, { moment: came, otherwise }, reading.now);
  if (reader.failed(column) || reader.failed(field.column)) return undefined;
  if (reply && at) return { reply, at };
  if (reply) return reader.refuse(field.column, 'Missing', HALF.time);
  return at && reader.refuse(column, 'Missing', HALF.text);
};

/** History keeps only the answer: who gave it is asked of live rows alone. */
const answeringUnit = (reader: RowReader, { rows, unit }: Mapping, on: string): string | undefined =>
  rows === 'live' && unit ? reader.code(unit, 'unit', on) : undefined;

type RawAnswer = Answer & { readonly masked: number; readonly is: ReplyKind };

const readAnswer = (reader: RowReader, reading: Reading, came: Moment): RawAnswer | undefined => {
  const { answer } = reading.mapping;
  const both = answer && readBoth(reader, reading, came);
  if (!both) return undefined;
  const on = dayOf(both.at.at, reading.zone);
  const how = answer.how && reader.code(answer.how, 'medium', on);
  const unit = both.reply.is === 'final' ? answeringUnit(reader, reading.mapping, on) : undefined;
  return { ...both.reply, at: both.at, ...(how !== undefined && { how }), ...(unit !== undefined && { unit }) };
};

type RatingRule = NonNullable<Mapping['rating']>;

const ratingIn = ({ values, patterns }: RatingRule, written: string) =>
  valueIn(values, written) ?? (patterns && fitting(patterns, written)?.value);

const unknownRating = (reader: RowReader, { column, otherwise }: RatingRule, written: string): undefined => {
  if (otherwise === 'none' || reader.text(column) === undefined) return undefined;
  const shown = written.slice(0, 40);
  return reader.refuse(column, 'UnknownValue', {
    zh: `映射中没有评价“${shown}”`,
    en: `the mapping has no rating “${shown}”`,
  });
};

const ratingValue = (reader: RowReader, { mapping: { rating } }: Reading) => {
  const written = rating && reader.literal(rating.column);
  if (!rating || written === undefined) return undefined;
  const value = ratingIn(rating, written) ?? unknownRating(reader, rating, written);
  return value === 'none' ? undefined : value;
};

const ratingTime = (reader: RowReader, { mapping, now }: Reading, answer: Answer): Moment | undefined => {
  const field = mapping.rating?.at;
  if (!field) return answer.at;
  const otherwise = { zh: '评价时间早于答复时间', en: 'the rating is before the answer' };
  const at = after(reader, field, { moment: answer.at, otherwise }, now);
  if (at || reader.failed(field.column)) return at;
  return reader.refuse(field.column, 'Missing', {
    zh: '有评价而无评价时间',
    en: 'there is a rating but no time of it',
  });
};

const readRating = (reader: RowReader, reading: Reading, answer: Answer | undefined): Rating | undefined => {
  const { rating } = reading.mapping;
  const value = ratingValue(reader, reading);
  if (rating?.by !== 'office' || value === undefined) return undefined;
  if (!answer)
    return reader.refuse(rating.column, 'RatingWithoutAnswer', {
      zh: '有评价而无答复',
      en: 'there is a rating but no answer',
    });
  const at = ratingTime(reader, reading, answer);
  return at && { value, at };
};

const hasPlatformRating = (reader: RowReader, reading: Reading): boolean =>
  reading.mapping.rating?.by === 'platform' && ratingValue(reader, reading) !== undefined;

/** A notice before the answer is none, so there is nothing to rate yet. */
const stagesOf = (reader: RowReader, reading: Reading, reply: RawAnswer | undefined): Stage[] => {
  const answer = reply?.is === 'final' ? reply : undefined;
  const rating = readRating(reader, reading, answer);
  const told =
    reply && !answer ? interimStage(reply) : answer && answeredStage(answer, reading.mapping.rows === 'history');
  return [told, rating && ratedStage(rating)].filter((stage) => stage !== undefined);
};

/** Reads answer and rating of a row; what is wrong goes to the reader's problems. */
export const readOutcome = (reader: RowReader, reading: Reading, came: Moment | undefined): ReadOutcome => {
  if (!came) return { stages: [], masked: 0, platformRating: false };
  const before = reader.problems.length;
  const reply = readAnswer(reader, reading, came);
  const stages = reader.problems.length > before ? [] : stagesOf(reader, reading, reply);
  const platformRating = hasPlatformRating(reader, reading);
  return { stages, masked: reply?.masked ?? 0, platformRating, ...(reply && { reply: reply.is }) };
};
