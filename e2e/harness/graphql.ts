/** What a GraphQL answer may hold; scenarios look at parts of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as deep as the query asks
export type Data = any;

/** A GraphQL client as one account, or as nobody. */
export interface Client {
  /** The data; throws with the errors' messages. */
  ask(query: string, variables?: object): Promise<Data>;
  /** The one field of a mutation with an `input`; its refusal, if it is one, has a `code`. */
  command(name: string, input: object): Promise<Data>;
  /** The whole answer with its HTTP status. */
  raw(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Data }>;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Registrations share one input. */
const inputOf = (name: string): string => (name.startsWith('register') ? 'RegisterInput' : `${capital(name)}Input`);

const DONE = '... on CommandDone { case revision events token number queryCode }';
const REFUSAL = '... on Refusal { code textZh textEn field }';

export const client = (url: string, token?: string): Client => {
  const raw: Client['raw'] = async (body, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const ask: Client['ask'] = async (query, variables = {}) => {
    const { body } = await raw({ query, variables });
    if (body.errors) throw new Error(body.errors.map(({ message }: { message: string }) => message).join('; '));
    return body.data;
  };
  return {
    raw,
    ask,
    command: async (name, input) => {
      const query = `mutation Run($input: ${inputOf(name)}!) { answer: ${name}(input: $input) { __typename ${DONE} ${REFUSAL} } }`;
      return (await ask(query, { input })).answer;
    },
  };
};

/** Signs in; throws with the refusal's code. */
export const signIn = async (url: string, account: string, password: string): Promise<Client> => {
  const query = `mutation In($account: String!, $password: String!) {
    signIn(account: $account, password: $password) { ... on SignedIn { token } ${REFUSAL} }
  }`;
  const { signIn: answer } = await client(url).ask(query, { account, password });
  if (!answer.token) throw new Error(answer.code);
  return client(url, answer.token);
};
