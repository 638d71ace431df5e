import type { JsonObject } from '@sunlit/kernel';
import { checkOrderNumbers } from './check-orders.js';
import type { Finding } from './doctor.types.js';
import { composed, type Composed } from './testing/composed.js';

let office: Composed;

beforeEach(async () => {
  office = await composed();
});
afterEach(() => office.worker.stop());

const HOUR = 3_600_000;
const reviewer = { account: 'r', role: 'reviewer' };

const orderFor = (kind: string, externalNumber: string, more: JsonObject = {}) => ({
  ...{ kind, category: 'bus.route', source: '12328', medium: 'phone', summary: '反映公交越站', externalNumber },
  order: { dispatchedAt: new Date(office.now() - HOUR).toISOString(), ...more },
});

const receive = async (service: string, kind: string, number: string, more: JsonObject = {}): Promise<string> =>
  (await office.send(service, { type: 'RegisterCase', data: orderFor(kind, number, more) })).stream;

const later = (hours: number): string => new Date(office.now() + hours * HOUR).toISOString();

const carryOut = async (stream: string, ...steps: readonly (readonly [string, JsonObject?])[]): Promise<void> => {
  for (const [type, data = {}] of steps) {
    office.at(office.now() + HOUR);
    await office.send(stream.startsWith('complaint-') ? 'complaints' : 'consultations', {
      type,
      stream,
      data,
      by: reviewer,
    });
  }
};

const answered = [
  ['AssignCase', { unit: 'buses' }],
  ['SignAssignment'],
  ['DraftReply', { text: '已整改' }],
  ['ApproveReply'],
  ['DeliverReply', { how: 'phone' }],
] as const;

/** Every turn an order takes: extended, reported and bounced, once more and taken, rated by the platform; returned, taken back and sent again. */
const everyTurn = async (): Promise<void> => {
  const first = await receive('complaints', 'complaint', 'BL1', { dueAt: later(20) });
  await carryOut(
    first,
    ['SignOrder'],
    ['AskOrderExtension', { dueAt: later(60), reason: '需现场核查' }],
    ['NoteOrderExtension', { granted: true }],
    ...answered,
    ['ReportOrder'],
    ['NoteReportBounced', { reason: '未答复诉求', dueAt: later(30) }],
    ['DraftReply', { text: '已答复诉求' }],
    ['ApproveReply'],
    ['DeliverReply', { how: 'phone' }],
    ['ReportOrder'],
    ['NoteReportTaken'],
    ['RecordPlatformRating', { level: 4, solved: 'yes' }],
  );
  const second = await receive('consultations', 'help', 'BL2', { dueAt: later(200) });
  await carryOut(
    second,
    ['ReturnOrder', { ground: 'not-ours' }],
    ['NoteOrderInsisted'],
    ['NoteOrderTakenBack', { note: '转市城管局' }],
  );
  const third = await receive('consultations', 'consultation', 'BL3');
  await carryOut(third, ['NoteOrderTakenBack'], ['NoteOrderSentAgain', { dispatchedAt: later(0), dueAt: later(9) }]);
  const handedOver = await receive('consultations', 'consultation', 'BL4', { dueAt: later(3) });
  await carryOut(handedOver, ['SignOrder'], ['HandOver', { kind: 'complaint', reason: '属投诉' }]);
};

describe('the doctor on orders of platforms', () => {
  it('finds desks and figures equal to a recount, also after their due times', async () => {
    await everyTurn();
    await office.worker.caughtUp();
    expect(await office.examine()).toMatchObject({ ok: true, findings: [] });
    office.at(office.now() + 40 * 24 * HOUR);
    await receive('complaints', 'complaint', 'BL9');
    await office.worker.caughtUp();
    expect(await office.examine()).toMatchObject({ ok: true, findings: [] });
  });

  it('names a number that stands in both services, but for a handover and what was voided', () => {
    const step = (type: string, data: JsonObject) => ({ type, data }) as never;
    const file = (stream: string, ...steps: never[]) =>
      [stream, { stream, category: stream.split('-')[0]!, steps }] as const;
    const registered = (more: JsonObject = {}) =>
      step('CaseRegistered', { source: '12345', externalNumber: 'A1', ...more });
    const findings: Finding[] = [];
    const files = new Map([
      file('consultation-1', registered()),
      file('complaint-1', registered()),
      file('complaint-2', registered({ origin: { stream: 'consultation-1' } })),
      file('complaint-3', registered(), step('CaseVoided', {})),
      file('complaint-4', registered({ source: '12328' })),
    ]);
    checkOrderNumbers({ files } as never, (finding) => void findings.push(finding));
    expect(findings.map(({ where, expected }) => [where, expected])).toEqual([['complaint-1', 'consultation-1']]);
  });
});
