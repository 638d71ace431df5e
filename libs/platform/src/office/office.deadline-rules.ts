import { addDays, inSeason, policyOf } from '@sunlit/calendar';
import { duplicates, unknownCode, type Found } from './office.problems.js';
import { URGENCIES, type Kind, type Office, type OfficeDeadline, type Urgency } from './office.types.js';

const FIRST = '1000-01-01';
const LAST = '9999-12-31';

/** A rule that names sources goes before one that names none: only two of one sort can meet. */
const sourcesMeet = ({ sources: a }: OfficeDeadline, { sources: b }: OfficeDeadline): boolean =>
  a === undefined || b === undefined ? a === b : a.some((source) => b.includes(source));

const daysMeet = (a: OfficeDeadline, b: OfficeDeadline): boolean =>
  (a.from ?? FIRST) <= (b.until ?? LAST) && (b.from ?? FIRST) <= (a.until ?? LAST);

const overlap = (a: OfficeDeadline, b: OfficeDeadline): boolean =>
  a.urgency === b.urgency && sourcesMeet(a, b) && a.kinds.some((kind) => b.kinds.includes(kind)) && daysMeet(a, b);

const overlaps = ({ deadlines }: Office): Found[] =>
  deadlines.flatMap((rule, i): Found[] => {
    const other = deadlines.slice(0, i).find((earlier) => overlap(earlier, rule));
    if (!other) return [];
    const name = policyOf(other);
    const text = {
      zh: `与“${name}”的类型、紧急程度、来源和有效期重叠：同一件只能适用一条，请给前一条写 until`,
      en: `overlaps ${name} in kind, urgency, source and days: one rule must hold for a matter; give the earlier one until`,
    };
    return [{ path: ['deadlines', i, 'kinds'], text }];
  });

const uncovered = ({ deadlines }: Office, kind: Kind, urgency: Urgency): boolean =>
  kind.until === undefined &&
  !deadlines.some(
    (rule) =>
      rule.urgency === urgency &&
      rule.kinds.includes(kind.code) &&
      rule.sources === undefined &&
      rule.until === undefined,
  );

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

const LENGTHS = ['workingDays', 'workingHours', 'calendarDays', 'sameDay'] as const;

const lengths = (rule: OfficeDeadline, i: number): Found[] => {
  const given = LENGTHS.filter((name) => rule[name] !== undefined);
  if (given.length === 1) return [];
  const list = LENGTHS.join(', ');
  const has =
    given.length === 0
      ? { zh: '没有写时限', en: 'says no limit' }
      : { zh: `写了 ${given.join('、')}`, en: `says ${given.join(' and ')}` };
  const text = { zh: `${has.zh}：${list} 须写且只写一项`, en: `${has.en}: it must have exactly one of ${list}` };
  return [{ path: ['deadlines', i, given[1] ?? 'id'], text }];
};

const inside = ({ from, until, workingDays, warnWorkingDaysBefore }: OfficeDeadline, i: number): Found[] => {
  const found: Found[] = [];
  if (from !== undefined && until !== undefined && until < from)
    found.push({ path: ['deadlines', i, 'until'], text: { zh: `早于 from ${from}`, en: `is before from, ${from}` } });
  if (workingDays !== undefined && warnWorkingDaysBefore > workingDays)
    found.push({
      path: ['deadlines', i, 'warnWorkingDaysBefore'],
      text: { zh: `大于时限 ${workingDays} 个工作日`, en: `is more than the limit, ${workingDays} working days` },
    });
  return found;
};

const dayNames = (): string[] => Array.from({ length: 366 }, (_, n) => addDays('2024-01-01', n).slice(5));

/** Two seasons that share a day leave open which hours hold on it. */
const seasonsMeeting = ({ office: { hours } }: Office): Found[] => {
  const seasons = hours.flatMap(({ season }, i) => (season ? [{ season, i }] : []));
  return seasons.flatMap(({ season, i }, n): Found[] => {
    const same = (other: typeof season): boolean => other.from === season.from && other.until === season.until;
    const other = seasons
      .slice(0, n)
      .find(
        (each) => !same(each.season) && dayNames().some((day) => inSeason(each.season, day) && inSeason(season, day)),
      );
    if (!other) return [];
    const name = `${other.season.from}–${other.season.until}`;
    return [
      {
        path: ['office', 'hours', i, 'season'],
        text: { zh: `与季节 ${name} 重叠`, en: `shares days with the season ${name}` },
      },
    ];
  });
};

/** What is wrong with the deadlines: unknown kinds or sources, no limit or two, an id and version used twice, two rules for one matter, a kind without one. */
export const deadlineProblems = (office: Office): Found[] => {
  const kinds = new Set(office.kinds.map(({ code }) => code));
  const sources = new Set(office.sources.map(({ code }) => code));
  const named = office.deadlines.map((rule, i) => [['deadlines', i, 'version'], policyOf(rule)] as const);
  return [
    ...duplicates(named),
    ...office.deadlines.flatMap((rule, i) =>
      rule.kinds.flatMap((kind, j) => unknownCode(['deadlines', i, 'kinds', j], kind, kinds)),
    ),
    ...office.deadlines.flatMap((rule, i) =>
      (rule.sources ?? []).flatMap((code, j) => unknownCode(['deadlines', i, 'sources', j], code, sources)),
    ),
    ...office.deadlines.flatMap(lengths),
    ...office.deadlines.flatMap(inside),
    ...seasonsMeeting(office),
    ...overlaps(office),
    ...gaps(office),
  ];
};
