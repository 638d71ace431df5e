import type { Day } from '@sunlit/calendar';
import { deadlineProblems } from './office.deadline-rules.js';
import { platformProblems } from './office.platforms.js';
import { followUpProblems } from './office.follow-up.js';
import { duplicates, unknownCode, type Found, type Named } from './office.problems.js';
import { CODED_LISTS, ROLES, type Coded, type Office, type Unit } from './office.types.js';

/** Whether one stretch of days lies in another; open ends where absent. */
const within = (inner: Stretch, outer: Stretch): boolean =>
  (outer.from === undefined || (inner.from !== undefined && inner.from >= outer.from)) &&
  (outer.until === undefined || (inner.until !== undefined && inner.until <= outer.until));

interface Stretch {
  readonly from?: Day;
  readonly until?: Day;
}

const codesOf = (list: readonly Coded[]): ReadonlySet<string> => new Set(list.map(({ code }) => code));

type Tree = readonly (Coded & { readonly parent?: string })[];

const inCycle = (byCode: ReadonlyMap<string, { readonly parent?: string }>, code: string): boolean => {
  const seen = new Set<string>();
  let at: string | undefined = code;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = byCode.get(at)?.parent;
  }
  return at === code;
};

const treeProblems = (list: 'units' | 'categories', tree: Tree): Found[] => {
  const byCode = new Map(tree.map((entry) => [entry.code, entry]));
  const codes = codesOf(tree);
  return tree.flatMap(({ code, parent }, i): Found[] => {
    if (parent === undefined) return [];
    const path = [list, i, 'parent'];
    const cycle = {
      path,
      text: { zh: `“${code}”成了自己的上级`, en: `'${code}' is above itself: the tree has a cycle` },
    };
    return [...unknownCode(path, parent, codes), ...(inCycle(byCode, code) ? [cycle] : [])];
  });
};

const successorProblems = (each: Unit, i: number, successor: Unit | undefined): Found[] => {
  if (each.successor === undefined) return [];
  if (each.until === undefined)
    return [
      {
        path: ['units', i, 'successor'],
        text: { zh: '有接续单位的须写 until（最后一天）', en: 'needs until, the last day, beside a successor' },
      },
    ];
  if (successor === undefined || successor.from > each.until) return [];
  const text = {
    zh: `与“${each.code}”的有效期重叠：from 须晚于 ${each.until}`,
    en: `overlaps '${each.code}', whose last day is ${each.until}: from must be later`,
  };
  return [{ path: ['units', i, 'successor'], text }];
};

const validityProblems = (units: readonly Unit[]): Found[] => {
  const byCode = new Map(units.map((each) => [each.code, each]));
  return units.flatMap((each, i): Found[] => {
    const parent = each.parent === undefined ? undefined : byCode.get(each.parent);
    const found: Found[] = [];
    if (each.until !== undefined && each.until < each.from)
      found.push({
        path: ['units', i, 'until'],
        text: { zh: `早于 from ${each.from}`, en: `is before from, ${each.from}` },
      });
    if (parent && !within(each, parent))
      found.push({
        path: ['units', i, 'parent'],
        text: {
          zh: `有效期超出上级“${parent.code}”的有效期`,
          en: `the unit is there on days when '${parent.code}' above it is not`,
        },
      });
    return [
      ...found,
      ...successorProblems(each, i, each.successor === undefined ? undefined : byCode.get(each.successor)),
    ];
  });
};

const referenceProblems = (office: Office): Found[] => {
  const units = codesOf(office.units);
  return [
    ...office.units.flatMap(({ successor }, i) =>
      successor === undefined ? [] : unknownCode(['units', i, 'successor'], successor, units),
    ),
    ...office.servicePoints.flatMap(({ unit }, i) => unknownCode(['servicePoints', i, 'unit'], unit, units)),
    ...office.categories.flatMap(({ unit }, i) =>
      unit === undefined ? [] : unknownCode(['categories', i, 'unit'], unit, units),
    ),
  ];
};

const roleProblems = ({ roles }: Office): Found[] =>
  ROLES.filter((code) => !roles.some((role) => role.code === code)).map((code) => ({
    path: ['roles'],
    text: { zh: `缺少角色“${code}”`, en: `the role '${code}' is missing` },
  }));

const namesIn = (office: Office): Named[] => [
  ...CODED_LISTS.map((list) => (office[list] ?? []).map(({ code }, i) => [[list, i, 'code'], code] as const)),
  office.roles.map(({ code }, i) => [['roles', i, 'code'], code] as const),
];

/** What the shape alone cannot tell: codes used twice, unknown references, cycles, overlapping validity, kinds without a deadline. */
export const brokenRules = (office: Office): Found[] => [
  ...namesIn(office).flatMap(duplicates),
  ...treeProblems('units', office.units),
  ...treeProblems('categories', office.categories),
  ...referenceProblems(office),
  ...validityProblems(office.units),
  ...deadlineProblems(office),
  ...platformProblems(office),
  ...followUpProblems(office),
  ...roleProblems(office),
];
