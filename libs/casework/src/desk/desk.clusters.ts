import { attributeNames, type CaseOperations, type NamedObject } from '@sunlit/contracts';
import { Refused, type JsonObject } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import type { DeskDocument } from './desk.document.js';

const KINDS = attributeNames.filter((name) => name !== 'field' && name !== 'district');

/** Of these nothing is left that somebody else also came about: they are no matters, or another one stands for them. */
const GONE: readonly DeskDocument['status'][] = ['voided', 'declined', 'handed-over', 'joined'];
const ROLES: readonly string[] = ['operator', 'reviewer', 'analyst', 'administrator'];
const PAGE = 200;

/**
 * What two spellings of one name have in common: NFKC, no blanks, small letters. For grouping alone: what is kept stays as it was said, and a
 * name in words is in no figure.
 */
export const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

/** What a case names: of an object and the same attribute, the attribute. */
export const objectsOf = ({ object, attributes }: Pick<DeskDocument, 'object' | 'attributes'>): JsonObject =>
  Object.fromEntries(Object.entries({ ...object, ...attributes }).filter(([name]) => KINDS.includes(name as never)));

/** Whether it names a line, station, road, company or project. */
export const namesAnObject = (doc: Pick<DeskDocument, 'object' | 'attributes'>): boolean =>
  Object.keys(objectsOf(doc)).length > 0;

const namedBy = (doc: DeskDocument, stream: string): readonly NamedObject[] =>
  Object.entries(objectsOf(doc)).map(([kind, name]) => ({
    ...{ stream, category: doc.category, kind, name: String(name), folded: folded(String(name)), cameAt: doc.cameAt },
  }));

/** The objects that the desk's cases of the last days name, case by case: what clusters are made of. */
export const namedObjects =
  ({ readStore }: Pick<ServiceContext, 'readStore'>, desk: string): CaseOperations['namedObjects'] =>
  async ({ viewer, cameFrom }) => {
    if (!ROLES.includes(viewer.role)) throw new Refused('NotAllowed');
    const items: NamedObject[] = [];
    const where = { named: true, cameOn: { from: cameFrom } };
    for (let after: string | undefined, more = true; more;) {
      const page = await readStore.list(desk, { where, first: PAGE, ...(after !== undefined && { after }) });
      for (const { key, doc } of page.items) {
        const found = doc as unknown as DeskDocument;
        if (!GONE.includes(found.status)) items.push(...namedBy(found, key));
      }
      [after, more] = [page.items.at(-1)?.cursor, page.hasNext];
    }
    return { items };
  };
