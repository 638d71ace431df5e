import { Refused, Unavailable, type JsonObject } from '@sunlit/kernel';

/** How an answer travels: the value, or an error told by its kind. */
export type Answer =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly kind: 'refused'; readonly code: string; readonly details: JsonObject }
  | { readonly ok: false; readonly kind: 'unavailable'; readonly message: string }
  | { readonly ok: false; readonly kind: 'internal' };

/** The answer an error becomes: nothing of an unexpected one leaves the process. */
export const answerOf = (error: unknown): Answer => {
  if (error instanceof Refused) return { ok: false, kind: 'refused', code: error.code, details: error.details };
  if (error instanceof Unavailable) return { ok: false, kind: 'unavailable', message: error.message };
  return { ok: false, kind: 'internal' };
};

/** The value of an answer, or the error it carries, thrown. */
export const valueOf = (answer: Answer): JsonObject => {
  if (answer.ok) return answer.value;
  if (answer.kind === 'refused') throw new Refused(answer.code, answer.details);
  throw answer.kind === 'unavailable' ? new Unavailable(answer.message) : new Error('internal');
};
