import { readFileSync } from 'node:fs';
import { complaintCommands, consultationCommands } from '@sunlit/contracts';
import { buildSchema, getDirectiveValues, parse, specifiedRules, validate, visit, type GraphQLField } from 'graphql';
import { COMMAND_ROLES } from '../authorisation/command-roles.js';
import { limitsRule } from './limits.js';
import { schemaSources } from './schema-files.js';

const schema = buildSchema(schemaSources().join('\n'));
const BY_THE_OFFICE_ITSELF = [
  'WarnDeadline',
  'RemindDeadline',
  'SuperviseDeadline',
  'ResetDeadline',
  'NoteHandoverRefused',
  'JoinCase',
  'UnjoinCase',
  'NoteJoinRefused',
  'TakeOverPerson',
  'NoteDuplicateGone',
  'LinkCase',
  'UnlinkCase',
  'NoteLinkRefused',
  'NoteFollowerGone',
  'TakeOverReply',
  'NoteReplyNotTaken',
  'ExportPerson',
  'EndSuspension',
  'WarnTask',
  'RemindTask',
];

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const silent: string[] = [];
    const described = [
      'ObjectTypeDefinition',
      'InputObjectTypeDefinition',
      'EnumTypeDefinition',
      'UnionTypeDefinition',
      'ScalarTypeDefinition',
      'DirectiveDefinition',
      'FieldDefinition',
      'InputValueDefinition',
      'EnumValueDefinition',
    ];
    visit(parse(schemaSources().join('\n')), {
      enter: (node) => {
        if (!described.includes(node.kind) || !('name' in node)) return;
        if (!('description' in node) || !node.description)
          silent.push(`${node.kind} ${node.name?.value} (line ${node.loc?.startToken.line})`);
      },
    });
    expect(silent).toEqual([]);
  });

  it('has a mutation for every command a person may send', () => {
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    const commands = [...new Set([...Object.keys(complaintCommands), ...Object.keys(consultationCommands)])];
    const expected = commands
      .filter((type) => !BY_THE_OFFICE_ITSELF.includes(type))
      .map((type) => type[0]!.toLowerCase() + type.slice(1));
    expect(mutations).toEqual(expect.arrayContaining(expected));
    expect(Object.keys(COMMAND_ROLES).filter((name) => !mutations.includes(name))).toEqual([]);
  });

  it('says of commands what the table of roles says', () => {
    const rolesOf = (field: GraphQLField<unknown, unknown>) =>
      (getDirectiveValues(schema.getDirective('allow')!, field.astNode!)!['roles'] as string[]).map((role) =>
        role.toLowerCase().replaceAll('_', '-'),
      );
    const fields = schema.getMutationType()!.getFields();
    const said = Object.fromEntries(Object.keys(COMMAND_ROLES).map((name) => [name, rolesOf(fields[name]!).sort()]));
    expect(said).toEqual(
      Object.fromEntries(Object.entries(COMMAND_ROLES).map(([name, roles]) => [name, [...roles].sort()])),
    );
  });

  it('takes every input field the contract has', () => {
    const tables = { ...consultationCommands, ...complaintCommands };
    const lacking = Object.keys(COMMAND_ROLES).flatMap((mutation) => {
      const type = mutation.startsWith('register') ? 'RegisterCase' : mutation[0]!.toUpperCase() + mutation.slice(1);
      const input = schema.getType(mutation.startsWith('register') ? 'RegisterInput' : `${type}Input`);
      const has = Object.keys((input as { getFields?: () => object }).getFields?.() ?? {});
      const wanted = Object.keys(tables[type as keyof typeof tables].shape).filter((name) => name !== 'origin');
      return wanted.filter((name) => !has.includes(name)).map((name) => `${mutation}.${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it('answers every operation GraphiQL opens with, each within the limits', () => {
    const text = readFileSync(new URL('../../graphiql/operations.graphql', import.meta.url), 'utf8');
    const blocks = text.split(/^# ---$/m);
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    for (const block of blocks) {
      expect(validate(schema, parse(block), [...specifiedRules, limitsRule]).map(({ message }) => message)).toEqual([]);
      const variables = /^# variables: (.*)$/m.exec(block)?.[1];
      if (variables) expect(() => JSON.parse(variables) as unknown).not.toThrow();
    }
  });

  it('offers in GraphiQL every turn a case can take', () => {
    const text = readFileSync(new URL('../../graphiql/operations.graphql', import.meta.url), 'utf8');
    const offered = new Set<string>();
    visit(parse(text.replaceAll(/^fragment [^]*?^}$/gm, '')), { Field: ({ name }) => void offered.add(name.value) });
    // Caller's details are put right where they are shown; orders sent again and imported answers come by an importer.
    const elsewhere = ['registerCase', 'correctCaller', 'recordAnswer', 'noteOrderSentAgain', 'rateCase'];
    const lacking = Object.keys(COMMAND_ROLES).filter((name) => !offered.has(name));
    expect(lacking.filter((name) => !elsewhere.includes(name))).toEqual([]);
  });
});
