import { chinaCalendar } from '@sunlit/calendar';
import { knowledgeCommands, missingAnswerCommands } from '@sunlit/contracts';
import { category, loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { personalNumbersIn } from '@sunlit/privacy';
import { planKnowledge } from './plan-knowledge.js';
import { DEMO_ANSWERS, DEMO_UNANSWERED } from './texts/knowledge.js';

const office = loadOffice(SHIPPED_OFFICE);
const commands = { ...knowledgeCommands, ...missingAnswerCommands };

describe('the knowledge base of the demo', () => {
  const actions = planKnowledge({ seed: 2021, office, calendar: chinaCalendar, now: '2026-11-24T07:00:00.000Z' });

  it('is written as its commands have it, with categories of the profile and no personal numbers', () => {
    for (const { operation, type, data } of actions) {
      if (!operation) continue;
      expect(commands[type as keyof typeof commands].safeParse(data).error?.issues).toBeUndefined();
    }
    for (const { category: code, question, answer } of DEMO_ANSWERS) {
      expect([code, category(office, code)?.code]).toEqual([code, code]);
      expect(personalNumbersIn(`${question}${answer}`)).toEqual([]);
    }
    for (const { category: code } of DEMO_UNANSWERED) expect(category(office, code)?.code).toBe(code);
  });

  it('is published before it is used, in the order of time', () => {
    const times = actions.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { at, names } of actions)
      if (names) {
        const published = actions.find(({ matter, type }) => matter === names['knowledge'] && type === 'PublishAnswer');
        expect(published!.at).toBeLessThan(at);
      }
    expect(actions.filter(({ names }) => names)).toHaveLength(10);
    expect(actions.filter(({ type }) => type === 'NoteMissingAnswer')).toHaveLength(2);
  });
});
