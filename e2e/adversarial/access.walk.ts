import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Data } from '../harness/graphql.js';

/** Sends an operation and gives its whole answer. */
export type Ask = (query: string, variables: object) => Promise<{ readonly data?: Data; readonly errors?: Data }>;

/** What a viewer learnt of each field: its path, and a letter. */
export type Seen = ReadonlyMap<string, string>;

/** `n` not allowed, `s` not signed in, anything else `?`. */
export const letterOfCode = (code: string): string => ({ NotAllowed: 'n', NotSignedIn: 's' })[code] ?? '?';

/** How much a personal state tells. */
const STATES: Readonly<Record<string, string>> = { OPEN: 'o', WITHHELD: 'w', ERASED: 'e' };
/** The more telling letter of several rows stands for all. */
const TELLING = 'vowe-';
const more = (a: string, b: string): string => (TELLING.indexOf(a) <= TELLING.indexOf(b) ? a : b);

interface Walk {
  /** Types that have lines of their own: of them the id is asked for alone. */
  readonly apart: ReadonlySet<string>;
  /** Paths no more asked for. */
  readonly without: ReadonlyMap<string, string>;
}

const ID_OF: Readonly<Record<string, string>> = { Case: 'number' };

const selectionOf = (type: GraphQLOutputType, path: string, walk: Walk): string => {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    const members = named.getTypes().map((member) => `... on ${member.name} ${fieldsOf(member, path, walk)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  return walk.apart.has(named.name) ? `{ ${ID_OF[named.name]} }` : fieldsOf(named, path, walk);
};

const asked = (field: GraphQLField<unknown, unknown>, path: string, walk: Walk): string => {
  const required = field.args.filter(isRequiredArgument);
  if (required.length > 0)
    throw new Error(`${path} needs ${required.map(({ name }) => name).join(', ')}: give them in the table.`);
  return `${field.name} ${selectionOf(field.type, path, walk)}`;
};

const fieldsOf = (type: GraphQLObjectType, path: string, walk: Walk): string => {
  const fields = Object.values(type.getFields()).filter(({ name }) => !walk.without.has(`${path}.${name}`));
  return `{ __typename ${fields.map((field) => asked(field, `${path}.${field.name}`, walk)).join(' ')} }`;
};

/** Every leaf below a field, by its path; types apart count as one. */
export const leavesOf = (type: GraphQLOutputType, path: string, apart: ReadonlySet<string>): string[] => {
  const named = getNamedType(type);
  const types = isUnionType(named) ? named.getTypes() : isObjectType(named) ? [named] : [];
  if (types.length === 0 || apart.has(named.name)) return [path];
  return [
    ...new Set(
      types.flatMap((one) =>
        Object.values(one.getFields()).flatMap((field) => leavesOf(field.type, `${path}.${field.name}`, apart)),
      ),
    ),
  ];
};

const letterOf = (type: GraphQLOutputType, value: Data): string => {
  if (value === null || value === undefined) return '-';
  const named = getNamedType(type);
  if (isEnumType(named) && named.name === 'PersonalState') return STATES[value as string] ?? '?';
  return 'v';
};

const membersOf = (type: GraphQLOutputType, value: Data): readonly GraphQLObjectType[] => {
  const named = getNamedType(type);
  if (isUnionType(named)) return named.getTypes().filter(({ name }) => name === value.__typename);
  return isObjectType(named) ? [named] : [];
};

/** Notes the letters of a value and of all below it. */
const reader = (apart: ReadonlySet<string>, into: Map<string, string>) => {
  const below = (type: GraphQLOutputType, value: Data, path: string): void => {
    for (const member of membersOf(type, value))
      for (const field of Object.values(member.getFields()))
        if (field.name in value) read(field.type, value[field.name], `${path}.${field.name}`);
  };
  const read = (type: GraphQLOutputType, value: Data, path: string): void => {
    const named = getNamedType(type);
    const isEnd = isLeafType(named) || apart.has(named.name);
    // Of a list of values it is asked whether there is one.
    if (isEnd) into.set(path, more(into.get(path) ?? '-', letterOf(type, Array.isArray(value) ? value[0] : value)));
    else if (Array.isArray(value)) value.forEach((one) => read(named as GraphQLOutputType, one, path));
    else if (value) below(type, value, path);
  };
  return read;
};

const pathOf = (root: string, path: readonly (string | number)[]): string =>
  [root, ...path.slice(1).filter((part) => typeof part === 'string')].join('.');

const refusedIn = (field: string, label: string, errors: Data): readonly (readonly [string, string])[] =>
  (errors ?? []).map((error: Data) => {
    if (error.path === undefined) throw new Error(`${field}: ${error.message}`);
    return [pathOf(label, error.path), letterOfCode(error.extensions.code)] as const;
  });

/** What all leaves have in common where there is nothing below the root. */
const wholeLetter = (root: Data): string | null => {
  if (root === null) return 'x';
  return root.__typename === 'Refusal' ? '?' : null;
};

const hide = (seen: Map<string, string>, path: string, letter: string): void => {
  for (const leaf of seen.keys()) if (`${leaf}.`.startsWith(`${path}.`)) seen.set(leaf, letter);
};

interface Asked {
  readonly args: string;
  readonly apart: ReadonlySet<string>;
  readonly label?: string;
  readonly ask: Ask;
  /** Paths this viewer was refused before, for the role alone: filled, and not asked for again. */
  readonly without?: Map<string, string>;
}

/** Asks a root field for all there is below it, again without what is refused until nothing is; a letter for each leaf. */
export const walked = async (
  operation: 'query' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  { args, apart, label = field.name, ask, without = new Map() }: Asked,
): Promise<Seen> => {
  const leaves = leavesOf(field.type, label, apart);
  const all = (letter: string): Map<string, string> => new Map(leaves.map((leaf) => [leaf, letter]));
  const toldBy = (root: Data): Seen => {
    const whole = wholeLetter(root);
    if (whole !== null) return all(whole);
    const seen = all('-');
    reader(apart, seen)(field.type, root, label);
    for (const [path, letter] of without) hide(seen, path, letter);
    return seen;
  };
  for (;;) {
    const selection = selectionOf(field.type, label, { apart, without });
    const { data, errors } = await ask(`${operation} { root: ${field.name}${args} ${selection} }`, {});
    const refused = refusedIn(field.name, label, errors);
    const ofRoot = refused.find(([path]) => path === label);
    if (ofRoot) return all(ofRoot[1]);
    if (refused.length === 0) return toldBy(data.root);
    refused.forEach(([path, letter]) => without.set(path, letter));
  }
};
