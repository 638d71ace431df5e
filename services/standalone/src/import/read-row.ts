import { caseCommands } from '@sunlit/contracts';
import { dayOf } from '@sunlit/calendar';
import type { JsonObject, Moment } from '@sunlit/kernel';
import { kind as kindOf } from '@sunlit/platform';
import type { Row } from '../sheets/index.js';
import { maskNumbers } from './clean-text.js';
import type { RowProblem } from './import.types.js';
import { columnOf } from './mapping.columns.js';
import type { Mapping } from './mapping.schema.js';
import { readOrder } from './read-order.js';
import { readOutcome } from './read-outcome.js';
import type { RowPlan, Stage } from './row-plan.js';
import { rowReader, type ReadingCells, type RowReader } from './row-reader.js';
import { normal } from './normal.js';

/** What the rows of a table are read by. */
export interface Reading extends ReadingCells {
  /** The sheet, where more than one is imported. */
  readonly sheet?: string;
  /** Numbers that are the office's own and may stand in official texts. */
  readonly ownNumbers: readonly string[];
  /** ISO 8601 UTC. */
  readonly now: string;
}

export type ReadRow =
  | { readonly plan: RowPlan }
  | { readonly problems: readonly RowProblem[]; readonly number?: string }
  | { readonly skip: string };

const MAX_SUMMARY = 500;

/** The column for whose value the mapping leaves the row out, if there is one. */
export const skippedBy = (reader: RowReader, { skip = [] }: Mapping): string | undefined =>
  skip.find(({ column, values, pattern }) => {
    const written = normal(reader.literal(column) ?? '');
    if (values) return values.some((value) => normal(value) === written);
    return new RegExp(pattern!, 'u').test(written);
  })?.column;

const cameAt = (reader: RowReader, { cameAt: field }: Mapping, now: string): Moment | undefined => {
  const moment = reader.time(field);
  const { column } = field;
  if (!moment) {
    if (reader.failed(column)) return undefined;
    return reader.refuse(column, 'Missing', { zh: '时间为空', en: 'the time is empty' });
  }
  if (moment.at <= now) return moment;
  return reader.refuse(column, 'InTheFuture', { zh: '时间在将来', en: 'the time is in the future' });
};

const codes = (reader: RowReader, mapping: Mapping, on: string | undefined): JsonObject => {
  const names = ['source', 'medium', 'kind', 'category', 'urgency', 'callerType', 'servicePoint'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = mapping[name];
      const code = field && reader.code(field, name, on);
      return code === undefined ? [] : [[name, code]];
    }),
  );
};

const optional = (reader: RowReader, label: string | undefined): string | undefined =>
  label === undefined ? undefined : reader.text(label);

/** The summary without personal numbers and not too long; what that takes away stays whole in the statement, which is sealed. */
const texts = (reader: RowReader, { mapping, ownNumbers }: Reading) => {
  const title = reader.text(mapping.summary);
  const said = optional(reader, mapping.statement);
  const place = optional(reader, mapping.place);
  const rest = place === undefined ? {} : { place };
  if (title === undefined) {
    if (!reader.failed(mapping.summary))
      reader.refuse(mapping.summary, 'Missing', { zh: '主题为空', en: 'the summary is empty' });
    return { summary: '', masked: 0, statement: { text: said ?? '', ...rest } };
  }
  const { text, masked } = maskNumbers(title, ownNumbers);
  const summary = text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY - 1).toWellFormed()}…` : text;
  const whole = summary === title ? (said ?? title) : [title, said].filter(Boolean).join('\n');
  return { summary, masked, statement: { text: whole, ...rest } };
};

const READ_AS: Readonly<Record<string, 'text' | 'phone' | 'plain'>> = {
  phone: 'phone',
  email: 'plain',
  idNumber: 'plain',
};

const caller = (reader: RowReader, { caller: fields = {} }: Mapping): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, label]) => {
      const text = label === undefined ? undefined : reader[READ_AS[name] ?? 'text'](label);
      return text === undefined ? [] : [[name, text]];
    }),
  );

/** The command's own schema has the last word: a row that passes is not refused for its shape later. */
const checkShape = (reader: RowReader, mapping: Mapping, data: JsonObject): void => {
  const result = caseCommands.RegisterCase.safeParse(data);
  for (const issue of result.error?.issues ?? []) {
    const column = columnOf(mapping, issue.path.map(String));
    const long = issue.code === 'too_big';
    const zh = long ? `超过 ${issue.maximum} 字` : `有误（${issue.message}）`;
    const en = long ? `is longer than ${issue.maximum} characters` : issue.message;
    if (!reader.failed(column)) reader.refuse(column, 'InvalidInput', { zh, en });
  }
};

/** Reads what the row says; whether it holds is told by the reader's problems. */
const readAll = (reader: RowReader, reading: Reading) => {
  const { mapping, zone, now } = reading;
  const number = reader.number(mapping.number);
  const came = cameAt(reader, mapping, now);
  const details = codes(reader, mapping, came && dayOf(came.at, zone));
  const { summary, masked, statement } = texts(reader, reading);
  const history = mapping.rows === 'history';
  const person = { caller: caller(reader, mapping), statement };
  const order = readOrder(reader, reading, details['source'] as string | undefined);
  const rest = { accept: true, history, ...(order && { order }) };
  const data: JsonObject = { ...details, summary, externalNumber: number, ...person, ...rest };
  const outcome = readOutcome(reader, reading, came);
  if (reader.problems.length === 0) checkShape(reader, mapping, data);
  return { number, came, data, masked, outcome };
};

/** A row as everything it will send, or everything wrong with it, or why it is left out. Sends nothing. */
export const readRow = (row: Row, reading: Reading): ReadRow => {
  const { mapping, office, sheet } = reading;
  const reader = rowReader(row, reading);
  const skip = skippedBy(reader, mapping);
  if (skip !== undefined) return { skip };
  const { number, came, data, masked, outcome } = readAll(reader, reading);
  const { problems } = reader;
  if (problems.length > 0 || number === undefined || !came)
    return { problems, ...(number !== undefined && { number }) };
  const command = { step: 'registered', type: 'RegisterCase', data, occurredAt: came };
  const registered: Stage = { name: 'registered', commands: () => [command] };
  const kind = String(data['kind']);
  const plan: RowPlan = {
    row: row.number,
    ...(sheet !== undefined && { sheet }),
    source: String(data['source']),
    number,
    kind,
    service: kindOf(office, kind)!.service,
    stages: [registered, ...outcome.stages],
    masked: { summaries: masked, replies: outcome.masked },
    platformRating: outcome.platformRating,
    ...(outcome.reply && { reply: outcome.reply }),
  };
  return { plan };
};
