import { SUMMARY_OF_SECRET, type Viewer } from '@sunlit/contracts';
import { Refused, type CommandMeta, type JsonObject } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import type { CaseState } from '../case/case.state.js';
import { mayOpenIdentity } from '../case/rules.js';

/**
 * Refuses to give a unit a secret case of which nobody has written what units read. What is imported was given to its unit before it came
 * here: that is recorded as it was, and the unit reads nothing of it here until a text is written.
 */
export const mustHaveTextForUnits = ({ secret, textForUnits }: CaseState, { by }: Pick<CommandMeta, 'by'>): void => {
  if (secret && !textForUnits && by.role !== 'importer') throw new Refused('TextForUnitsFirst');
};

/** Whether the viewer reads of a secret case what was written down of the person's words: who takes them down, and who may open the identity. */
export const readsSecretTexts = (office: Office, { role }: Pick<Viewer, 'role'>): boolean =>
  role === 'operator' || mayOpenIdentity(office, role);

const withoutNote = ({ note: _, ...rest }: JsonObject): JsonObject => rest;

/** A view of a secret case for everybody else: the text for units in place of the summary, and nothing said of the person. */
export const asForUnits = (view: JsonObject): JsonObject => {
  const { flags: _, contacts, opening: __, answeredBefore: ___, solved, ...rest } = view;
  const { textForUnits = SUMMARY_OF_SECRET } = view;
  const told = (contacts as readonly JsonObject[] | undefined)?.map(withoutNote);
  return {
    ...rest,
    summary: textForUnits,
    ...(told && { contacts: told }),
    ...(solved !== undefined && { solved: withoutNote(solved as JsonObject) }),
  };
};

/** Steps in whose texts the person is spoken of. */
const OF_THE_PERSON: ReadonlySet<string> = new Set([
  'CaseDeclined',
  'CaseDeclinedAsAnswered',
  'CaseWithdrawn',
  'CaseVoided',
  'CaseHandedOver',
  'CallerCorrected',
  'ContactAdded',
  'DetailsCorrected',
  'DuplicateReleased',
  'FollowerReleased',
  'FollowUpSelected',
  'FollowUpSolved',
  'RatingSetAside',
]);
const SAID = ['summary', 'reason', 'note', 'text'];

const withoutSaid = (data: JsonObject, also: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => name !== 'summary' && !also.includes(name))
      .map(([name, value]) => [name, isObject(value) ? withoutSaid(value, also) : value]),
  );

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The data of a secret case's step for everybody else. */
export const stepForUnits = (type: string, data: JsonObject): JsonObject =>
  withoutSaid(data, OF_THE_PERSON.has(type) ? SAID : []);
