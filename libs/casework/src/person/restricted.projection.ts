import type { Part } from '@sunlit/contracts';
import {
  derivedId,
  unchanged,
  type JsonObject,
  type PolicyCommand,
  type Projection,
  type StoredEvent,
} from '@sunlit/kernel';
import type { ServiceContext, Timer } from '@sunlit/platform';
import type { CaseworkFact } from '../case/casework.events.js';
import type { Rules } from '../case/rules.js';

/** A case of which parts are erased once its restriction is over. */
export interface ErasureToCome {
  /** The last day on which it is only restricted. */
  readonly until: string;
  readonly parts: readonly Part[];
  /** The event that restricted it: after a later one the erasure is another. */
  readonly by: string;
}

type Restricted = Extract<CaseworkFact, { type: 'CaseRestricted' }>['data'];
type Row = (doc: ErasureToCome | null, event: StoredEvent) => ErasureToCome | null;

const restricted: Row = (_, { id, data }) => {
  const { until, erases } = data as unknown as Restricted;
  return until !== undefined && erases ? { until, parts: erases, by: id } : null;
};

const erased: Row = (doc, { data }) => {
  const { parts } = data as unknown as { readonly parts: readonly Part[] };
  const left = doc?.parts.filter((part) => !parts.includes(part)) ?? [];
  return doc && left.length > 0 ? { ...doc, parts: left } : null;
};

/** What is to be erased when; `types` are all there are in the category. */
export const erasuresToCome = (category: string, types: readonly string[]): Projection<StoredEvent, ErasureToCome> => ({
  name: `${category}-erasures.v1`,
  categories: [category],
  index: { until: 'day' },
  apply: {
    ...Object.fromEntries(types.map((type) => [type, unchanged<ErasureToCome>])),
    CaseRestricted: restricted,
    RestrictionLifted: () => null,
    PersonalDataErased: erased,
  },
});

const PAGE = 200;

/** Erases what was restricted, from the day after its last day; a command's id derives from the restriction, so two runs add nothing. */
export const erasureTimer = (
  { readStore }: Pick<ServiceContext, 'readStore'>,
  { service, category, rules }: { readonly service: string; readonly category: string; readonly rules: Rules },
): Timer => {
  const commandOf = (stream: string, { parts, by }: ErasureToCome): PolicyCommand => {
    const data: JsonObject = { part: parts.length > 1 ? 'all' : parts[0]! };
    const commandId = derivedId(stream, by, 'ErasePersonalData', ...parts);
    const payload = { commandId, stream, type: 'ErasePersonalData', data, by: { account: 'system', role: 'system' } };
    return { service, operation: 'command', payload };
  };
  return {
    name: `${service}-erasures`,
    due: async (now) => {
      const today = rules.day(new Date(now).toISOString());
      const due: PolicyCommand[] = [];
      for (let after: string | undefined; ;) {
        const query = { where: { until: { to: today } }, first: PAGE, ...(after !== undefined && { after }) };
        const { items, hasNext } = await readStore.list(`${category}-erasures.v1`, query);
        for (const { key, doc } of items) {
          const toCome = doc as unknown as ErasureToCome;
          if (toCome.until < today) due.push(commandOf(key, toCome));
        }
        after = items.at(-1)?.cursor;
        if (!hasNext || after === undefined) return due;
      }
    },
  };
};
