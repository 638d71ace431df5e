import { eventually } from '../harness/eventually.js';
import type { Client, Data } from '../harness/graphql.js';
import { aCall, done } from '../harness/matters.js';
import { openOffice, STARTING, type OpenOffice } from '../harness/office.js';

const SEARCH = `query S($text: String!, $t: String) { knowledgeSearch(text: $text, atLeast: $t) {
  totalCount edges { question { text match } node { id uses } } } }`;
const INPUT: Readonly<Record<string, string>> = {
  retireAnswer: 'AnswerReasonInput',
  sendBackAnswer: 'AnswerReasonInput',
};

const run = async (who: Client, mutation: string, input: object): Promise<Data> => {
  const type = INPUT[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation Run($input: ${type}!) { answer: ${mutation}(input: $input) {
    ... on KnowledgeDone { id revision events token } ... on Refusal { code textZh } } }`;
  return (await who.ask(query, { input })).answer;
};

const answer = {
  question: '公交卡丢了怎么补办?',
  answer: '凭本人身份证到服务网点挂失,七日后补办。',
  category: 'bus.card',
  keywords: ['IC卡'],
  policy: { title: '城市公共汽车和电车客运管理规定', number: '交通运输部令2017年第5号' },
};

describe('the knowledge base', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  const search = async (text: string, t?: string) =>
    (await office.people.operator.ask(SEARCH, { text, t })).knowledgeSearch;

  it('proposed, reviewed, published, found, given, counted, revised and retired', async () => {
    const { operator, reviewer, analyst } = office.people;
    const { id: knowledge, token } = await run(operator, 'proposeAnswer', answer);
    expect(knowledge).toMatch(/^knowledge-/);
    expect((await search('补办', token)).totalCount).toBe(0);
    const early = await done(operator.command('registerConsultation', aCall()));
    const refused = await operator.command('answerAtFirstContact', { case: early.case, text: '请到网点', knowledge });
    expect(refused).toMatchObject({ code: 'AnswerNotInForce', field: 'knowledge' });

    expect((await run(reviewer, 'publishAnswer', { knowledge })).code).toBe('NotApproved');
    await run(reviewer, 'sendBackAnswer', { knowledge, reason: '请写明要带的证件' });
    const revised = await run(operator, 'reviseAnswer', { ...answer, knowledge });
    expect(revised.events).toEqual([]);
    const better = { ...answer, answer: `${answer.answer}须带身份证原件。` };
    const { revision } = await run(operator, 'reviseAnswer', { ...better, knowledge });
    await run(reviewer, 'approveAnswer', { knowledge, revision });
    const published = await run(reviewer, 'publishAnswer', { knowledge });
    expect(published.events).toEqual(['AnswerPublished']);

    const found = await search('补办', published.token);
    expect(found.edges[0]).toMatchObject({
      node: { id: knowledge, uses: 0 },
      question: [{ match: false }, { text: '补办', match: true }, { match: false }],
    });
    const suggested = await operator.ask('{ knowledgeSuggestions(text: "i") { id } }');
    expect(suggested.knowledgeSuggestions).toEqual([{ id: knowledge }]);

    const given = await done(operator.command('registerConsultation', aCall({ answer: better.answer, knowledge })));
    expect(given.events).toContain('KnowledgeUsed');
    await eventually(async () => (await search('补办')).edges[0]?.node.uses === 1 || null);

    await done(operator.command('answerAtFirstContact', { case: early.case, text: '请到网点' }));
    const question = { question: '夜班公交有哪些线路?', category: 'bus.route' };
    const noted = await run(operator, 'noteMissingAnswer', question);
    const UNANSWERED = `query U($t: String) { unanswered(atLeast: $t) {
      noted { edges { node { id question times } } } consultations { edges { node { case } } } } }`;
    await eventually(async () => {
      const { unanswered } = await analyst.ask(UNANSWERED, { t: noted.token });
      expect(unanswered.noted.edges[0].node).toMatchObject({ ...{ question: question.question }, times: 1 });
      return unanswered.consultations.edges[0]?.node.case === early.case || null;
    });

    const retired = await run(reviewer, 'retireAnswer', { knowledge, reason: '办法废止' });
    expect((await search('补办', retired.token)).totalCount).toBe(0);
    expect((await run(operator, 'reviseAnswer', { ...answer, knowledge })).code).toBe('AnswerRetired');
  });

  it('is closed to whoever may not write or review it', async () => {
    const { operator, analyst, reviewer } = office.people;
    expect((await run(analyst, 'proposeAnswer', answer)).code).toBe('NotAllowed');
    expect((await run(reviewer, 'proposeAnswer', answer)).code).toBe('NotAllowed');
    const { id: knowledge } = await run(operator, 'proposeAnswer', { ...answer, answer: '到网点办理。' });
    expect((await run(operator, 'approveAnswer', { knowledge })).code).toBe('NotAllowed');
    const personal = { ...answer, answer: '找王工 13900001234' };
    expect((await run(operator, 'proposeAnswer', personal)).code).toBe('PersonalNumberInText');
    const page = await fetch(`${office.server.url}/knowledge`, { redirect: 'manual' });
    expect(page.status).toBe(303);
  });
});
