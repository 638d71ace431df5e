import { readFileSync } from 'node:fs';
import { ROLES, type PublicPart } from '@sunlit/platform';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { enumValues } from '../graphql/enums.js';
import { schemaSources } from '../graphql/schema-files.js';
import { allowedOf, withAuthorisation } from './allow.js';

const GOLDEN = new URL('../../authorisation.golden.txt', import.meta.url);
const PARTS: readonly PublicPart[] = ['figures', 'matters', 'timelines', 'knowledge'];
const everybody = ['public', ...ROLES];

const contextOf = (role: string, open: readonly PublicPart[] = []): RequestContext => ({
  viewer: { account: role, role },
  address: '127.0.0.1',
  openParts: new Set(open),
  stillSignedIn: async () => undefined,
});

/** The schema with every resolver answering `reached`, then guarded. */
const guarded = (): { schema: GraphQLSchema; fields: string[] } => {
  const schema = makeExecutableSchema({ typeDefs: [...schemaSources()], resolvers: enumValues() });
  const fields: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!allowedOf(schema, field)) continue;
      fields.push(`${type.name}.${field.name}`);
      field.resolve = () => 'reached';
      if (type.name === 'Subscription') field.subscribe = () => 'reached';
    }
  }
  return { schema: withAuthorisation(schema), fields: fields.sort() };
};

const { schema, fields } = guarded();

const reaches = (path: string, context: RequestContext): boolean => {
  const [type, name] = path.split('.') as [string, string];
  const found = schema.getType(type);
  const field = isObjectType(found) ? found.getFields()[name]! : undefined;
  const resolve = type === 'Subscription' ? field!.subscribe! : field!.resolve!;
  try {
    return resolve(null, {}, context, {} as GraphQLResolveInfo) === 'reached';
  } catch {
    return false;
  }
};

const row = (path: string): string => {
  const who = everybody.filter((role) => reaches(path, contextOf(role)));
  const opened = PARTS.filter(
    (part) => !reaches(path, contextOf('public')) && reaches(path, contextOf('public', [part])),
  );
  return `${path}: ${who.join(' ')}${opened.map((part) => ` (everybody where ${part} are public)`).join('')}`;
};

describe('authorisation', () => {
  it('lets each role do what the golden table says, tried cell by cell', () => {
    const table = `${fields.map(row).join('\n')}\n`;
    expect(table).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it.each(['system', 'importer', '', '__proto__', 'ADMINISTRATOR', 'PUBLIC'])(
    'lets %p, a role nobody signs in under, to what everybody may and nothing else',
    (role) => {
      const open = fields.filter((path) => reaches(path, contextOf('public')));
      expect(fields.filter((path) => reaches(path, contextOf(role)))).toEqual(open);
    },
  );

  it('withholds personal fields instead of failing the list they stand in', () => {
    const type = schema.getType('Case');
    const caller = isObjectType(type) ? type.getFields()['caller']! : undefined;
    expect(caller!.resolve!({}, {}, contextOf('analyst'), {} as GraphQLResolveInfo)).toEqual({ state: 'withheld' });
  });

  it('does not start with a root field nobody decided on', () => {
    const open = buildSchema(`${schemaSources().join('\n')}\nextend type Query { secret: String }`);
    expect(() => withAuthorisation(open)).toThrow('Query.secret has no @allow');
  });
});
