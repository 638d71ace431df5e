import { policyOf, type Text } from '@sunlit/calendar';
import { canonicalJson, type Json, type JsonObject } from '@sunlit/kernel';
import { CODED_LISTS, type Coded, type CodedList, type Office, type OfficeDeadline } from './office.types.js';

/** What differs between two contents of a profile. */
export interface ProfileChange {
  readonly what: 'added' | 'ended' | 'renamed' | 'changed';
  /** `units`, `deadlines`, … or a part of the profile such as `occurredAt`. */
  readonly list: string;
  /** The code, or a rule's `id@version`; empty for a part that is no list. */
  readonly code: string;
}

export interface ProfileChanges {
  readonly changes: readonly ProfileChange[];
  /** Why the new content may not follow the old one; none where it may. Each names list and code and says what to do. */
  readonly problems: readonly Text[];
}

interface Entry {
  readonly code: string;
  readonly until?: string;
  readonly name: Text;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

const removed = (list: string, code: string): Text => ({
  zh: `${list}：“${code}”不见了。用过的代码不得删除，请放回并写上 until（最后一天）`,
  en: `${list}: '${code}' is gone. A code once used stays: put it back and give it until, its last day`,
});
const revived = (list: string, code: string, until: string): Text => ({
  zh: `${list}：“${code}”已于 ${until} 停用，不得再用作他意。请另起代码`,
  en: `${list}: '${code}' ended on ${until} and may not return or mean something else. Take a new code`,
});
const another = (list: string, code: string, field: string): Text => ({
  zh: `${list}：“${code}”的 ${field} 变了，以前的数字会随之改变。请给它写 until，另起代码`,
  en: `${list}: the ${field} of '${code}' changed, which would change past figures. Give it until and take a new code`,
});
const sameVersion = (policy: string): Text => ({
  zh: `deadlines：“${policy}”的内容变了。请给它写 until，另加一条 version 更大的`,
  en: `deadlines: what '${policy}' says changed. Give it until and add one with a higher version`,
});

/** Fields whose change would make an old code mean something else. */
const MEANING: Partial<Record<CodedList, readonly string[]>> = {
  kinds: ['reportClass', 'service'],
  units: ['parent', 'from', 'successor'],
  categories: ['parent'],
  objects: ['kind'],
};

const field = (entry: object, name: string): unknown => (entry as Record<string, unknown>)[name] ?? null;

/** A successor is named when the unit ends; only one already named may not be another. */
const turned = (was: Entry, now: Entry, name: string): boolean =>
  !same(field(was, name), field(now, name)) && !(name === 'successor' && field(was, name) === null);

const codedProblems = (list: CodedList, was: Coded, now: Coded): Text[] => {
  if (was.until !== undefined && (now.until === undefined || !same(was.name, now.name)))
    return [revived(list, was.code, was.until)];
  return (MEANING[list] ?? []).filter((name) => turned(was, now, name)).map((name) => another(list, was.code, name));
};

const ruleContent = ({ until, name, ...rule }: OfficeDeadline): object => rule;

const ruleProblems = (was: OfficeDeadline, now: OfficeDeadline): Text[] => {
  if (was.until !== undefined && now.until === undefined) return [revived('deadlines', policyOf(was), was.until)];
  return same(ruleContent(was), ruleContent(now)) ? [] : [sameVersion(policyOf(was))];
};

const changeOf = (was: Entry, now: Entry): ProfileChange['what'] | null => {
  if (same(was, now)) return null;
  if (was.until !== now.until) return 'ended';
  return same(was.name, now.name) ? 'changed' : 'renamed';
};

interface Compared<T> {
  readonly list: string;
  readonly codeOf: (entry: T) => string;
  readonly problems: (was: T, now: T) => readonly Text[];
}

const compareLists = <T extends object>(
  { list, codeOf, problems }: Compared<T>,
  before: readonly T[],
  after: readonly T[],
): ProfileChanges => {
  const now = new Map(after.map((entry) => [codeOf(entry), entry]));
  const known = new Set(before.map(codeOf));
  const changes: ProfileChange[] = [];
  const wrong: Text[] = [];
  for (const was of before) {
    const code = codeOf(was);
    const is = now.get(code);
    const what = is && changeOf(was as unknown as Entry, is as unknown as Entry);
    if (what) changes.push({ what, list, code });
    wrong.push(...(is ? problems(was, is) : [removed(list, code)]));
  }
  for (const entry of after) if (!known.has(codeOf(entry))) changes.push({ what: 'added', list, code: codeOf(entry) });
  return { changes, problems: wrong };
};

const PARTS = ['office', 'followUp', 'occurredAt', 'publicPage', 'roles', 'platforms'] as const;

/** What compares to nothing recorded by an older program is an empty list, not an error. */
const listOf = <T>(content: Office | JsonObject, list: string): readonly T[] =>
  ((content as JsonObject)[list] as unknown as readonly T[] | undefined) ?? [];

/**
 * What changed from one recorded content of the profile to the next, and what may not: a code or rule removed, an ended one brought back,
 * one that means something else (a unit's place in the tree, a kind's class or service, what `id@version` of a deadline says).
 */
export const changesBetween = (before: Office | JsonObject, after: Office | JsonObject): ProfileChanges => {
  const lists = CODED_LISTS.map((list) =>
    compareLists<Coded>(
      { list, codeOf: ({ code }) => code, problems: (was, now) => codedProblems(list, was, now) },
      listOf(before, list),
      listOf(after, list),
    ),
  );
  const rules = compareLists<OfficeDeadline>(
    { list: 'deadlines', codeOf: policyOf, problems: ruleProblems },
    listOf(before, 'deadlines'),
    listOf(after, 'deadlines'),
  );
  const parts = PARTS.filter((part) => !same((before as Office)[part] ?? null, (after as Office)[part] ?? null)).map(
    (part): ProfileChange => ({ what: 'changed', list: part, code: '' }),
  );
  return {
    changes: [...[...lists, rules].flatMap(({ changes }) => changes), ...parts],
    problems: [...lists, rules].flatMap(({ problems }) => problems),
  };
};
