import {
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Client } from '../harness/graphql.js';
import { TRIED, WITH_ARGUMENTS, type Tried } from './access.mutations.js';
import type { Viewer } from './access.people.js';
import { SCENES, day, type Hands, type Made } from './access.scenes.js';

type Field = GraphQLField<unknown, unknown>;

const SIMPLE: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, Day: day(1) };

const ofScalar = (type: string): unknown =>
  type === 'Instant' ? new Date(Date.now()).toISOString() : (SIMPLE[type] ?? '说明');

/** A value of the type with nothing left out that must be there, for mutations nobody has written a line for. */
const filled = (type: GraphQLInputType, made: Made): unknown => {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (!isInputObjectType(bare)) return ofScalar(bare.toString());
  const fields = Object.values(bare.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(
    fields.map((field) => [field.name, field.name === 'case' ? made.case : filled(field.type, made)]),
  );
};

const LETTERS: Readonly<Record<string, string>> = {
  NotAllowed: 'n',
  NotSignedIn: 's',
  NotYourCase: 'u',
  NotYourTask: 'u',
  Restricted: 'r',
};

type Variant = 'as it is' | 'secret' | 'restricted';
/** What is done with the person of a case: who may is asked of each again where that person is kept. */
const OF_THE_PERSON: readonly string[] = [
  ...['openIdentity', 'correctCaller', 'addContact', 'flagPerson', 'handOver', 'attemptFollowUp', 'erasePersonalData'],
  ...['giveSecrecy', 'liftSecrecy', 'writeTextForUnits', 'restrictCase', 'liftRestriction', 'assignCase', 'giveTask'],
];

/** The columns of a mutation that is about a case. */
export const VARIANTS: readonly Variant[] = ['as it is', 'secret', 'restricted'];

const varied = async (variant: Variant, { operator, reviewer }: Hands, { case: id }: Made): Promise<void> => {
  // Where a scene's case can be neither any more, or is so already, it is tried as it is.
  if (variant === 'restricted') await reviewer.command('restrictCase', { case: id, ground: '争议' });
  if (variant !== 'secret') return;
  await operator.command('giveSecrecy', { case: id });
  await operator.command('writeTextForUnits', { case: id, text: '反映拒载' });
};

/** The mutation sent; null where it was done, else why not. */
const tried = async (client: Client, { name, args }: Field, input: object): Promise<string | null> => {
  const type = args.find((one) => one.name === 'input')?.type;
  const asked = '{ __typename ... on Refusal { code } }';
  const query = type
    ? `mutation ($input: ${type}) { done: ${name}(input: $input) ${asked} }`
    : `mutation { done: ${name}${WITH_ARGUMENTS[name] ?? ''} ${asked} }`;
  const { body } = await client.raw({ query, ...(type && { variables: { input } }) });
  if (body.errors) throw new Error(`${name}: ${body.errors[0].message}`);
  return body.data.done.__typename === 'Refusal' ? body.data.done.code : null;
};

interface Trial {
  readonly field: Field;
  readonly tried: Tried;
  readonly viewers: readonly Viewer[];
  readonly hands: Hands;
  /** Whether the viewer at this place was refused for the role alone, whatever the case: the letter of that. */
  readonly known: (at: number) => string | null;
  readonly codes: Set<string>;
}

/** A letter for each viewer; a case that something was done to is made anew for the next. */
const column = async (variant: Variant, { field, tried: [scene, inputOf], viewers, hands, known, codes }: Trial) => {
  let fresh: Made | null = null;
  const standing = async (): Promise<Made> => {
    if (fresh) return fresh;
    const made = await SCENES[scene](hands);
    await varied(variant, hands, made);
    return (fresh = made);
  };
  const letterFor = async ({ client }: Viewer): Promise<string> => {
    const code = await tried(client, field, inputOf(await standing()));
    if (code === null) {
      fresh = null;
      return '+';
    }
    if (!LETTERS[code]) codes.add(code);
    return LETTERS[code] ?? '.';
  };
  let letters = '';
  for (const [at, viewer] of viewers.entries()) letters += known(at) ?? (await letterFor(viewer));
  return letters;
};

/** Whether what the mutation does is done to a case. */
const hasCase = (type: GraphQLInputType | undefined): boolean => {
  const named = type && getNamedType(type);
  return isInputObjectType(named) && 'case' in named.getFields();
};

const givenFor = (name: string, type: GraphQLInputType | undefined): Tried =>
  TRIED[name] ?? ['signed', (made) => (type ? (filled(type, made) as object) : {})];

/** The table's line of a mutation. */
export const mutationLine = async (
  schema: GraphQLSchema,
  field: Field,
  people: { readonly viewers: readonly Viewer[]; readonly hands: Hands },
): Promise<string> => {
  const type = field.args.find(({ name }) => name === 'input')?.type;
  const { roles } = getDirectiveValues(schema.getDirective('allow')!, field.astNode!) as { roles: readonly string[] };
  const codes = new Set<string>();
  const columns: string[] = [];
  const known = (at: number): string | null => {
    const letter = columns[0]?.charAt(at) ?? '';
    const { role } = people.viewers[at]!;
    if (/[sn]/.test(letter) && !roles.includes(role)) return letter;
    // Of several of a role the first who may stands for all, where it is not the person that the mutation is about.
    const isDone = people.viewers.some(
      (one, its) => its < at && one.role === role && /[+.]/.test(columns[0]?.[its] ?? ''),
    );
    return isDone && !OF_THE_PERSON.includes(field.name) ? '~' : null;
  };
  const trial: Trial = { field, tried: givenFor(field.name, type), ...people, known, codes };
  for (const variant of hasCase(type) ? VARIANTS : VARIANTS.slice(0, 1)) columns.push(await column(variant, trial));
  const note = [...(TRIED[field.name] || !type ? [] : ['no line yet']), ...[...codes].sort()].join(' ');
  return [field.name, ...columns, ...VARIANTS.slice(columns.length).map(() => ''), note].join('\t').trimEnd();
};
