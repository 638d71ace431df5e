import { HISTORY_ANSWER, TURNS_OF_A_CASE, anyHistory, fixedRuns, type officeAtWork } from '@sunlit/casework/testing';
import { consultationCommands, consultationPublicEvents } from '@sunlit/contracts';
import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import fc from 'fast-check';
import { consultations } from './consultations.js';
import { consultationEvents } from './domain/consultation.events.js';
import { knowledgeEvents } from './knowledge/knowledge.events.js';

const answer = { question: '几点收车', answer: '21:30', category: 'bus', policy: { title: '时刻表' } };

/** An answer is published that some of the consultations are given. */
const before = async (office: ReturnType<typeof officeAtWork>): Promise<void> => {
  const tell = (payload: JsonObject) => office.context.rpc.call('consultations', 'knowledgeCommand', payload);
  const [o, r] = ['o', 'r'].map((account) => ({ account, role: 'reviewer' }));
  const commandId = HISTORY_ANSWER.slice('knowledge-'.length);
  await tell({ commandId, type: 'ProposeAnswer', data: answer, by: o });
  for (const type of ['ApproveAnswer', 'PublishAnswer'])
    await tell({ commandId: office.freshId(), stream: HISTORY_ANSWER, type, data: {}, by: r });
};

const seen = new Set<string>();
const options = {
  onLog: (log: readonly StoredEvent[]) => log.forEach(({ type }) => seen.add(type)),
  before,
  service: 'consultations',
  kind: 'consultation',
  make: consultations,
  schemas: { ...consultationEvents, ...knowledgeEvents },
  publicSchemas: consultationPublicEvents,
};

it(
  'over any history, race and lost answer nothing is lost, done twice or told to the wrong reader',
  () =>
    fc.assert(
      anyHistory(options, (type) => Object.hasOwn(consultationCommands, type)),
      fixedRuns(20, process.env),
    ),
  120_000,
);

it('and they hold every turn', () => {
  expect(TURNS_OF_A_CASE.filter((type) => !seen.has(type))).toEqual([]);
});
