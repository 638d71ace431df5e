import type { OrderView, Text } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Difference } from './import.types.js';

const BECAUSE = {
  notAnOrder: {
    zh: '登记时不是平台工单,事后不能补成工单',
    en: 'it was not registered as an order of a platform, and does not become one afterwards',
  },
  earlier: {
    zh: '记录的是更晚的一次派单,以后一次为准',
    en: 'a later dispatch is recorded, and the later one counts',
  },
  kind: {
    zh: '平台所用的类型名称随派单记录,不单独更正',
    en: 'the platform’s word for the kind is kept as it came with its dispatch',
  },
} as const;

/** Whether the difference is one of the platform's order. */
export const isOfOrder = ({ field }: Difference): boolean => field.startsWith('order.');

/**
 * What tells the case that its order was dispatched anew, or is wanted by another time, as the sheet says; or why nothing does. Given the order
 * as it is recorded.
 */
export const orderCorrection = (
  recorded: OrderView | undefined,
  said: JsonObject,
  differences: readonly Difference[],
): { readonly data: JsonObject } | { readonly because: Text } => {
  if (!recorded) return { because: BECAUSE.notAnOrder };
  if (String(said['dispatchedAt']) < recorded.dispatchedAt) return { because: BECAUSE.earlier };
  return differences.every(({ field }) => field === 'order.kind') ? { because: BECAUSE.kind } : { data: said };
};
