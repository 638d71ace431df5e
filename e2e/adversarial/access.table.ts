import { getNamedType, isObjectType, isUnionType, type GraphQLField, type GraphQLOutputType } from 'graphql';
import type { Data } from '../harness/graphql.js';
import { OTHER_UNIT, UNIT } from '../harness/office.js';
import { sdl, type Attacked } from './attacked.js';
import { bringAbout } from './access.objects.js';
import { ASSISTING, BELOW, viewersOf, type Viewer } from './access.people.js';
import { day, type Made } from './access.scenes.js';
import { VARIANTS, mutationLine } from './access.tries.js';
import { handsOf } from './hands.js';
import { walked, type Ask } from './access.walk.js';

type Field = GraphQLField<unknown, unknown>;
const schema = sdl();
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription'): readonly Field[] =>
  Object.values((schema.getType(type) as ReturnType<typeof schema.getQueryType>)!.getFields());

const NOTHING_APART: ReadonlySet<string> = new Set();
const CASE_APART: ReadonlySet<string> = new Set(['Case']);

const askAs =
  ({ client, subscribe }: Viewer): Ask =>
  async (query, variables) =>
    query.startsWith('subscription') ? subscribe(query) : (await client.raw({ query, variables })).body;

/** The letters of all viewers for each path, in their order. */
const cells = async (
  viewers: readonly Viewer[],
  one: (viewer: Viewer) => Promise<ReadonlyMap<string, string>>,
): Promise<Map<string, string>> => {
  const all = new Map<string, string>();
  for (const viewer of viewers)
    for (const [path, letter] of await one(viewer)) all.set(path, `${all.get(path) ?? ''}${letter}`);
  return all;
};

/** Queries about one object, with what names it. */
const OBJECT_ROOTS: Readonly<Record<string, { label: string; args: (made: Made) => string }>> = {
  case: { label: 'Case', args: ({ case: id }) => `(id: "${id}")` },
  caseByNumber: { label: 'caseByNumber', args: ({ number }) => `(number: "${number}")` },
  caseTimeline: { label: 'CaseTimeline', args: ({ case: id }) => `(id: "${id}")` },
  caseProgress: {
    label: 'CaseProgress',
    args: ({ number, queryCode }) => `(number: "${number}", queryCode: "${queryCode}")`,
  },
};

const aboutObjects = async (viewers: readonly Viewer[], objects: ReadonlyMap<string, Made>): Promise<string[]> => {
  const lines = new Map<string, string[]>();
  for (const [name, { label, args }] of Object.entries(OBJECT_ROOTS)) {
    const field = schema.getQueryType()!.getFields()[name]!;
    // By its number a case is the same: who sees it is asked, its fields are those of `case`.
    const apart = name === 'caseByNumber' ? CASE_APART : NOTHING_APART;
    const without = new Map(viewers.map((viewer) => [viewer, new Map<string, string>()]));
    for (const made of objects.values()) {
      const column = await cells(viewers, (viewer) =>
        walked('query', field, { args: args(made), apart, label, ask: askAs(viewer), without: without.get(viewer)! }),
      );
      for (const [path, letters] of column) lines.set(path, [...(lines.get(path) ?? []), letters]);
    }
  }
  return [...lines].map(([path, letters]) => [path, ...letters].join('\t'));
};

const reaches = (type: GraphQLOutputType, name: string, seen = new Set<string>()): boolean => {
  const named = getNamedType(type);
  if (named.name === name) return true;
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  const types = isUnionType(named) ? named.getTypes() : isObjectType(named) ? [named] : [];
  return types.some((one) => Object.values(one.getFields()).some((field) => reaches(field.type, name, seen)));
};

const FIGURE = `name: "hotline.accepted.v1", from: "${day(-1)}", to: "${day(1)}"`;
/** Arguments of what is about no single object; a query that needs none has no line. */
const ARGUMENTS = (knowledge: string): Readonly<Record<string, string>> => ({
  cases: '(first: 200)',
  callerCases: '(phone: "13900001234", purpose: "来电核对")',
  clusters: '(days: 30, atLeast: 2)',
  statistics: `(figures: ["hotline.accepted.v1"], from: "${day(-1)}", to: "${day(1)}")`,
  figure: `(${FIGURE})`,
  figureChanged: `(${FIGURE})`,
  knowledge: `(id: "${knowledge}")`,
  knowledgeSearch: '(text: "公交")',
  knowledgeSuggestions: '(text: "公交")',
  deskChanged: '(first: 50)',
});

const others = async (viewers: readonly Viewer[], objects: ReadonlyMap<string, Made>, knowledge: string) => {
  const given = ARGUMENTS(knowledge);
  const fields: string[] = [];
  const lists: string[] = [];
  const roots = [
    ...fieldsOf('Query').map((field) => ['query', field] as const),
    ...fieldsOf('Subscription').map((field) => ['subscription', field] as const),
  ].filter(([, { name }]) => !(name in OBJECT_ROOTS));
  for (const [operation, field] of roots) {
    const args = given[field.name] ?? '';
    const seen = new Map<string, string>();
    const found = await cells(viewers, async (viewer) => {
      const answers: Data[] = [];
      const ask: Ask = async (query, variables) => {
        const answer = await askAs(viewer)(query, variables);
        answers.push(answer.data);
        return answer;
      };
      const letters = await walked(operation, field, { args, apart: CASE_APART, ask });
      for (const [name, { number }] of objects) {
        const listed = JSON.stringify(answers.at(-1) ?? null).includes(`"${number}"`);
        seen.set(name, `${seen.get(name) ?? ''}${listed ? 'v' : '-'}`);
      }
      return letters;
    });
    for (const [path, letters] of found) fields.push(`${path}\t${letters}`);
    if (reaches(field.type, 'Case')) lists.push([field.name, ...seen.values()].join('\t'));
  }
  return { fields, lists };
};

/** Who learns and does what: asked of a real office, one line a field or operation, sorted. */
export const accessTable = async (office: Attacked): Promise<string> => {
  const viewers = await viewersOf(office);
  const hands = await handsOf(office, schema);
  const { objects, knowledge } = await bringAbout(hands);
  const head = (title: string, columns: readonly string[]) => [``, `## ${title}`, ['', ...columns].join('\t')];
  const about = await aboutObjects(viewers, objects);
  const { fields, lists } = await others(viewers, objects, knowledge);
  const mutations: string[] = [];
  const left = [...fieldsOf('Mutation')];
  // Several at once: each has cases of its own.
  const lane = async (): Promise<void> => {
    for (let field = left.pop(); field; field = left.pop())
      mutations.push(await mutationLine(schema, field, { viewers, hands }));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return [
    '# Who learns and does what, asked of a real office. Made by SUNLIT_ACCESS=write (see access.e2e.ts); read every changed line before keeping it.',
    `# A cell has a letter for each viewer, in this order: ${viewers.map(({ letter, name }) => `${letter} ${name}`).join(', ')}.`,
    `# Lead: ${UNIT}; assisting: ${ASSISTING}; below it: ${BELOW}; another: ${OTHER_UNIT}.`,
    '# Fields: v a value, - none, o an open personal part, w withheld, e erased, x the object is not there for this viewer, n not allowed, s not signed in, ? refused otherwise.',
    '# Mutations: + done, n not allowed, s not signed in, u not of this unit, r restricted, . refused otherwise (codes at the end), ~ not tried again: another of the same role was.',
    ...head('Fields of one case', [...objects.keys()]),
    ...about.sort(),
    ...head('Lists: whether the case is in them', [...objects.keys()]),
    ...lists.sort(),
    ...head('Fields about no single case', [viewers.map(({ letter }) => letter).join('')]),
    ...fields.sort(),
    ...head('Mutations, on a case as it is, secret, restricted', VARIANTS),
    ...mutations.sort(),
    '',
  ].join('\n');
};
