import type { Text } from '@sunlit/contracts';
import type { Office } from '@sunlit/platform';

/** Names of the profile's codes, in Chinese; an unknown code is its own name. */
export interface Names {
  of(dimension: string, code: string): string;
}

/** An instant as the office's clock shows it. */
export type LocalTime = (instant: string) => string;

/** The profile's codes by the dimension they are used in. */
export const namesOf = (office: Office): Names => {
  const index = (list: readonly { readonly code: string; readonly name: Text }[]) =>
    new Map(list.map(({ code, name }) => [code, name.zh]));
  const lists: Readonly<Record<string, Map<string, string>>> = {
    unit: index(office.units),
    kind: index(office.kinds),
    category: index(office.categories),
    source: index(office.sources),
    medium: index(office.media),
    how: index(office.media),
    ground: index([...office.declineGrounds, ...office.returnGrounds, ...office.redoGrounds]),
    role: index(office.roles),
  };
  return { of: (dimension, code) => lists[dimension]?.get(code) ?? code };
};

/** Where a case stands, in both languages. */
export const STATUS: Readonly<Record<string, Text>> = {
  REGISTERED: { zh: '待受理', en: 'registered' },
  DECLINED: { zh: '不予受理', en: 'declined' },
  ACCEPTED: { zh: '已受理', en: 'accepted' },
  ASSIGNED: { zh: '已派单', en: 'assigned' },
  SIGNED: { zh: '办理中', en: 'in hand' },
  RETURNED: { zh: '已退单', en: 'given back' },
  DRAFTED: { zh: '待审核', en: 'to be reviewed' },
  SENT_BACK: { zh: '已退回修改', en: 'sent back' },
  APPROVED: { zh: '待送达', en: 'to be delivered' },
  ANSWERED: { zh: '已答复', en: 'answered' },
  CLOSED: { zh: '已办结', en: 'closed' },
  HANDED_OVER: { zh: '已移交', en: 'handed over' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
  VOIDED: { zh: '已作废', en: 'voided' },
};
