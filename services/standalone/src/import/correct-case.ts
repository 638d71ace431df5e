import { createHash } from 'node:crypto';
import { Refused, canonicalJson, derivedId, type Actor, type JsonObject, type Rpc } from '@sunlit/kernel';
import { refusalText, type CaseView, type Text } from '@sunlit/contracts';
import type { CaseService } from '@sunlit/platform';
import { isOfOrder, orderCorrection } from './correct-order.js';
import type { Difference } from './import.types.js';
import type { PlannedCommand } from './row-plan.js';

/** The case to correct, and who does. */
export interface Correcting {
  readonly view: CaseView;
  readonly stream: string;
  readonly service: CaseService;
  readonly rpc: Rpc;
  readonly by: Actor;
}

const REASON = '按来表更正';
const DETAILS = new Set(['kind', 'category', 'medium', 'urgency', 'callerType', 'servicePoint', 'summary']);

type Outcome = { readonly corrected: true } | { readonly because: Text };

const attempt = async (
  { rpc, by, stream, service, view }: Correcting,
  type: string,
  data: JsonObject,
): Promise<Outcome> => {
  // The version is part of it: to correct back and forth is twice a correction, to try again after a crash is not.
  const digest = createHash('sha256').update(canonicalJson(data)).digest('hex');
  const commandId = derivedId(stream, 'import.correct', type, String(view.revision), digest);
  try {
    await rpc.call(service, 'command', { commandId, stream, type, data, by: { ...by } } as JsonObject);
    return { corrected: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { because: refusalText(error.code, error.details) };
  }
};

const changesOf = (differences: readonly Difference[], { data, occurredAt }: PlannedCommand): JsonObject => {
  const defaults: JsonObject = { urgency: 'normal', callerType: 'person' };
  const changed = differences.filter(({ field }) => DETAILS.has(field) || field === 'cameAt');
  const value = (field: string) => (field === 'cameAt' ? occurredAt.at : (data[field] ?? defaults[field]));
  return Object.fromEntries(
    changed.flatMap(({ field }) => (value(field) === undefined ? [] : [[field, value(field)!]])),
  );
};

/** What nobody may see here, or is erased, is not written over. */
const personal = (view: CaseView, differences: readonly Difference[], { data }: PlannedCommand): JsonObject => {
  const parts = new Set(differences.map(({ field }) => field.split('.')[0]!));
  const mayChange = (part: 'caller' | 'statement'): boolean =>
    parts.has(part) && (view[part]?.state ?? 'open') === 'open';
  return Object.fromEntries(
    (['caller', 'statement'] as const).flatMap((part) => (mayChange(part) ? [[part, data[part] ?? {}]] : [])),
  );
};

/** What became of the differences of the order; false where there are none. */
const ofOrder = async (
  correcting: Correcting,
  differences: readonly Difference[],
  { data }: PlannedCommand,
): Promise<Outcome | false> => {
  const own = differences.filter(isOfOrder);
  if (own.length === 0) return false;
  const found = orderCorrection(correcting.view.order, (data['order'] ?? {}) as JsonObject, own);
  return 'because' in found ? found : attempt(correcting, 'NoteOrderSentAgain', found.data);
};

/** Corrects the details, the person's fields and the order of a case to what the sheet says; each difference with what became of it. */
export const corrected = async (
  correcting: Correcting,
  differences: readonly Difference[],
  command: PlannedCommand,
): Promise<Difference[]> => {
  const changes = changesOf(differences, command);
  const person = personal(correcting.view, differences, command);
  const details =
    Object.keys(changes).length > 0 && (await attempt(correcting, 'CorrectDetails', { changes, reason: REASON }));
  const caller =
    Object.keys(person).length > 0 && (await attempt(correcting, 'CorrectCaller', { ...person, reason: REASON }));
  const order = await ofOrder(correcting, differences, command);
  return differences.map((each) => {
    if (isOfOrder(each)) return { ...each, ...(order || {}) };
    if (Object.hasOwn(changes, each.field)) return { ...each, ...(details || {}) };
    return Object.hasOwn(person, each.field.split('.')[0]!) ? { ...each, ...(caller || {}) } : each;
  });
};
