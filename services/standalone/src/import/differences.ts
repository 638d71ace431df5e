import type { CaseView } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Difference, StageName } from './import.types.js';
import type { Mapping } from './mapping.schema.js';
import { columnOf } from './mapping.columns.js';
import type { PlannedCommand } from './row-plan.js';

type Plain = string | number | boolean | null;
type Compared = readonly [field: string, recorded: unknown, sheet: unknown];

const DETAILS = ['kind', 'category', 'source', 'medium', 'urgency', 'callerType', 'servicePoint', 'summary'] as const;
const CALLER = ['name', 'phone', 'address', 'email', 'organisation', 'idNumber'] as const;
const DEFAULTS: JsonObject = { urgency: 'normal', callerType: 'person' };

const plain = (value: unknown): Plain => (value === undefined ? null : (value as Plain));

/** Of the order only what the sheet states: the platform may have said more since. */
const ofOrder = ({ order }: CaseView, said: JsonObject = {}): Compared[] =>
  Object.keys(said).map((name): Compared => [`order.${name}`, order?.[name as 'dueAt'], said[name]]);

const ofRegistration = (view: CaseView, { data, occurredAt }: PlannedCommand): Compared[] => {
  const details = DETAILS.map((name): Compared => [name, view[name], data[name] ?? DEFAULTS[name]]);
  const order = ofOrder(view, data['order'] as JsonObject | undefined);
  return [...details, ['cameAt', view.cameAt, occurredAt.at], ['history', view.history, data['history']], ...order];
};

/** The content of a sealed part; null where it cannot be compared: erased, or not for this reader's eyes. */
const opened = (part: CaseView['statement']): JsonObject | null =>
  !part ? {} : part.state === 'open' ? (part as JsonObject) : null;

const members = (part: CaseView['statement'], name: string, of: readonly string[], sheet: unknown): Compared[] => {
  const recorded = opened(part);
  const said = (sheet ?? {}) as JsonObject;
  if (recorded) return of.map((member): Compared => [`${name}.${member}`, recorded[member], said[member]]);
  // Not seen and not erased: that something differs must not be lost.
  return part?.state === 'withheld' ? [[`${name}.${of[0]}`, null, 'withheld']] : [];
};

const personal = (view: CaseView, { data }: PlannedCommand): Compared[] => [
  ...members(view.caller, 'caller', CALLER, data['caller']),
  ...members(view.statement, 'statement', ['text', 'place'], data['statement']),
];

const ofAnswer = (view: CaseView, commands: readonly PlannedCommand[]): Compared[] => {
  const text = commands.find(({ data }) => data['text'] !== undefined)?.data['text'];
  const unit = commands.find(({ data }) => data['unit'] !== undefined)?.data['unit'];
  const compared: Compared[] = [
    ['answer.text', view.reply, text],
    ['answer.at', view.answeredAt, commands.at(-1)?.occurredAt.at],
  ];
  return unit === undefined ? compared : [...compared, ['unit', view.unit, unit]];
};

/** Notices are known by their time: the one of that time may say something else. */
const ofInterim = ({ interimReplies = [] }: CaseView, { data, occurredAt }: PlannedCommand): Compared[] => {
  const recorded = interimReplies.find(({ at }) => at === occurredAt.at);
  return [['answer.text', recorded?.['text'], data['text']]];
};

const differing = (compared: readonly Compared[], mapping: Mapping, show: boolean): Difference[] =>
  compared
    .filter(([, recorded, sheet]) => plain(recorded) !== plain(sheet))
    .map(([field, recorded, sheet]) => ({
      column: columnOf(mapping, field.split('.')),
      field,
      ...(show && { recorded: plain(recorded), sheet: plain(sheet) }),
    }));

/**
 * What of a stage is recorded otherwise than the sheet says, with both values; of personal data only that it differs. None where what is
 * recorded says the same by now: it was corrected to what the sheet says.
 */
export const differences = (
  view: CaseView,
  stage: StageName,
  commands: readonly PlannedCommand[],
  mapping: Mapping,
): Difference[] => {
  const last = commands.at(-1)!;
  if (stage === 'registered')
    return [
      ...differing(ofRegistration(view, last), mapping, true),
      ...differing(personal(view, last), mapping, false),
    ];
  if (stage === 'interim') return differing(ofInterim(view, last), mapping, true);
  if (stage === 'answered') return differing(ofAnswer(view, commands), mapping, true);
  const rating: Compared = ['rating', view.level, last.data['level']];
  return differing([rating], mapping, true);
};
