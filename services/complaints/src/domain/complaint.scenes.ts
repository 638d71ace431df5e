import { dueSince, registeredFact, testRules } from '@sunlit/casework/testing';
import { specification } from '@sunlit/kernel/testing';
import { complaint } from './complaint.decider.js';
import type { ComplaintFact } from './complaint.events.js';

const rules = testRules('complaints');
export const given = specification(complaint(rules));
export const CAME = '2021-04-12T02:00:00.000Z';

export const registered = registeredFact('complaint');
export const accepted: ComplaintFact = { type: 'CaseAccepted', data: {} };
export const due = dueSince(rules, 'complaint', CAME);
export const assigned: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'buses', round: 1 } };
export const signed: ComplaintFact = { type: 'AssignmentSigned', data: { unit: 'buses' } };
export const drafted: ComplaintFact = { type: 'ReplyDrafted', data: { unit: 'buses', round: 1, text: '已整改' } };
export const approved: ComplaintFact = { type: 'ReplyApproved', data: { round: 1 } };
export const delivered: ComplaintFact = { type: 'ReplyDelivered', data: { how: 'phone', round: 1 } };
export const reached: ComplaintFact = { type: 'FollowUpAttempted', data: { outcome: 'reached', round: 1 } };
export const rated: ComplaintFact = { type: 'FollowUpRated', data: { level: 5, round: 1 } };

export const open = [registered, accepted, due] as const;
export const working = [...open, assigned, signed] as const;
export const answered = [...working, drafted, approved, delivered] as const;

export const by = (role: string, unit?: string) => ({ account: 'x', role, ...(unit && { unit }) });
export const as = (role: string, unit?: string) => ({ meta: { by: by(role, unit) } });
export const on = (at: string, role = 'operator') => ({ meta: { by: by(role), at, recordedAt: at } });
export const stated = (
  at: string,
  recordedAt: string,
  role = 'operator',
  precision: 'day' | 'minute' | 'second' = 'second',
) => ({
  meta: { by: by(role), at, recordedAt, occurredAt: { at, precision } },
});
export const command = <T extends string, D>(type: T, data: D, more: object = {}) => ({ type, data, ...more }) as never;
