import { positionOf } from '@sunlit/casework';
import { officeAtWork } from '@sunlit/casework/testing';
import type { AnswerText, CommandAnswer, KnowledgePage, KnowledgeView } from '@sunlit/contracts';
import type { JsonObject, Projection, ReadStore } from '@sunlit/kernel';
import { projectionRunner } from '@sunlit/runner';
import { consultations } from '../consultations.js';
import { answersElsewhereCollection } from './answers-given-elsewhere.projection.js';
import { knowledgeQueries } from './knowledge.queries.js';

const operator = { account: 'op', role: 'operator' };
const reviewer = { account: 're', role: 'reviewer' };
const citizen = { account: 'c', role: 'citizen' };
const today = '2021-04-12';

const answer = (question: string, text: string, more: Partial<AnswerText> = {}): AnswerText => ({
  question,
  answer: text,
  category: 'bus',
  policy: { title: '城市公共交通条例', number: '国令793号' },
  ...more,
});

const ANSWERS = [
  answer('公交卡丢了怎么补办?', '持身份证到服务网点挂失,七日后补办。', { keywords: ['IC卡', '遗失'] }),
  answer('老年人怎么办理公交卡?', '年满65周岁持身份证免费办理。'),
  answer('9路公交末班车几点?', '末班车21:30从火车站发出;公交卡、ＥＴＣ都不影响。'),
  answer('出租车多收费怎么投诉?', '请记下车牌和时间,拨打12328。', { category: 'taxi' }),
];

const worked = (readStore: ReadStore) => {
  const office = officeAtWork([consultations]);
  const queries = knowledgeQueries({ ...office.context, readStore }, 'consultations');
  const names = ['knowledge.v1', 'missing-answers.v1', 'answers-given.v1'];
  const projections = [...office.definitions.values()].flatMap(({ projections: all }) => all) as Projection[];
  const run = async (projection: Projection): Promise<void> => {
    const stop = new AbortController();
    const head = await office.store.head();
    const begun = (await readStore.checkpoints(projection.name)).get(0) ?? 0;
    if (begun >= head) return;
    const onProgress = (position: number): void => void (position >= head && stop.abort());
    const source = { log: office.store };
    await projectionRunner({ projection, readStore, source, signal: stop.signal, onProgress }).run();
  };
  const call = async (type: string, data: object, by = operator, stream?: string): Promise<CommandAnswer> => {
    const payload = { commandId: office.freshId(), type, data, by, ...(stream && { stream }) };
    return (await office.context.rpc.call(
      'consultations',
      'knowledgeCommand',
      payload as JsonObject,
    )) as unknown as CommandAnswer;
  };
  const publish = async (text: AnswerText): Promise<string> => {
    const { stream } = await call('ProposeAnswer', text);
    await call('ApproveAnswer', {}, reviewer, stream);
    await call('PublishAnswer', {}, reviewer, stream);
    return stream;
  };
  return {
    ...{ office, queries, call, publish },
    fold: async (): Promise<void> => {
      // The other service has given none here.
      await readStore.declare([answersElsewhereCollection]);
      for (const projection of projections.filter(({ name }) => names.includes(name))) await run(projection);
    },
    search: (text: string, more: object = {}): Promise<KnowledgePage> =>
      queries.knowledgeSearch({ viewer: operator, first: 10, today, text, ...more }),
    of: async (stream: string, viewer = operator): Promise<KnowledgeView | null> =>
      (await queries.knowledge({ viewer, stream, today })).knowledge,
  };
};

const shown = (segments: readonly { text: string; match: boolean }[]): string =>
  segments.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
const questions = ({ items }: KnowledgePage): string[] => items.map(({ knowledge }) => knowledge.question);

/** What the knowledge base promises on any read store. */
export const knowledgeContract = (
  name: string,
  open: () => Promise<{ readonly store: ReadStore; dispose(): Promise<void> }>,
): void =>
  describe(`the knowledge base on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let at: ReturnType<typeof worked>;
    let streams: string[];
    beforeEach(async () => {
      opened = await open();
      at = worked(opened.store);
      streams = [];
      for (const text of ANSWERS) streams.push(await at.publish(text));
      await at.fold();
    });
    afterEach(() => opened.dispose());

    it('finds two-character words, single characters, words and numbers in any writing, ranked and marked', async () => {
      const lost = await at.search('补办');
      expect(lost.items.map(({ question }) => shown(question))).toEqual(['公交卡丢了怎么[补办]?']);
      expect(shown(lost.items[0]!.excerpt)).toContain('七日后[补办]');
      expect(questions(await at.search('9'))).toEqual([ANSWERS[2]!.question]);
      expect(questions(await at.search('etc'))).toEqual([ANSWERS[2]!.question]);
      expect(questions(await at.search('１２３２８'))).toEqual([ANSWERS[3]!.question]);
      const cards = questions(await at.search('公交卡'));
      expect(cards.slice(0, 2).sort()).toEqual([ANSWERS[1]!.question, ANSWERS[0]!.question].sort());
      expect(cards[2]).toBe(ANSWERS[2]!.question);
      expect(questions(await at.search('793'))).toHaveLength(4);
      expect((await at.search('共享单车')).items).toEqual([]);
    });

    it('pages through what it found, and through everything, the latest first', async () => {
      for (const text of ['公交', '']) {
        const { items, hasNext, total } = await at.search(text, { first: 2 });
        expect(hasNext).toBe(true);
        const next = await at.search(text, { first: 2, after: items[1]!.cursor });
        expect(next.items).toHaveLength(total - 2);
        expect(new Set(questions({ ...next, items: [...items, ...next.items] })).size).toBe(total);
      }
      expect(questions(await at.search('', { category: 'taxi' }))).toEqual([ANSWERS[3]!.question]);
    });

    it('suggests while somebody types', async () => {
      const suggested = async (text: string) =>
        (await at.queries.knowledgeSuggestions({ text, today })).items.map(({ question }) => shown(question));
      expect(await suggested('补')).toEqual(['公交卡丢了怎么[补]办?']);
      expect(await suggested('末班')).toEqual(['9路公交[末班]车几点?']);
      expect(await suggested('i')).toEqual(['公交卡丢了怎么补办?']);
      expect(await suggested('')).toEqual([]);
    });

    it('shows the published text until a revision is published, and drafts to the office alone', async () => {
      const revised = { ...ANSWERS[0]!, answer: '网上也可以办理。' };
      await at.call('ReviseAnswer', revised, operator, streams[0]);
      await at.fold();
      expect(await at.of(streams[0]!)).toMatchObject({
        status: 'published',
        answer: ANSWERS[0]!.answer,
        draft: { status: 'proposed', answer: revised.answer },
      });
      expect(await at.of(streams[0]!, citizen)).not.toHaveProperty('draft');
      expect(questions(await at.search('网上'))).toEqual([]);
      expect(questions(await at.search('网上', { status: 'proposed' }))).toEqual([revised.question]);
      expect(questions(await at.search('', { status: 'proposed', viewer: citizen }))).toHaveLength(4);
      await at.call('ApproveAnswer', {}, reviewer, streams[0]);
      const { position } = await at.call('PublishAnswer', {}, reviewer, streams[0]);
      await at.fold();
      expect(position).toBeGreaterThan(0);
      expect(await at.of(streams[0]!)).toMatchObject({ edition: 2, answer: revised.answer });
      expect(questions(await at.search('网上'))).toEqual([revised.question]);
    });

    it('finds nothing that does not hold today or is retired', async () => {
      const past = await at.publish(answer('春节怎么加班?', '春节加开', { validUntil: '2021-04-12' }));
      await at.call('RetireAnswer', { reason: '已取消' }, reviewer, streams[2]);
      await at.fold();
      expect(questions(await at.search('春节'))).toHaveLength(1);
      expect(questions(await at.search('春节', { today: '2021-04-13' }))).toEqual([]);
      expect(questions(await at.search('末班'))).toEqual([]);
      expect(questions(await at.search('末班', { status: 'retired' }))).toEqual([ANSWERS[2]!.question]);
      expect((await at.queries.knowledge({ viewer: citizen, stream: past, today: '2021-04-13' })).knowledge).toBeNull();
      expect(await at.of(streams[2]!, citizen)).toBeNull();
    });

    it('counts each answer given, and lists what was answered without one', async () => {
      const register = (more: object) =>
        at.office.send('consultations', {
          type: 'RegisterCase',
          data: { kind: 'consultation', category: 'bus', source: '12328', medium: 'phone', summary: '公交卡', ...more },
        });
      const handler = { account: 'h', role: 'unit-handler', unit: 'buses' };
      const send = (stream: string, type: string, data: object, by: object = operator) =>
        at.office.send('consultations', { stream, type, data: data as JsonObject, by: by as typeof operator });
      const knowledge = streams[0]!;
      await register({ answer: '请到网点补办', knowledge });
      const line = await register({});
      await send(line.stream, 'AnswerAtFirstContact', { text: '请到网点补办', knowledge });
      const sent = await register({});
      await send(sent.stream, 'AssignCase', { unit: 'buses' });
      await send(sent.stream, 'DraftReply', { text: '末班21:30', knowledge: streams[2]! }, handler);
      await send(sent.stream, 'DraftReply', { text: '到网点补办', knowledge }, handler);
      await at.fold();
      expect(await at.of(knowledge)).toMatchObject({ uses: 2 });
      await send(sent.stream, 'ApproveReply', {}, reviewer);
      at.office.at('2021-05-06T02:00:00.000Z');
      await send(sent.stream, 'DeliverReply', { how: 'phone' });
      const without = await register({ answer: '请问客运科', summary: '网约车有哪些车型' });
      await at.fold();
      expect(await at.of(knowledge)).toMatchObject({
        uses: 3,
        usesByMonth: [
          { month: '2021-04', count: 2 },
          { month: '2021-05', count: 1 },
        ],
      });
      expect(await at.of(streams[2]!)).toMatchObject({ uses: 0 });
      const listed = await at.queries.answeredWithout({ viewer: operator, first: 10 });
      expect(listed).toMatchObject({ total: 1, items: [{ case: without.stream, summary: '网约车有哪些车型' }] });
      await send(without.stream, 'VoidCase', { reason: '误登' }, reviewer);
      await at.fold();
      expect((await at.queries.answeredWithout({ viewer: operator, first: 10 })).items).toEqual([]);
    });

    it('gives no answer that is not published or does not hold', async () => {
      const { stream } = await at.call('ProposeAnswer', ANSWERS[1]!);
      const data = {
        kind: 'consultation',
        category: 'bus',
        source: '12328',
        medium: 'phone',
        summary: '卡',
        answer: '好',
      };
      const using = (knowledge: string) =>
        at.office.send('consultations', { type: 'RegisterCase', data: { ...data, knowledge } });
      await expect(using(stream)).rejects.toThrow('AnswerNotInForce');
      await expect(using('knowledge-01a20cbc-7fc5-7792-8b5a-aeda95dfc031')).rejects.toThrow('NoSuchAnswer');
    });

    it('lists questions nobody found an answer to, until there is one', async () => {
      const note = (question: string, category = 'taxi') => at.call('NoteMissingAnswer', { question, category });
      const { stream } = await note('网约车可以用哪些车型?');
      expect((await note('网约车可以用哪些车型')).stream).toBe(stream);
      await note('有没有夜班公交?', 'bus');
      await at.fold();
      const list = () => at.queries.missingAnswers({ viewer: operator, first: 10 });
      expect(await list()).toMatchObject({ total: 2 });
      expect((await list()).items.find((one) => one.stream === stream)).toMatchObject({ times: 2, category: 'taxi' });
      expect((await at.queries.unansweredCounts({ viewer: operator })).items).toContainEqual({
        ...{ category: 'taxi', noted: 1, answeredWithout: 0 },
      });
      const ofBuses = await at.queries.unansweredCounts({ viewer: operator, category: 'bus' });
      expect(ofBuses.items.map(({ category }) => category)).toEqual(['bus']);
      await at.call('SettleMissingAnswer', { question: stream, knowledge: streams[3]! });
      await at.fold();
      expect((await list()).items.map(({ category }) => category)).toEqual(['bus']);
      await expect(at.queries.missingAnswers({ viewer: citizen, first: 1 })).rejects.toThrow('NotAllowed');
    });

    it('holds no personal numbers, but the lines people are told to call', async () => {
      await expect(at.call('ProposeAnswer', answer('找谁?', '打13900001234找王工'))).rejects.toThrow('PersonalNumber');
      await expect(at.call('NoteMissingAnswer', { question: '豫K12345违章吗', category: 'bus' })).rejects.toThrow(
        'PersonalNumber',
      );
      await at.call('ProposeAnswer', answer('客运站电话?', '0374-2959600,也可拨0374-2333333'));
    });

    it('repeats the first outcome of a command, and says where it can be read', async () => {
      const payload = { commandId: at.office.freshId(), type: 'ProposeAnswer', data: ANSWERS[0]!, by: operator };
      const tell = (more: object = {}) =>
        at.office.context.rpc.call('consultations', 'knowledgeCommand', { ...payload, ...more } as JsonObject);
      const first = await tell();
      expect(await tell()).toEqual(first);
      await expect(tell({ data: ANSWERS[1]! })).rejects.toThrow('CommandIdReused');
      expect(positionOf('consultations', String(first['token']))).toBe(first['position']);
    });
  });
