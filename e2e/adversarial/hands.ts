import { getNamedType, isUnionType, type GraphQLSchema } from 'graphql';
import { signIn } from '../harness/graphql.js';
import { PASSWORD } from '../harness/office.js';
import { ASSISTING, BELOW } from './access.people.js';
import type { Hands } from './access.scenes.js';
import { createAccount, type Attacked } from './attacked.js';

/** What of an answer names what was made, by the answer's type. */
const NAMES: Readonly<Record<string, string>> = { ContactDone: 'contact', KnowledgeDone: 'id', Account: 'account' };

/** Signs in whoever brings scenes about. */
export const handsOf = async ({ url, people }: Attacked, schema: GraphQLSchema): Promise<Hands> => {
  const handler = async (unit: string) => {
    const account = `hand-${unit}`;
    const refused = await createAccount(people.administrator, {
      account,
      password: PASSWORD,
      role: 'UNIT_HANDLER',
      unit,
    });
    if (refused) throw new Error(refused);
    return signIn(url, account, PASSWORD);
  };
  return {
    ...{ operator: people.operator, reviewer: people.reviewer, administrator: people.administrator },
    lead: people.handler,
    assisting: await handler(ASSISTING),
    below: await handler(BELOW),
    run: async (who, mutation, input) => {
      const field = schema.getMutationType()!.getFields()[mutation]!;
      const type = getNamedType(field.type);
      const done = isUnionType(type) ? type.getTypes()[0]!.name : type.name;
      const query = `mutation ($input: ${field.args[0]!.type}) {
        done: ${mutation}(input: $input) { ... on ${done} { ${NAMES[done]} } ... on Refusal { code } }
      }`;
      const answer = (await who.ask(query, { input })).done;
      if (answer.code) throw new Error(`${mutation}: ${answer.code}`);
      return answer;
    },
  };
};
