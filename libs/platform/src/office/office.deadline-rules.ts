import { policyOf } from '@sunlit/calendar';
import { duplicates, unknownCode, type Found } from './office.problems.js';
import { URGENCIES, type Kind, type Office, type OfficeDeadline, type Urgency } from './office.types.js';

const FIRST = '1000-01-01';
const LAST = '9999-12-31';

const overlap = (a: OfficeDeadline, b: OfficeDeadline): boolean =>
  a.urgency === b.urgency &&
  a.kinds.some((kind) => b.kinds.includes(kind)) &&
  (a.from ?? FIRST) <= (b.until ?? LAST) &&
  (b.from ?? FIRST) <= (a.until ?? LAST);

const overlaps = ({ deadlines }: Office): Found[] =>
  deadlines.flatMap((rule, i): Found[] => {
    const other = deadlines.slice(0, i).find((earlier) => overlap(earlier, rule));
    if (!other) return [];
    const name = policyOf(other);
    const text = {
      zh: `与“${name}”的类型、紧急程度和有效期重叠：同一件只能适用一条，请给前一条写 until`,
      en: `overlaps ${name} in kind, urgency and days: one rule must hold for a matter; give the earlier one until`,
    };
    return [{ path: ['deadlines', i, 'kinds'], text }];
  });

const uncovered = ({ deadlines }: Office, kind: Kind, urgency: Urgency): boolean =>
  kind.until === undefined &&
  !deadlines.some((rule) => rule.urgency === urgency && rule.kinds.includes(kind.code) && rule.until === undefined);

const gaps = (office: Office): Found[] =>
  office.kinds.flatMap((kind, i) =>
    URGENCIES.filter((urgency) => uncovered(office, kind, urgency)).map((urgency) => ({
      path: ['kinds', i, 'code'],
      text: {
        zh: `类型“${kind.code}”没有 ${urgency} 的办理时限，请在 deadlines 中加上`,
        en: `the kind '${kind.code}' has no deadline for urgency ${urgency}: add it to deadlines`,
      },
    })),
  );

const inside = ({ from, until, workingDays, warnWorkingDaysBefore }: OfficeDeadline, i: number): Found[] => {
  const found: Found[] = [];
  if (from !== undefined && until !== undefined && until < from)
    found.push({ path: ['deadlines', i, 'until'], text: { zh: `早于 from ${from}`, en: `is before from, ${from}` } });
  if (warnWorkingDaysBefore > workingDays)
    found.push({
      path: ['deadlines', i, 'warnWorkingDaysBefore'],
      text: { zh: `大于时限 ${workingDays} 个工作日`, en: `is more than the limit, ${workingDays} working days` },
    });
  return found;
};

/** What is wrong with the deadlines: unknown kinds, an id and version used twice, two rules for one matter, a kind without one. */
export const deadlineProblems = (office: Office): Found[] => {
  const kinds = new Set(office.kinds.map(({ code }) => code));
  const named = office.deadlines.map((rule, i) => [['deadlines', i, 'version'], policyOf(rule)] as const);
  return [
    ...duplicates(named),
    ...office.deadlines.flatMap((rule, i) =>
      rule.kinds.flatMap((kind, j) => unknownCode(['deadlines', i, 'kinds', j], kind, kinds)),
    ),
    ...office.deadlines.flatMap(inside),
    ...overlaps(office),
    ...gaps(office),
  ];
};
