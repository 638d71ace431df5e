import type { Text } from '@sunlit/contracts';
import type { Office } from '@sunlit/platform';

/** Names of the profile's codes; an unknown code is its own name. */
export interface Names {
  /** In Chinese. */
  of(dimension: string, code: string): string;
  both(dimension: string, code: string): Text;
}

/** An instant as the office's clock shows it. */
export type LocalTime = (instant: string) => string;

/** The profile's codes by the dimension they are used in. */
export const namesOf = (office: Office): Names => {
  const index = (list: readonly { readonly code: string; readonly name: Text }[]) =>
    new Map(list.map(({ code, name }) => [code, name]));
  const lists: Readonly<Record<string, Map<string, Text>>> = {
    unit: index(office.units),
    kind: index(office.kinds),
    category: index(office.categories),
    source: index(office.sources),
    medium: index(office.media),
    how: index(office.media),
    ground: index([
      ...office.declineGrounds,
      ...office.returnGrounds,
      ...office.redoGrounds,
      ...(office.suspensionGrounds ?? []),
      ...(office.setAsideGrounds ?? []),
    ]),
    because: index(office.dissatisfactionReasons ?? []),
    field: index(office.businessFields ?? []),
    district: index(office.districts ?? []),
    role: index(office.roles),
  };
  const both = (dimension: string, code: string): Text => lists[dimension]?.get(code) ?? { zh: code, en: code };
  return { both, of: (dimension, code) => both(dimension, code).zh };
};

/** What took an entry out of a figure, by the type of the event; another type is told as it is. */
export const TAKEN_OUT: Readonly<Record<string, Text>> = {
  CaseVoided: { zh: '作废', en: 'Voided' },
  CaseDeclined: { zh: '不予受理', en: 'Declined' },
  CaseHandedOver: { zh: '转为投诉办理', en: 'Handed over as a complaint' },
  CaseWithdrawn: { zh: '来电人撤回', en: 'Withdrawn by the person' },
  CaseReopened: { zh: '重新办理', en: 'Reopened' },
  CaseRedone: { zh: '重办', en: 'To be handled again' },
  DetailsCorrected: { zh: '更正登记内容', en: 'Details corrected' },
  DeadlineSet: { zh: '期限变动', en: 'Deadline changed' },
  DeadlineStarted: { zh: '期限变动', en: 'Deadline changed' },
  FollowUpRated: { zh: '新的评价', en: 'Rated again' },
  RatingSetAside: { zh: '评价不予采用', en: 'The rating was set aside' },
  RatingRestored: { zh: '恢复评价', en: 'The rating was restored' },
  RatingReceived: { zh: '新的评价', en: 'Rated again' },
  AttributesGiven: { zh: '更正属性', en: 'Attributes given anew' },
  FollowUpNumberMissing: { zh: '未留电话', en: 'No number was given' },
  FollowUpSelected: { zh: '人工选取回访', en: 'Picked by hand for follow-up' },
  FollowUpPassedOver: { zh: '未列入回访', en: 'Not selected for follow-up' },
  FollowUpSolved: { zh: '新的回访结果', en: 'Told again whether it is solved' },
  AssignmentReturned: { zh: '退单', en: 'Given back by the unit' },
  CaseAssigned: { zh: '改派', en: 'Assigned anew' },
  CaseJoined: { zh: '并入另一件', en: 'Joined into another case' },
  CaseUnjoined: { zh: '恢复单独办理', en: 'On its own again' },
  CaseDeclinedAsAnswered: { zh: '不予受理:此前已答复', en: 'Declined: answered before' },
  InvalidContactVoided: { zh: '误记作废', en: 'Recorded by mistake' },
};
