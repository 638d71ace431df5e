import type { KnowledgePage, KnowledgeView } from '@sunlit/contracts';
import type { Envelope, JsonObject } from '@sunlit/kernel';

const ID = 'knowledge-01a20cbc-7fc5-7792-8b5a-aeda95dfc031';
const AT = '2021-04-12T02:00:00.000Z';

const view: KnowledgeView = {
  stream: ID,
  revision: 2,
  status: 'published',
  edition: 1,
  question: '公交卡丢了怎么补办?<b>',
  answer: '持身份证到网点挂失,七日后补办。',
  category: 'taxi',
  policy: { title: '一卡通管理办法', number: '12号' },
  proposedAt: AT,
  changedAt: AT,
  publishedAt: AT,
  inForce: true,
  uses: 3,
  usesByMonth: [{ month: '2021-04', count: 3 }],
};

const question = [
  { text: '公交卡丢了怎么', match: false },
  { text: '补办', match: true },
  { text: '?<b>', match: false },
];

const page = (text: string): KnowledgePage =>
  text.includes('月球')
    ? { items: [], hasNext: false, total: 0 }
    : {
        items: [{ knowledge: view, question, excerpt: [{ text: view.answer, match: false }], cursor: ID }],
        hasNext: true,
        total: 3,
      };

/** A knowledge base of one answer, in memory; `asked` holds what it was asked and told. */
export const fakeKnowledge = () => {
  const asked: JsonObject[] = [];
  const note = <T>(payload: JsonObject, answer: T): T => {
    asked.push(payload);
    return answer;
  };
  return {
    asked,
    operations: {
      knowledgeCommand: (envelope: Envelope) =>
        note(envelope as unknown as JsonObject, {
          stream: envelope.stream ?? ID,
          revision: 0,
          position: 7,
          events: [envelope.type],
          token: 'token-7',
        }),
      knowledge: (payload: JsonObject) => note(payload, { knowledge: payload['stream'] === ID ? view : null }),
      knowledgeSearch: (payload: JsonObject) => note(payload, page(String(payload['text'] ?? ''))),
      knowledgeSuggestions: (payload: JsonObject) => note(payload, { items: [{ stream: ID, question }] }),
      missingAnswers: (payload: JsonObject) =>
        note(payload, {
          items: [
            {
              stream: 'missinganswer-1',
              question: '?',
              category: 'taxi',
              times: 2,
              firstNotedAt: AT,
              lastNotedAt: AT,
              cursor: 'c',
            },
          ],
          hasNext: false,
          total: 1,
        }),
      answeredWithout: (payload: JsonObject) => note(payload, { items: [], hasNext: false, total: 0 }),
      unansweredCounts: (payload: JsonObject) =>
        note(payload, { items: [{ category: 'taxi', noted: 1, answeredWithout: 4 }] }),
    },
  };
};
