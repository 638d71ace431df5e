import { gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';

const page = async (under: GatewayUnderTest, path: string) => {
  const response = await fetch(`${under.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
};

describe('the pages of the knowledge base', () => {
  let under: GatewayUnderTest;
  beforeAll(async () => (under = await gatewayUnderTest({ demo: true })), 30_000);
  afterAll(() => under.gateway.close());

  it('find by a form that needs no script, what was found marked and nothing taken for markup', async () => {
    const { status, text } = await page(under, `/knowledge?q=${encodeURIComponent('补办"<')}`);
    expect(status).toBe(200);
    expect(text).toContain('<mark>补办</mark>?&lt;b&gt;');
    expect(text).toContain('value="补办&quot;&lt;"');
    expect(text).toMatch(/<form class="search" role="search" action="\/knowledge">/);
    expect(text).toMatch(/<label for="q">/);
    expect(text).toContain('找到 3 条');
    expect(text).not.toMatch(/<script|<b>\?/);
    expect(text).toMatch(/rel="next" href="\/knowledge\?q=[^"]*after=knowledge-/);
  });
  it('show one answer with what it rests on', async () => {
    const { text } = await page(under, '/knowledge');
    const [, path] = /href="(\/knowledge\/[^"]+)"/.exec(text)!;
    const one = await page(under, path!);
    expect(one.text).toContain('持身份证到网点挂失');
    expect(one.text).toContain('一卡通管理办法(12号)');
  });
  it('say where there is nothing', async () => {
    expect((await page(under, `/knowledge?q=${encodeURIComponent('月球')}`)).text).toContain('没有找到');
    expect((await page(under, '/knowledge/knowledge-0')).status).toBe(404);
  });
});

it('the knowledge base asks for a sign-in where the profile does not open it', async () => {
  const under = await gatewayUnderTest();
  const { status, location } = await page(under, '/knowledge?q=a');
  expect([status, location]).toEqual([303, '/sign-in?next=%2Fknowledge%3Fq%3Da']);
  await under.gateway.close();
});
