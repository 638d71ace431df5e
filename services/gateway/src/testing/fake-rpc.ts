import { Unavailable, type JsonObject, type Rpc } from '@sunlit/kernel';
import { fakeCases } from './fake-cases.js';
import { fakeKnowledge } from './fake-knowledge.js';
import { fakeStatistics } from './fake-statistics.js';

type Operation = (payload: never) => unknown;

/** The services behind the gateway, in memory, by their contract. `away` names services that do not answer; `broken` throws as a bug would. */
export const fakeRpc = () => {
  const consultations = fakeCases('consultation');
  const complaints = fakeCases('complaint');
  const knowledge = fakeKnowledge();
  const asked: string[] = [];
  const away = new Set<string>();
  const state = { polls: 0 };
  const behind = (): string => complaints.sent.find(({ type }) => type === 'RegisterCase')?.commandId ?? '0';
  const worker = {
    positions: () => {
      state.polls++;
      return {
        positions: { 'complaint-desk.v2': complaints.moved(), 'consultation-desk.v2': consultations.moved() },
      };
    },
    setAside: () => ({
      items: [
        {
          projection: 'complaint-desk.v2',
          stream: 'complaint-1',
          reason: 'no row',
          eventType: 'CaseMoved',
          revision: 3,
          since: '2026-11-24T00:00:00.000Z',
        },
      ],
    }),
    retry: () => ({}),
    rebuild: () => ({}),
  };
  const services: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
    consultations: { ...consultations.operations, ...knowledge.operations } as never,
    complaints: complaints.operations as never,
    statistics: fakeStatistics(() => `complaint-${behind()}`, asked) as never,
    worker,
  };
  const rpc: Rpc = {
    call: async (service, operation, payload) => {
      if (away.has(service)) throw new Unavailable(`${service} does not answer`);
      const run = services[service]?.[operation];
      if (!run) throw new Error('internal');
      return JSON.parse(JSON.stringify(run(JSON.parse(JSON.stringify(payload)) as never))) as JsonObject;
    },
  };
  return { rpc, consultations, complaints, knowledge, asked, away, state };
};
