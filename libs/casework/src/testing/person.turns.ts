import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import type { officeAtWork } from './office-at-work.js';

interface Restricted {
  readonly ground: string;
  readonly until?: string;
  readonly erases?: readonly string[];
}

const personOf = ({ secrecy, restricted, caller }: JsonObject) => {
  const { ground, until, erases = [] } = (restricted ?? {}) as unknown as Partial<Restricted>;
  const erased = (caller as JsonObject)['state'] === 'erased';
  return { secret: secrecy !== undefined, ground, until, erases: [...erases].sort(), erased };
};

/** That once all that follows has followed a joined case and the one it is joined into say the same of their person. */
export const checkPersons = async ({ readStore }: ReturnType<typeof officeAtWork>, kind: string): Promise<void> => {
  const { items } = await readStore.list(`${kind}-desk.v2`, { first: 100 });
  const documents = new Map(items.map(({ key, doc }) => [key, doc as JsonObject]));
  for (const doc of documents.values()) {
    const kept = documents.get(String(doc['joinedInto']));
    if (kept) expect(personOf(doc)).toEqual(personOf(kept));
  }
};

const OF_TEXTS: readonly string[] = ['SecrecyGiven', 'SecrecyLifted', 'TextForUnitsWritten'];

/** What comes before a unit is given a secret case: the text it reads is written; else what was to come. */
export const textForUnitsFirst = (history: readonly Pick<StoredEvent, 'type'>[], type: string): string => {
  const missing = history.findLast((event) => OF_TEXTS.includes(event.type))?.type === 'SecrecyGiven';
  return missing && (type === 'AssignCase' || type === 'GiveTask') ? 'WriteTextForUnits' : type;
};
