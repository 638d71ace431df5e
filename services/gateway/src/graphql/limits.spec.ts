import { gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';

describe('limits', () => {
  let under: GatewayUnderTest;
  beforeAll(async () => {
    under = await gatewayUnderTest();
  }, 30_000);
  afterAll(() => under.gateway.close());

  const statistics = 'statistics(figures: ["hotline.accepted.v1"], from: "2021-01-01", to: "2021-12-31")';
  const nested = (depth: number): string =>
    depth === 0 ? 'asOf' : `rows { figure { ... on Figure { ${nested(depth - 1)} } } }`;
  const bombs: Readonly<Record<string, string>> = {
    'a depth bomb': `{ ${statistics} { ${nested(20)} } }`,
    '1,000 aliases': `{ ${Array.from({ length: 1000 }, (_, index) => `a${index}: ${statistics} { asOf }`).join(' ')} }`,
    '50 aliases': `{ ${Array.from({ length: 50 }, (_, index) => `a${index}: me { account }`).join(' ')} }`,
    '1,000 directives': `{ ${statistics} { asOf ${'@include(if: true) '.repeat(1000)} } }`,
    '30 directives': `{ ${statistics} { asOf ${'@include(if: true) '.repeat(30)} } }`,
    'nearly 1 MB of query': `{ ${statistics} { ${'asOf '.repeat(190_000)} } }`,
    'a fragment cycle': `{ ${statistics} { ...A } } fragment A on Statistics { asOf ...B } fragment B on Statistics { ...A }`,
    'a bomb of fragments': `{ ${statistics} { ...F0 } } ${Array.from({ length: 30 }, (_, i) => `fragment F${i} on Statistics { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F30 on Statistics { asOf x: asOf }`,
    'pages of pages': `{ ${statistics} { rows { figure { events(first: 200) { edges { node { event case number day counted dimensions recordedAt } } } restated(first: 200) { case number event day by reason takenOutAt } } } } a: ${statistics} { rows { figure { events(first: 200) { edges { node { event case number day counted dimensions recordedAt } } } events2: events(first: 200) { edges { node { event } } } } } } b: ${statistics} { rows { figure { ${Array.from({ length: 12 }, (_, i) => `e${i}: events(first: 200) { edges { node { event case number day counted dimensions recordedAt } } }`).join(' ')} } } } }`,
  };

  it.each(Object.entries(bombs))('refuses %s before any resolver runs', async (_, query) => {
    under.asked.length = 0;
    const { body } = await under.query(query);
    expect(body.errors?.length).toBeGreaterThan(0);
    expect(body.data).toBeUndefined();
    expect(under.asked).toEqual([]);
  });

  it('answers shortly, however long the name was that graphql-js repeats in every error', async () => {
    const unknown = Array.from({ length: 150 }, (_, index) => `knowledge(id: $v${index}) { id }`).join(' ');
    const { status, body } = await under.query(`query ${'a'.repeat(900_000)} { ${unknown} }`);
    expect([status, body.data]).toEqual([400, undefined]);
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
  });

  it('refuses an array of operations', async () => {
    const { status, body } = await under.send([
      { query: `{ ${statistics} { asOf } }` },
      { query: '{ me { account } }' },
    ]);
    expect([status, body.data]).toEqual([400, undefined]);
    expect(under.asked).toEqual([]);
  });

  it('refuses a body over 1 MB with 413 and says so', async () => {
    const { status, body } = await under.send({ query: 'x'.repeat(1_100_000) });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([413, 'TOO_LARGE']);
  });

  it('refuses malformed JSON and malformed GraphQL clearly', async () => {
    const response = await fetch(`${under.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { errors: { extensions: object }[] }).errors[0]!.extensions).toMatchObject({
      code: 'BAD_REQUEST',
    });
    const { body } = await under.query('{ me {');
    expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('refuses what a form of another site could send', async () => {
    const response = await fetch(`${under.url}/graphql?query=${encodeURIComponent('{ me { account } }')}`);
    expect(response.status).toBe(400);
  });

  it('shows neither the schema nor suggestions to who is not signed in', async () => {
    const asked = await under.query('{ __schema { types { name } } }');
    expect(asked.body.errors?.[0]?.extensions['code']).toBe('NotSignedIn');
    const guessed = await under.query('{ figur }');
    expect(guessed.body.errors?.[0]?.message).not.toContain('figure"');
    const token = await under.signIn('operator');
    const shown = await under.query('{ __schema { queryType { name } } }', token);
    expect(shown.body.data.__schema.queryType.name).toBe('Query');
    // Once more without: an answer kept for somebody signed in must not be given to others.
    expect((await under.query('{ __schema { queryType { name } } }')).body.errors?.[0]?.extensions['code']).toBe(
      'NotSignedIn',
    );
  });
});
