import { gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';

const ID = 'knowledge-01a20cbc-7fc5-7792-8b5a-aeda95dfc031';
const DONE = '{ __typename ... on KnowledgeDone { id events token } ... on Refusal { code field } }';
const text = {
  question: '公交卡丢了怎么补办?',
  answer: '持身份证补办。',
  category: 'taxi',
  policy: { title: '办法' },
};

describe('the knowledge base over GraphQL', () => {
  let under: GatewayUnderTest;
  let tokens: Record<string, string>;
  beforeAll(async () => {
    const roles = ['operator', 'reviewer', 'analyst', 'citizen'];
    under = await gatewayUnderTest({ roles });
    tokens = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await under.signIn(role)] as const)),
    );
  }, 30_000);
  afterAll(() => under.gateway.close());

  const command = async (role: string, mutation: string, input: object, type = mutation) => {
    const name = `${type[0]!.toUpperCase()}${type.slice(1)}Input`;
    const asked = `mutation ($input: ${name}!) { done: ${mutation}(input: $input) ${DONE} }`;
    return (await under.query(asked, tokens[role], { input } as never)).body.data.done;
  };
  const lastAsked = () => under.knowledge.asked.at(-1)!;

  it('sends a proposal as it was written, under who wrote it', async () => {
    expect(await command('operator', 'proposeAnswer', text)).toMatchObject({ id: ID, token: 'token-7' });
    expect(lastAsked()).toMatchObject({ type: 'ProposeAnswer', data: text, by: { account: 'operator' } });
    expect(lastAsked()).not.toHaveProperty('stream');
  });
  it('sends what is done to an answer to its stream', async () => {
    await command('reviewer', 'approveAnswer', { knowledge: ID, revision: 2 });
    expect(lastAsked()).toMatchObject({ type: 'ApproveAnswer', stream: ID, data: { revision: 2 } });
    await command('reviewer', 'retireAnswer', { knowledge: ID, reason: '废止' }, 'answerReason');
    expect(lastAsked()).toMatchObject({ type: 'RetireAnswer', stream: ID, data: { reason: '废止' } });
    await command('operator', 'settleMissingAnswer', { question: 'missinganswer-1', knowledge: ID });
    expect(lastAsked()).toMatchObject({
      type: 'SettleMissingAnswer',
      data: { question: 'missinganswer-1', knowledge: ID },
    });
  });
  it('lets an operator propose and a reviewer publish, not the other way round', async () => {
    expect(await command('reviewer', 'proposeAnswer', text)).toMatchObject({ code: 'NotAllowed' });
    for (const mutation of ['approveAnswer', 'publishAnswer'])
      expect(await command('operator', mutation, { knowledge: ID })).toMatchObject({ code: 'NotAllowed' });
    expect(await command('analyst', 'noteMissingAnswer', { question: '?', category: 'taxi' })).toMatchObject({
      code: 'NotAllowed',
    });
  });

  const SEARCH =
    '{ knowledgeSearch(text: "补办", status: SENT_BACK) { totalCount pageInfo { hasNextPage endCursor } edges { question { text match } node { id status keywords uses policy { number } } } } }';
  it('finds with marks and counts, for whoever is signed in', async () => {
    for (const role of ['operator', 'analyst', 'citizen']) {
      const { body } = await under.query(SEARCH, tokens[role]);
      expect(body.data.knowledgeSearch).toMatchObject({
        totalCount: 3,
        pageInfo: { hasNextPage: true, endCursor: ID },
      });
      expect(body.data.knowledgeSearch.edges[0]).toMatchObject({
        node: { id: ID, status: 'PUBLISHED', keywords: [], uses: 3, policy: { number: '12号' } },
        question: [{ match: false }, { text: '补办', match: true }, { match: false }],
      });
      expect(lastAsked()).toMatchObject({ viewer: { role }, status: 'sent-back', text: '补办' });
    }
    const { body } = await under.query(
      '{ knowledgeSuggestions(text: "补") { id question { match } } }',
      tokens['citizen'],
    );
    expect(body.data.knowledgeSuggestions).toHaveLength(1);
  });
  it('is closed to who is not signed in, unless the profile opens it', async () => {
    const { body } = await under.query(SEARCH);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'NotSignedIn' });
  });

  const UNANSWERED =
    '{ unanswered(category: "taxi") { byCategory { category noted answeredWithout } noted { edges { node { times } } } consultations(first: 5) { totalCount } } }';
  it('lists what it lacks, for the office alone', async () => {
    const { body } = await under.query(UNANSWERED, tokens['analyst']);
    expect(body.data.unanswered).toEqual({
      byCategory: [{ category: 'taxi', noted: 1, answeredWithout: 4 }],
      noted: { edges: [{ node: { times: 2 } }] },
      consultations: { totalCount: 0 },
    });
    const denied = await under.query(UNANSWERED, tokens['citizen']);
    expect(denied.body.errors?.[0]?.extensions).toMatchObject({ code: 'NotAllowed' });
  });
});
