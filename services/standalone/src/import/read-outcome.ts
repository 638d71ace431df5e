import { dayOf } from '@sunlit/calendar';
import type { Moment } from '@sunlit/kernel';
import { maskNumbers } from './clean-text.js';
import type { TimeField } from './mapping.schema.js';
import type { Reading } from './read-row.js';
import { notBefore } from './read-time.js';
import { answeredStage, ratedStage, type Answer, type Rating, type Stage } from './row-plan.js';
import type { RowReader } from './row-reader.js';

const MAX_REPLY = 8_000;

/** How a matter ended as far as the row says: the stages after registration. */
export interface ReadOutcome {
  readonly stages: readonly Stage[];
  readonly masked: number;
  /** Whether a platform's own rating was met: it is not the office's, so it makes no stage. */
  readonly platformRating: boolean;
}

const EARLIER = {
  answer: { zh: '答复时间早于来件时间', en: 'the answer is before its question' },
  rating: { zh: '评价时间早于答复时间', en: 'the rating is before the answer' },
} as const;

const after = (reader: RowReader, field: TimeField, earlier: Moment, what: 'answer' | 'rating', now: string) => {
  const moment = reader.time(field);
  if (!moment) return undefined;
  if (moment.at > now)
    return reader.refuse(field.column, 'InTheFuture', { zh: '时间在将来', en: 'the time is in the future' });
  return notBefore(moment, earlier) ?? reader.refuse(field.column, 'BeforeWhatItAnswers', EARLIER[what]);
};

const answerText = (reader: RowReader, column: string, ownNumbers: readonly string[]) => {
  const written = reader.text(column);
  if (written === undefined) return undefined;
  const reply = maskNumbers(written, ownNumbers);
  if (reply.text.length <= MAX_REPLY) return reply;
  return reader.refuse(column, 'InvalidInput', {
    zh: `超过 ${MAX_REPLY} 字`,
    en: `is longer than ${MAX_REPLY} characters`,
  });
};

const answerUnit = (reader: RowReader, { mapping, zone }: Reading, at: Moment): string | undefined =>
  mapping.rows === 'live' && mapping.unit ? reader.code(mapping.unit, 'unit', dayOf(at.at, zone)) : undefined;

const readAnswer = (reader: RowReader, reading: Reading, came: Moment): (Answer & { masked: number }) | undefined => {
  const { mapping, ownNumbers, now, zone } = reading;
  if (!mapping.answer) return undefined;
  const { text: column, at: field, how } = mapping.answer;
  const reply = answerText(reader, column, ownNumbers);
  const at = after(reader, field, came, 'answer', now);
  const failed = reader.problems.some((each) => each.column === column || each.column === field.column);
  if (failed || (!reply && !at)) return undefined;
  if (!at)
    return reader.refuse(field.column, 'Missing', {
      zh: '有答复而无答复时间',
      en: 'there is an answer but no time of it',
    });
  if (!reply)
    return reader.refuse(column, 'Missing', {
      zh: '有答复时间而无答复',
      en: 'there is a time of the answer but no answer',
    });
  const code = how && reader.code(how, 'medium', dayOf(at.at, zone));
  const unit = answerUnit(reader, reading, at);
  return {
    text: reply.text,
    masked: reply.masked,
    at,
    ...(code !== undefined && { how: code }),
    ...(unit !== undefined && { unit }),
  };
};

const ratingValue = (reader: RowReader, { mapping: { rating } }: Reading) => {
  if (!rating) return undefined;
  const written = reader.text(rating.column);
  if (written === undefined) return undefined;
  const value = Object.hasOwn(rating.values, written) ? rating.values[written] : undefined;
  if (value !== undefined) return value === 'none' ? undefined : value;
  if (rating.otherwise === 'none') return undefined;
  const shown = written.slice(0, 40);
  return reader.refuse(rating.column, 'UnknownValue', {
    zh: `映射中没有评价“${shown}”`,
    en: `the mapping has no rating “${shown}”`,
  });
};

const readRating = (reader: RowReader, reading: Reading, answer: Answer | undefined): Rating | undefined => {
  const { rating } = reading.mapping;
  const value = ratingValue(reader, reading);
  if (!rating || value === undefined || rating.by === 'platform') return undefined;
  if (!answer)
    return reader.refuse(rating.column, 'RatingWithoutAnswer', {
      zh: '有评价而无答复',
      en: 'there is a rating but no answer',
    });
  const at = rating.at ? after(reader, rating.at, answer.at, 'rating', reading.now) : answer.at;
  if (at) return { value, at };
  if (reader.problems.some(({ column }) => column === rating.at?.column)) return undefined;
  return reader.refuse(rating.at!.column, 'Missing', {
    zh: '有评价而无评价时间',
    en: 'there is a rating but no time of it',
  });
};

/** Reads answer and rating of a row; what is wrong goes to the reader's problems. */
export const readOutcome = (reader: RowReader, reading: Reading, came: Moment | undefined): ReadOutcome => {
  const { mapping } = reading;
  if (!came) return { stages: [], masked: 0, platformRating: false };
  const before = reader.problems.length;
  const answer = readAnswer(reader, reading, came);
  const rating = reader.problems.length > before ? undefined : readRating(reader, reading, answer);
  const stages = [
    ...(answer ? [answeredStage(answer, mapping.rows === 'history')] : []),
    ...(rating ? [ratedStage(rating)] : []),
  ];
  const platformRating = mapping.rating?.by === 'platform' && ratingValue(reader, reading) !== undefined;
  return { stages, masked: answer?.masked ?? 0, platformRating };
};
