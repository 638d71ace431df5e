import type { JsonObject } from '@sunlit/kernel';
import type { Sent } from './composed.js';

type Chance = (below: number) => number;

const HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const reviewer = { account: 'r', role: 'reviewer' };

/** A platform's order, now and then under a number that was sent before, also to the other service; nothing for most matters. */
export const orderOf = (source: string, chance: Chance, now: number): JsonObject => {
  if (source !== '12328' || chance(2) === 0) return {};
  const dispatchedAt = iso(now - chance(9) * HOUR);
  const order = { dispatchedAt, kind: '投诉举报', ...(chance(3) > 0 && { dueAt: iso(now + chance(200) * HOUR) }) };
  return { externalNumber: `BL${chance(150)}`, order };
};

/** What may pass between the office and a platform about its order. */
export const betweenOfficeAndPlatform = (now: number): readonly ((chance: Chance) => Sent)[] => [
  () => ({ type: 'SignOrder' }),
  () => ({ type: 'SignOrder' }),
  () => ({ type: 'ReturnOrder', data: { ground: 'not-ours' } }),
  () => ({ type: 'NoteOrderInsisted' }),
  (chance) => (chance(3) ? { type: 'NoteOrderInsisted' } : { type: 'NoteOrderTakenBack' }),
  (chance) => ({ type: 'NoteOrderSentAgain', data: { dispatchedAt: iso(now), dueAt: iso(now + chance(99) * HOUR) } }),
  (chance) => ({ type: 'AskOrderExtension', data: { dueAt: iso(now + chance(300) * HOUR), reason: '需现场核查' } }),
  (chance) => ({ type: 'NoteOrderExtension', data: { granted: chance(3) > 0 }, by: reviewer }),
  () => ({ type: 'ReportOrder' }),
  () => ({ type: 'ReportOrder' }),
  () => ({ type: 'NoteReportTaken' }),
  (chance) => ({
    type: 'NoteReportBounced',
    data: { reason: '未答复诉求', ...(chance(2) && { dueAt: iso(now + chance(99) * HOUR) }) },
  }),
  (chance) => ({ type: 'RecordPlatformRating', data: { level: 1 + chance(5), solved: 'yes' } }),
];
