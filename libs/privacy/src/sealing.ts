import type { Box, Json, JsonObject, KeyStore } from '@sunlit/kernel';
import { isBox, openBox, type ShapeUpcasts } from './boxes.js';

type Replace = (box: Box) => JsonObject;

type Members = Record<string, Json | undefined>;

/** Copies only what holds a box, so that documents without one cost a walk and nothing more. */
const replaced = (value: Json | undefined, replace: Replace): Json | undefined => {
  if (typeof value !== 'object' || value === null) return value;
  return isBox(value) ? replace(value) : membersReplaced(value as Members, replace);
};

const membersReplaced = (members: Members, replace: Replace): JsonObject => {
  let copy: Members | null = null;
  for (const name of Object.keys(members)) {
    const after = replaced(members[name], replace);
    if (after === members[name]) continue;
    copy ??= (Array.isArray(members) ? [...(members as unknown as Json[])] : { ...members }) as Members;
    copy[name] = after;
  }
  return copy ?? members;
};

const eachReplaced = <D extends JsonObject>(values: readonly D[], replace: Replace): JsonObject[] =>
  values.map((value) => replaced(value, replace) as JsonObject);

/** The documents with every box replaced by `{state: 'withheld'}`; no key is touched. */
export const withheld = (values: readonly JsonObject[]): JsonObject[] =>
  eachReplaced(values, () => ({ state: 'withheld' }));

/** The boxes in these values, in the order they are met. */
export const boxesIn = (values: readonly JsonObject[]): Box[] => {
  const found: Box[] = [];
  eachReplaced(values, (box) => (found.push(box), box as unknown as JsonObject));
  return found;
};

/** Opens what a permitted query read: the last step before the answer. */
export interface BoxReader {
  /**
   * The documents with each box replaced by its content and `state: 'open'`, or by `{state: 'erased'}` where its key is gone. Boxes of
   * shapes the reader may not see (`permitted` says no) become `{state: 'withheld'}` and their keys are not read. All keys are read in
   * one `get`. The documents given stay as they are. Throws `BoxUnreadable` for a box that was changed.
   */
  open(values: readonly JsonObject[], permitted?: (shape: string) => boolean): Promise<JsonObject[]>;
  /** `withheld`, for whoever may see none. */
  withheld(values: readonly JsonObject[]): JsonObject[];
}

/** A reader of boxes under these keys; `upcasts` brings old shapes to the newest. */
export const boxReader = (keys: Pick<KeyStore, 'get'>, upcasts: ShapeUpcasts = {}): BoxReader => ({
  async open(values, permitted = () => true) {
    const wanted = boxesIn(values).filter(({ shape }) => permitted(shape));
    const ids = [...new Set(wanted.map(({ key }) => key))];
    const found = ids.length > 0 ? await keys.get(ids) : [];
    const byId = new Map(ids.map((id, index) => [id, found[index] ?? null]));
    return eachReplaced(values, (box) => {
      if (!permitted(box.shape)) return { state: 'withheld' };
      const key = byId.get(box.key);
      return key ? { ...openBox(key, box, upcasts), state: 'open' } : { state: 'erased' };
    });
  },
  withheld,
});
