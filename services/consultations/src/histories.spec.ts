import { HISTORY_ANSWER, anyHistory, type officeAtWork } from '@sunlit/casework/testing';
import { consultationCommands, consultationPublicEvents } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
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

const options = {
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
      { numRuns: 40 },
    ),
  60_000,
);
