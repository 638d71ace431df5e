import type { CaseStatus, Text } from './case.rpc.js';
import type { OrderStatus } from './case.views.js';

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
  'taken-back': { zh: '平台已收回', en: 'taken back by the platform' },
  joined: { zh: '已并案', en: 'joined' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  voided: { zh: '已作废', en: 'voided' },
};

/** The text of a status; an unknown one is its own name. */
export const statusText = (status: string): Text =>
  Object.hasOwn(statusTexts, status) ? statusTexts[status as CaseStatus] : { zh: status, en: status };

/** Where a platform's order stands, in words. */
export const orderStatusTexts: Readonly<Record<OrderStatus, Text>> = {
  'to-sign': { zh: '待签收', en: 'to be signed for' },
  signed: { zh: '已签收', en: 'signed for' },
  'return-asked': { zh: '已申请退单', en: 'asked to be taken back' },
  'taken-back': { zh: '平台已收回', en: 'taken back by the platform' },
  reported: { zh: '已报结', en: 'reported' },
  taken: { zh: '平台已接收', en: 'taken by the platform' },
  bounced: { zh: '平台退回重办', en: 'bounced by the platform' },
};

/** The text of an order's status; an unknown one is its own name. */
export const orderStatusText = (status: string): Text =>
  Object.hasOwn(orderStatusTexts, status) ? orderStatusTexts[status as OrderStatus] : { zh: status, en: status };
