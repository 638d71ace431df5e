import type { CommandAnswer } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import { aCall, aComplaint } from '../harness/matters.js';
import { UNIT } from '../harness/office.js';
import type { Command, HistoryClient } from './history.js';

const operator = { account: 'operator', role: 'operator' };
const handler = { account: 'handler', role: 'unit-handler', unit: UNIT };
const reviewer = { account: 'reviewer', role: 'reviewer' };
const importer = { account: 'importer', role: 'importer' };

type Step = readonly [type: string, by: JsonObject, data: JsonObject];

const HANDLED: readonly Step[] = [
  ['AssignCase', operator, { unit: UNIT }],
  ['SignAssignment', handler, {}],
  ['DraftReply', handler, { text: '已约谈该车驾驶员并责令整改。' }],
  ['ApproveReply', reviewer, {}],
  ['DeliverReply', operator, { how: 'phone' }],
];
const FOLLOWED_UP: readonly Step[] = [
  ['AttemptFollowUp', operator, { outcome: 'reached', level: 5 }],
  ['CloseCase', operator, {}],
];

const steps = async (client: HistoryClient, service: string, stream: string, all: readonly Step[]): Promise<void> => {
  for (const [type, by, data] of all) await client.done({ service, type, by, data, stream });
};

/** The command that registers a case of this service. */
export const registering = (service: string, data: object, by: JsonObject = operator): Command => ({
  service,
  type: 'RegisterCase',
  by,
  data: data as JsonObject,
});

const register = (client: HistoryClient, service: string, data: object): Promise<CommandAnswer> =>
  client.done(registering(service, data));

/** The command that registers a complaint. */
export const aRegistration = (): Command => registering('complaints', aComplaint());

/** A complaint, registered and accepted. */
export const complaintComes = (client: HistoryClient): Promise<CommandAnswer> =>
  register(client, 'complaints', aComplaint());

/** A consultation, answered while the caller is on the line. */
export const consultationAnswered = (client: HistoryClient): Promise<CommandAnswer> =>
  register(client, 'consultations', aCall({ answer: '末班车 21:30 从火车站发出。' }));

/** A complaint from the call to the follow-up and its end: eight commands, one after the other. */
export const complaintHandled = async (client: HistoryClient): Promise<string> => {
  const { stream } = await complaintComes(client);
  await steps(client, 'complaints', stream, [...HANDLED, ...FOLLOWED_UP]);
  return stream;
};

/** A consultation; the stream of it. */
export const consultationComes = async (client: HistoryClient): Promise<string> =>
  (await register(client, 'consultations', aCall())).stream;

/** A consultation that turns out to be a complaint of this category is handed over. */
export const handedOver = async (client: HistoryClient, stream: string, category = 'bus.service'): Promise<void> => {
  const data = { kind: 'complaint', category, reason: '实为投诉驾驶员' };
  await client.done({ service: 'consultations', type: 'HandOver', by: operator, data, stream });
};

/** A small load: a complaint to its end, one that only comes in, a consultation answered, one handed over; all at once. */
export const aLoad = async (client: HistoryClient): Promise<void> => {
  await Promise.all([
    complaintHandled(client),
    complaintComes(client),
    consultationAnswered(client),
    consultationComes(client).then((stream) => handedOver(client, stream)),
  ]);
};

/** A complaint of which only the outcome is told: four commands from there to the follow-up and its end. */
const complaintRecorded = async (client: HistoryClient): Promise<void> => {
  const { stream } = await client.done(registering('complaints', aComplaint({ history: true }), importer));
  await steps(client, 'complaints', stream, [['RecordAnswer', importer, { text: '已责令整改。' }], ...FOLLOWED_UP]);
};

/** The smallest load that has everything: a complaint to its follow-up and end, a consultation answered, one handed over; all at once. */
export const aBriefLoad = async (client: HistoryClient): Promise<void> => {
  await Promise.all([
    complaintRecorded(client),
    consultationAnswered(client),
    consultationComes(client).then((stream) => handedOver(client, stream)),
  ]);
};
