import type { CommandPayload } from '@sunlit/casework';
import type { JsonObject, KeyStore } from '@sunlit/kernel';
import { answered, type BackEnd } from './back-end.js';
import { checkAndSeal } from './checked.js';

/** A handler that keeps nothing but a count: of commands as they come, or of commands checked and sealed. */
export const nothing = (keys: Pick<KeyStore, 'take'>, checks: boolean): BackEnd => {
  const seal = checks ? checkAndSeal(keys) : async ({ data }: CommandPayload): Promise<JsonObject> => data;
  const byCategory: Record<string, number> = {};
  let cases = 0;
  return {
    name: checks ? 'checked' : 'nothing',
    command: async (payload) => {
      const { category } = (await seal(payload)) as { readonly category: string };
      byCategory[category] = (byCategory[category] ?? 0) + 1;
      return answered(payload, String(++cases));
    },
    settings: async () => ['keeps nothing'],
    kept: async () => ({ cases, byCategory, rows: {} }),
    close: async () => undefined,
  };
};
