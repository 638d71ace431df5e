import { addDays } from '@sunlit/calendar';
import type { DeskFilter, Viewer } from '@sunlit/contracts';
import { Refused, type FieldValue, type Where } from '@sunlit/kernel';
import { categorySubtree, subtree, type Office } from '@sunlit/platform';
import { bigrams } from './bigrams.js';

export const QUEUES = [
  'open',
  'overdue',
  'due-soon',
  'to-accept',
  'to-assign',
  'to-sign',
  'to-review',
  'to-deliver',
  'follow-up',
  'extension',
  'suspended',
  'suspension',
  'tasks',
  'order-to-sign',
  'order-to-report',
  'order-bounced',
] as const satisfies readonly NonNullable<DeskFilter['queue']>[];
export type Queue = (typeof QUEUES)[number];

/** What a viewer may list, and whether boxes are opened for them. Deny by default: who is none of these roles sees no personal data. */
export const scopeOf = (
  office: Office,
  { role, unit }: Viewer,
): { readonly where: Where | null; readonly opens: boolean } => {
  if (role === 'operator' || role === 'reviewer') return { where: {}, opens: true };
  if (role !== 'unit-handler') return { where: {}, opens: false };
  return { where: unit === undefined ? null : { units: { any: subtree(office, unit) } }, opens: true };
};

const queues: Readonly<Record<Queue, (today: string, own: readonly string[]) => Where>> = {
  open: () => ({ open: true }),
  overdue: (today) => ({ open: true, suspended: false, dueOn: { to: addDays(today, -1) } }),
  'due-soon': (today) => ({ open: true, suspended: false, dueOn: { from: today }, warnOn: { to: today } }),
  'to-accept': () => ({ status: { in: ['registered'] } }),
  'to-assign': () => ({ status: { in: ['accepted', 'returned'] }, follows: false }),
  'to-sign': () => ({ status: { in: ['assigned'] } }),
  'to-review': () => ({ status: { in: ['drafted'] } }),
  'to-deliver': () => ({ status: { in: ['approved'] } }),
  'follow-up': () => ({ toFollowUp: true }),
  extension: () => ({ extensionPending: true }),
  suspended: () => ({ suspended: true }),
  suspension: () => ({ suspensionPending: true }),
  // A handler's: those of their own units.
  'order-to-sign': () => ({ orderQueue: 'to-sign' }),
  'order-to-report': () => ({ orderQueue: 'to-report' }),
  'order-bounced': () => ({ orderQueue: 'bounced' }),
  tasks: (_, own) => ({ taskUnits: { any: own } }),
};

const range = (from: string | undefined, to: string | undefined): Where[string] | null =>
  from === undefined && to === undefined
    ? null
    : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };

const searched = (text: string): Where => {
  const terms = bigrams(text);
  if (terms.length === 0)
    throw new Refused('InvalidInput', {
      field: 'search',
      problem: '至少两个汉字或一个词 / at least two Chinese characters or a word',
    });
  return { terms: { all: terms } };
};

const present = (where: Readonly<Record<string, Where[string] | null | undefined>>): Where =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null && value !== undefined)) as Where;

const filtered = (office: Office, filter: DeskFilter): Where =>
  present({
    status: filter.status && { in: filter.status },
    kind: filter.kind && { in: filter.kind },
    unit: filter.unit === undefined ? null : { in: subtree(office, filter.unit) },
    category: filter.category === undefined ? null : { in: categorySubtree(office, filter.category) },
    source: filter.source,
    medium: filter.medium,
    history: filter.history,
    dueOn: range(filter.dueFrom, filter.dueTo),
    cameOn: range(filter.cameFrom, filter.cameTo),
    ...(filter.search !== undefined && searched(filter.search)),
  });

type In = { readonly in: readonly FieldValue[] };
type Range = { readonly from?: string; readonly to?: string };

const isIn = (value: unknown): value is In => typeof value === 'object' && value !== null && 'in' in value;

const later = (a: string | undefined, b: string | undefined) => (a === undefined || (b !== undefined && b > a) ? b : a);
const earlier = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** Both conditions on one field at once. */
const both = (one: Where[string], other: Where[string]): Where[string] => {
  if (isIn(one) && isIn(other)) return { in: one.in.filter((value) => other.in.includes(value)) };
  if (typeof one !== 'object' || typeof other !== 'object') return one === other ? one : { in: [] };
  const [a, b] = [one as Range, other as Range];
  return range(later(a.from, b.from), earlier(a.to, b.to))!;
};

const merged = (parts: readonly Where[]): Where => {
  const where: Record<string, Where[string]> = {};
  for (const part of parts)
    for (const [field, condition] of Object.entries(part))
      where[field] = field in where ? both(where[field]!, condition) : condition;
  return where;
};

/** The units a viewer acts for: those of their scope, or all. */
const ownUnits = (office: Office, scope: Where): readonly string[] =>
  (scope['units'] as { readonly any: readonly string[] } | undefined)?.any ?? office.units.map(({ code }) => code);

/** The documents a viewer asks for, or null where there can be none. */
export const whereOf = (office: Office, viewer: Viewer, filter: DeskFilter, today: string): Where | null => {
  const { where: scope } = scopeOf(office, viewer);
  if (!scope) return null;
  // Imported history without an outcome is nobody's work until somebody takes it up.
  const queue =
    filter.queue === undefined
      ? {}
      : { ...queues[filter.queue](today, ownUnits(office, scope)), outcomeUnrecorded: false };
  return merged([scope, filtered(office, filter), queue]);
};
