import { isDay } from '@sunlit/calendar';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

type Check = (text: string) => boolean;

const textScalar = (name: string, check: Check, example: string): GraphQLScalarType => {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && check(value)) return value;
    // What was sent is not repeated: it may be anything, a name too.
    throw new GraphQLError(`This is no ${name}: write it as ${example}. 应写作 ${example}。`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  });
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const isInstant: Check = (text) => INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));

const utc = (scalar: GraphQLScalarType): GraphQLScalarType => {
  const { parseValue, parseLiteral } = scalar;
  const toUtc = (text: unknown) => new Date(text as string).toISOString();
  scalar.parseValue = (value) => toUtc(parseValue(value));
  scalar.parseLiteral = (node, variables) => toUtc(parseLiteral(node, variables));
  return scalar;
};

/** A day that exists; an instant with its offset, brought to UTC in milliseconds; plain JSON. */
export const scalars = {
  Day: textScalar('Day', isDay, '2021-04-12'),
  Instant: utc(textScalar('Instant', isInstant, '2021-04-12T01:30:00Z')),
  Json: new GraphQLScalarType({ name: 'Json', serialize: (value) => value }),
};
