import type { CaseStatus, Text } from './case.rpc.js';

/** Where a case stands, in words. */
export const statusTexts: Readonly<Record<CaseStatus, Text>> = {
  registered: { zh: '待受理', en: 'registered' },
  declined: { zh: '不予受理', en: 'declined' },
  accepted: { zh: '已受理', en: 'accepted' },
  assigned: { zh: '已派单', en: 'assigned' },
  signed: { zh: '办理中', en: 'in hand' },
  returned: { zh: '已退单', en: 'given back' },
  drafted: { zh: '待审核', en: 'to be reviewed' },
  'sent-back': { zh: '已退回修改', en: 'sent back' },
  approved: { zh: '待送达', en: 'to be delivered' },
  answered: { zh: '已答复', en: 'answered' },
  closed: { zh: '已办结', en: 'closed' },
  'handed-over': { zh: '已移交', en: 'handed over' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  voided: { zh: '已作废', en: 'voided' },
};

/** The text of a status; an unknown one is its own name. */
export const statusText = (status: string): Text =>
  Object.hasOwn(statusTexts, status) ? statusTexts[status as CaseStatus] : { zh: status, en: status };
