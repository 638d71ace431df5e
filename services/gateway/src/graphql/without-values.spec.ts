import { buildSchema, parse, validate, type GraphQLError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { scalars } from './scalars.js';
import { withoutValues } from './without-values.js';

const NAME = '王小明13900001234';
const schema = buildSchema(`
  scalar Day
  enum Kind { A B }
  input Person { name: String phone: String age: Int kind: Kind day: Day friend: Person must: Boolean! }
  type Query { of(person: Person, day: Day): Int }
`);
Object.assign(schema.getType('Day')!, { parseValue: scalars.Day.parseValue, parseLiteral: scalars.Day.parseLiteral });

const messages = (errors: readonly GraphQLError[] | undefined): string[] =>
  (errors ?? []).map(({ message }) => message);

const ofVariables = (person: unknown): string[] => {
  const [definition] = parse('query ($person: Person) { of(person: $person) }').definitions;
  const { variableDefinitions } = definition as Extract<typeof definition, { kind: 'OperationDefinition' }>;
  return messages(getVariableValues(schema, variableDefinitions!, { person }).errors);
};
const ofLiteral = (query: string): string[] => {
  try {
    return messages(validate(schema, parse(query)));
  } catch (error) {
    return [(error as Error).message];
  }
};

describe('an error about what was sent', () => {
  it.each<[string, unknown, string]>([
    [
      'a field nobody knows',
      { must: true, name: NAME, mobile: NAME },
      'Variable "$person" got an invalid value: Field "mobile" is not defined by type "Person".',
    ],
    [
      'a number for a text',
      { must: true, phone: 13900001234 },
      'Variable "$person" got an invalid value at "person.phone": String cannot represent a non string value.',
    ],
    [
      'a text for a number',
      { must: true, age: NAME },
      'Variable "$person" got an invalid value at "person.age": Int cannot represent non-integer value.',
    ],
    [
      'a word that is none',
      { must: true, kind: NAME },
      'Variable "$person" got an invalid value at "person.kind": does not exist in "Kind" enum.',
    ],
    [
      'no day',
      { must: true, day: NAME },
      'Variable "$person" got an invalid value at "person.day": is no Day: write it as 2021-04-12. 应写作 2021-04-12。.',
    ],
    ['a text for an object', NAME, 'Variable "$person" got an invalid value: Expected type "Person" to be an object.'],
    [
      'a field left out',
      { name: NAME },
      'Variable "$person" got an invalid value: Field "must" of required type "Boolean!" was not provided.',
    ],
    [
      'a field deep inside',
      { must: true, friend: { must: null, name: NAME } },
      'Variable "$person" got an invalid value at "person.friend.must": Expected non-nullable type "Boolean!" not to be null.',
    ],
    [
      'a value that looks like the end of a message',
      { must: true, age: `${NAME} at "x"; y` },
      'Variable "$person" got an invalid value at "person.age": Int cannot represent non-integer value.',
    ],
  ])('says where and why, not what: %s', (_, person, said) => {
    const [first, ...more] = ofVariables(person);
    expect(more).toEqual([]);
    expect(withoutValues(first!)).toBe(said);
  });

  it.each([
    `{ of(person: {must: true, phone: 13900001234}) }`,
    `{ of(person: {must: true, age: "${NAME}"}) }`,
    `{ of(person: {must: true, kind: "${NAME}"}) }`,
    `{ of(person: {must: true, day: "${NAME}"}) }`,
    `{ of(person: "${NAME}") }`,
    `{ of(person: {must: "${NAME}"}) }`,
    `{ of(person: {name: "${NAME}" "${NAME}"}) }`,
    `{ of(person: {name: "${NAME}", "${NAME}": 1}) }`,
    `{ of "${NAME}" }`,
    `{ of(person: {name: "${NAME} }) }`,
  ])('written in the query says none of it: %s', (query) => {
    const said = ofLiteral(query);
    expect(said.length).toBeGreaterThan(0);
    expect(said.map(withoutValues).join()).not.toMatch(/王小明|1390000/);
  });

  it('says all there is to say of what is no value', () => {
    for (const message of [
      'Cannot query field "x" on type "Query".',
      'Syntax Error: Expected Name, found "}".',
      'Unknown argument "a" on field "Query.of".',
    ])
      expect(withoutValues(message)).toBe(message);
  });
});
