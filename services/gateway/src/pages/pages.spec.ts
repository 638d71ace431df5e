import { PASSWORD, gatewayUnderTest, type GatewayUnderTest } from '../testing/gateway-under-test.js';

const page = async (under: GatewayUnderTest, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${under.url}${path}`, {
    headers: { accept: 'text/html', ...headers },
    redirect: 'manual',
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: response.headers,
    text: await response.text(),
  };
};
const linksOf = (text: string): string[] =>
  [...text.matchAll(/href="([^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
const REGISTER =
  'mutation { registerComplaint(input: {kind: "complaint", category: "taxi.fare", source: "12345", medium: "phone", summary: "<b>计价器</b>", caller: {name: "王某", phone: "13900000000"}, statement: {text: "他多收了我钱"}}) { __typename } }';

describe('the pages of a demo store', () => {
  let under: GatewayUnderTest;
  beforeAll(async () => {
    under = await gatewayUnderTest({ demo: true });
    await under.query(REGISTER, await under.signIn('operator'));
  }, 30_000);
  afterAll(() => under.gateway.close());

  it('lead from the year to a figure, its matters and one matter, by plain links, each under 40 KB, without a script', async () => {
    const paths = ['/'];
    const year = await page(under, '/');
    paths.push(linksOf(year.text).find((href) => href.startsWith('/figures/followup'))!);
    const figure = await page(under, paths[1]!);
    paths.push(linksOf(figure.text).find((href) => href.startsWith('/matters/'))!);
    expect(paths[1]).toContain('asOf=2022-01-05T08%3A00%3A00.000Z');
    for (const path of paths) {
      const { status, text } = await page(under, path);
      expect([path, status]).toEqual([path, 200]);
      expect(Buffer.byteLength(text)).toBeLessThan(40_000);
      expect(text).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\/(?!www\.w3\.org)/);
      expect(text).toContain('演示数据');
    }
  });

  it('show six numbers with what they are made of, and the months as a chart with words', async () => {
    const { text } = await page(under, '/');
    expect(text.match(/class="card"/g)).toHaveLength(6);
    for (const shown of ['5,329', '5300余', '82.60%', '80%以上', '99.12%', '达99%', '792 / 799', '98.20–99.57%'])
      expect(text).toContain(shown);
    expect(text).toMatch(/<svg[^>]+role="img" aria-label="2021 年各月受理/);
  });

  it('tell one matter without personal data, escaped, its clock explained', async () => {
    const { commandId } = under.complaints.sent[0]!;
    const { text } = await page(under, `/matters/complaint-${commandId}`);
    expect(text).toContain('&lt;b&gt;计价器&lt;/b&gt;');
    expect(text).toContain('调休上班');
    for (const personal of ['王某', '13900000000', '多收了我钱']) expect(text).not.toContain(personal);
  });

  it('tell a matter as it was known at the instant of the address, and say so', async () => {
    const { commandId } = under.complaints.sent[0]!;
    const path = `/matters/complaint-${commandId}`;
    const whole = await page(under, `${path}?asOf=2021-04-12T02:00:00.000Z`);
    expect(whole.text).toContain('RegisterCase');
    expect(whole.text).not.toContain('当时尚');
    const before = await page(under, `${path}?asOf=2021-04-12T01:59:59.999Z`);
    expect([before.status, before.text.includes('RegisterCase'), before.text.includes('调休上班')]).toEqual([
      200,
      false,
      false,
    ]);
    expect(before.text).toMatch(/当时尚未登记.*Not registered then/s);
  });

  it('name who did what in both languages, and a matter without a unit as such', async () => {
    const { commandId } = under.complaints.sent[0]!;
    expect((await page(under, `/matters/complaint-${commandId}`)).text).toMatch(/<span lang="en">operator/i);
    const { text } = await page(under, '/figures/hotline.accepted.v1?year=2021');
    expect(text).not.toMatch(/· none</);
    // Of a count every entry is counted: only a share tells its numerator apart.
    expect(text).not.toContain('计入分子');
    expect((await page(under, '/figures/followup.satisfaction.v1?year=2021')).text).toContain('计入分子');
  });

  it('say in words why an entry was taken out', async () => {
    const { text } = await page(under, '/figures/hotline.accepted.v1?year=2021');
    expect(text).toMatch(/作废 <span lang="en">Voided/);
  });

  it('label the axis of the chart', async () => {
    expect((await page(under, '/')).text).toMatch(/<text\s+class="scale"[^>]*>400</);
  });

  it('say in both languages what is wrong with an address', async () => {
    expect((await page(under, '/?year=twenty')).text).toContain('“year”有误');
    expect((await page(under, '/?asOf=yesterday')).status).toBe(400);
    expect((await page(under, '/matters/complaint-1')).status).toBe(404);
    expect((await page(under, '/figures/moon')).status).toBe(404);
    const missing = await page(under, '/nowhere');
    expect([missing.status, missing.text.includes('没有这一页'), missing.text.includes('no such page')]).toEqual([
      404,
      true,
      true,
    ]);
  });

  it('carry a policy under which no script runs and nothing comes from elsewhere', async () => {
    const policy = (await page(under, '/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('are 503 with Retry-After while statistics is away', async () => {
    under.away.add('statistics');
    const { status, headers, text } = await page(under, '/');
    under.away.delete('statistics');
    expect([status, headers.get('retry-after'), text.includes('暂时不可用')]).toEqual([503, '5', true]);
  });

  it('serve GraphiQL and all it loads from here', async () => {
    const { text, headers } = await page(under, '/graphiql');
    expect(text).toContain('演示数据');
    const loads = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(loads.length).toBeGreaterThanOrEqual(6);
    for (const path of loads) {
      expect(path.startsWith('/')).toBe(true);
      const response = await fetch(under.url + path);
      expect([path, response.status]).toEqual([path, 200]);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10);
    }
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
  });
});

describe('the pages of an office', () => {
  let under: GatewayUnderTest;
  beforeAll(async () => {
    under = await gatewayUnderTest({ rates: { pageByAddress: { points: 12, duration: 60 } } });
  }, 30_000);
  afterAll(() => under.gateway.close());

  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${under.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      redirect: 'manual',
    });

  it('show figures to everybody, the matters only to who is signed in', async () => {
    const open = await page(under, '/figures/hotline.accepted.v1?year=2021');
    expect([open.status, open.text.includes('T2021-'), open.text.includes('需登录')]).toEqual([200, false, true]);
    expect(open.text).not.toContain('演示数据');
    const closed = await page(under, '/matters/complaint-01a20cbc-7fc5-7792-8b5a-aeda95dfc031');
    expect([closed.status, closed.location]).toEqual([303, expect.stringMatching(/^\/sign-in\?next=%2Fmatters/)]);
    const form = await post('/sign-in', {
      account: 'operator',
      password: PASSWORD,
      next: '/figures/hotline.accepted.v1?year=2021',
    });
    const cookie = form.headers.get('set-cookie')!;
    expect([form.status, form.headers.get('location')]).toEqual([303, '/figures/hotline.accepted.v1?year=2021']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const seen = await page(under, '/figures/hotline.accepted.v1?year=2021', { cookie: cookie.split(';')[0]! });
    expect(seen.text).toContain('T2021-');
  });

  it('take sign-ins from their own form alone, and go on to addresses of their own alone', async () => {
    expect(
      (await post('/sign-in', { account: 'operator', password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      expect((await post('/sign-in', { account: 'operator', password: PASSWORD, next })).headers.get('location')).toBe(
        '/',
      );
    }
    const wrong = await post('/sign-in', { account: 'operator', password: 'wrong-password' });
    expect([wrong.status, (await wrong.text()).includes('账号或密码不对')]).toEqual([401, true]);
  });

  it('are 429 with Retry-After for who asks too often', async () => {
    let last = await page(under, '/');
    for (let asked = 0; asked < 20 && last.status === 200; asked++) last = await page(under, '/');
    expect([last.status, Number(last.headers.get('retry-after')) > 0, last.text.includes('请求过于频繁')]).toEqual([
      429,
      true,
      true,
    ]);
  });
});
