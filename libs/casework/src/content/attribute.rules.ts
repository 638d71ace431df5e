import type { Day } from '@sunlit/calendar';
import { attributeNames, type AttributeName } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import {
  attributesOf,
  businessField,
  district,
  inForce,
  isClosed,
  listedObject,
  type Coded,
  type Office,
} from '@sunlit/platform';

/** What a matter names of itself. */
export type Named = Readonly<Partial<Record<AttributeName, string | undefined>>>;
/** The same, codes of the office's lists apart from what is said in words. */
export interface KeptAttributes {
  readonly coded: Named;
  readonly texts: Named;
}

/** Lists there are no words for: a business field or a district the office does not list has no meaning. */
const CODES_ONLY: readonly AttributeName[] = ['field', 'district'];

/** What the profile says of what matters name: which category names what, and which values there are. */
export const attributeRules = (office: Office) => {
  const listed = (name: AttributeName, code: string): Coded | null => {
    if (name === 'field') return businessField(office, code);
    if (name === 'district') return district(office, code);
    const found = listedObject(office, code);
    return found?.kind === name ? found : null;
  };
  const isCode = (name: AttributeName): boolean => CODES_ONLY.includes(name) || isClosed(office, name);

  const problemOf = (name: AttributeName, value: string, category: string, on: Day): Refused | null => {
    const declared = attributesOf(office, category);
    if (declared && !declared.has(name)) return new Refused('AttributeNotDeclared', { attribute: name });
    if (!isCode(name)) return null;
    const entry = listed(name, value);
    return entry && inForce(entry, on) ? null : new Refused('UnknownCode', { field: name, code: value });
  };

  const kept = (given: readonly (readonly [AttributeName, string])[]): KeptAttributes => ({
    coded: Object.fromEntries(given.filter(([name]) => isCode(name))),
    texts: Object.fromEntries(given.filter(([name]) => !isCode(name))),
  });

  const pairs = (named: Named): (readonly [AttributeName, string])[] =>
    attributeNames.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]] as const]));

  return {
    /**
     * What a matter of the category names, as it is kept. Refuses what neither the category nor one above it declares
     * (`AttributeNotDeclared`; where none declares any, all is taken), and a value that is not in a list the office has (`UnknownCode`).
     */
    attributesAsKept: (named: Named, category: string, on: Day): KeptAttributes => {
      for (const [name, value] of pairs(named)) {
        const problem = problemOf(name, value, category, on);
        if (problem) throw problem;
      }
      return kept(pairs(named));
    },
    /** The same of a case that another service hands over: what does not fit the category any more is left out. */
    attributesThatFit: (named: Named, category: string, on: Day): KeptAttributes =>
      kept(pairs(named).filter(([name, value]) => problemOf(name, value, category, on) === null)),
  };
};
