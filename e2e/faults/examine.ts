import { casePublicForm, privateJoiningEvents, restrictionPublic, secrecyPublic } from '@sunlit/casework';
import { complaintPublicEvents, consultationPublicEvents } from '@sunlit/contracts';
import { categoryOf, type StoredEvent } from '@sunlit/kernel';
import { configurationFrom, openEventStore } from '@sunlit/platform';
import { startCli, type Composition } from '../harness/distributed.js';
import { reportOf, wrongIn, type Report } from './doctors-report.js';
import { disagreements, place } from './history-join.js';
import { untilQuiet, type Office } from './office.js';
import { groupedBy, messagesOn, type Lying } from './topics.js';

/** Runs the doctor on everything, in a process of its own. */
export const doctorOf = (composition: Composition): Promise<Report> =>
  reportOf(startCli(composition, ['doctor', '--json']));

/** Everything in both services' logs, by service; read beside whoever writes. */
export const logsOf = async ({ env }: Composition): Promise<readonly StoredEvent[]> => {
  const configuration = configurationFrom(env, '/');
  const all: StoredEvent[] = [];
  const one = env['SUNLIT_EVENT_STORE']!.includes('{service}') ? ['consultations', 'complaints'] : ['all'];
  for (const service of one) {
    const { store } = await openEventStore({ configuration, service, roles: [] });
    const ending = new AbortController();
    for await (const { events, caughtUp } of store.subscribe({ after: 0, signal: ending.signal })) {
      all.push(...events);
      if (caughtUp) ending.abort();
    }
    await store.close();
  }
  return all;
};

/** What stays in its service. */
const kept = { ...privateJoiningEvents, ...secrecyPublic, ...restrictionPublic };

const FORMS = {
  complaint: casePublicForm({ ...complaintPublicEvents, ...kept }),
  consultation: casePublicForm({ ...consultationPublicEvents, ...kept, KnowledgeUsed: null }),
};

const publicTypeOf = (event: StoredEvent): string | null => {
  const form = FORMS[categoryOf(event.stream) as keyof typeof FORMS] as (typeof FORMS)['complaint'] | undefined;
  return form?.(event)?.type ?? null;
};

const saidOf = ({ key, headers }: Lying): string =>
  `${key}@${String(headers['ce_sequence'])} ${String(headers['ce_type'])} ${String(headers['ce_id'])}`;

const sequenceOf = ({ headers }: Lying): number => Number(String(headers['ce_sequence']));

/** What is wrong with the messages of one key, in their order: another partition, a first occurrence after one of what came later. */
const disorder = (messages: readonly Lying[]): readonly string[] => {
  const seen = new Set<string>();
  let last = -1;
  return messages.flatMap((message) => {
    const said = saidOf(message);
    const elsewhere = message.partition === messages[0]!.partition ? [] : [`${said} is in another partition`];
    if (seen.has(said)) return elsewhere;
    seen.add(said);
    const late = sequenceOf(message) > last ? [] : [`${said} comes after ${last}`];
    last = sequenceOf(message);
    return [...elsewhere, ...late];
  });
};

/**
 * Where the topics disagree with the log. I5: every event with a public form lies there at least once, first occurrences of a key by rising
 * sequence, each key in one partition, and nothing else.
 */
export const misprints = (messages: readonly Lying[], log: readonly StoredEvent[]): readonly string[] => {
  const publicOnes = log.flatMap((event) => {
    const type = publicTypeOf(event);
    return type ? [`${place(event)} ${type} ${event.id}`] : [];
  });
  const [wanted, found] = [new Set(publicOnes), new Set(messages.map(saidOf))];
  return [
    ...[...found].filter((said) => !wanted.has(said)).map((said) => `${said} stands in no log`),
    ...publicOnes.filter((said) => !found.has(said)).map((said) => `${said} was never published`),
    ...[...groupedBy(messages, ({ key }) => key).values()].flatMap(disorder),
  ];
};

/** What was found at the end of a fault. */
export interface Examined {
  readonly events: number;
  readonly messages: number;
  readonly acknowledged: number;
  readonly figures: number;
}

/**
 * What must hold after any fault: everything catches up by itself (I10), the doctor's recount agrees (I2–I4, I6, I7), what was acknowledged
 * is there once (I1, I8), and the topics say what the log says (I5). Fails the test otherwise; gives how much was looked at.
 */
export const examine = async (office: Office): Promise<Examined> => {
  const { composition, client } = office;
  await untilQuiet(office);
  const report = await doctorOf(composition);
  expect(wrongIn(report)).toEqual([]);
  const log = await logsOf(composition);
  expect(disagreements(client.lines, log)).toEqual([]);
  const messages = await messagesOn(composition.env);
  expect(misprints(messages, log)).toEqual([]);
  const acknowledged = client.lines.filter(({ told }) => told.is === 'acknowledged').length;
  return { events: log.length, messages: messages.length, acknowledged, figures: report.checked.figures };
};
