import type { Json, JsonObject, Rpc, StoredEvent } from '@sunlit/kernel';
import type { Finding, Report } from './doctor.types.js';
import { exitCodeOf, reportJson, reportText } from './report.js';
import { busyOffice } from './testing/busy-office.js';
import { composed, type Composed } from './testing/composed.js';
import { overwrite, tampered } from './testing/faulty.js';

let office: Composed;

beforeEach(async () => {
  office = await composed();
  await busyOffice(office, 14, 500);
});
afterEach(() => office.worker.stop());

const of = ({ findings }: Report, invariant: Finding['invariant']): readonly Finding[] =>
  findings.filter((finding) => finding.invariant === invariant);
const documentsOf = async (collection: string) => (await office.readStore.list(collection, { first: 1000 })).items;

/** A complaint with some events, none of them its first. */
const someStream = (): readonly StoredEvent[] => {
  const { stream } = office.log.findLast((event) => event.stream.startsWith('complaint-') && event.revision > 4)!;
  return office.log.filter((event) => event.stream === stream);
};

describe('the doctor on data in place', () => {
  it('finds nothing in a busy office, and says what it looked at', async () => {
    const report = await office.examine();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, setAside: [], notes: [] });
    const turns = [
      ...[
        'ContactAdded',
        'CaseJoined',
        'CaseUnjoined',
        'CaseLinked',
        'CaseUnlinked',
        'ReplyTakenOver',
        'InvalidContact',
      ],
      ...['OrderReceived', 'OrderSigned', 'OrderNumberClaimed'],
    ];
    const types = new Set(office.log.map(({ type }) => type));
    expect(turns.filter((type) => !types.has(type))).toEqual([]);
    expect(report.checked.events).toBe(office.log.length);
    expect(report.checked.documents).toBeGreaterThan(20);
    expect(report.checked.figures).toBeGreaterThan(180);
    expect(exitCodeOf(report)).toBe(0);
    expect(reportText(report)).toContain('一切相符 / Everything agrees.');
  });

  it('finds of a log that is gone only that documents were made of more', async () => {
    const nothing = tampered(office.store, () => []);
    const report = await office.examine({ store: { ...nothing, head: async () => 0 } });
    const read = ['consultation-desk.v2', 'complaint-desk.v2', 'figures.v2'];
    expect(of(report, 'I2').map(({ where }) => where)).toEqual(read.map((name) => `log ${name}`));
    expect(report.checked.events).toBe(0);
  });

  it('leaves figures out where there is no statistics service, and says so', async () => {
    const report = await office.examine({ rpc: null });
    expect(report).toMatchObject({ ok: true, checked: { figures: 0 }, asOf: null });
    expect(report.notes[0]!.en).toContain('figures were not checked');
  });

  it('compares at the checkpoint of a projection that is behind, and says so', async () => {
    await office.worker.stop();
    await office.send('complaints', { type: 'RegisterCase', data: registration });
    const report = await office.examine();
    expect(report.findings).toEqual([]);
    expect(report.notes.map(({ en }) => en.split(' ')[0])).toEqual([
      'consultation-desk.v2',
      'complaint-desk.v2',
      'figures.v2',
    ]);
  });

  it('gives its report as JSON too', async () => {
    await overwrite(office.readStore, 'complaint-desk.v2', someStream()[0]!.stream, (doc) => ({
      ...doc,
      unit: 'nobody',
    }));
    const report = await office.examine();
    expect(exitCodeOf(report)).toBe(1);
    expect(reportJson(report)).toMatchObject({ ok: false, findings: [{ invariant: 'I3', found: 'nobody' }] });
    expect(reportText(report)).toMatch(/✗ 1 I3 .*\n {2}complaint-desk\.v2 \S+ unit:.*\n {4}complaint-desk/);
  });
});

const registration = {
  kind: 'complaint',
  category: 'bus.route',
  source: '12328',
  medium: 'phone',
  summary: '反映公交车未停靠',
};

describe('a log that was changed', () => {
  const examined = (change: (event: StoredEvent) => readonly StoredEvent[]) =>
    office.examine({ store: tampered(office.store, change) });

  it('is found where an event is missing', async () => {
    const { id, stream } = someStream()[2]!;
    const report = await examined((event) => (event.id === id ? [] : [event]));
    expect(of(report, 'I2')).toContainEqual(expect.objectContaining({ where: `${stream}@3`, expected: 2, found: 3 }));
    expect(report.ok).toBe(false);
  });

  it('is found where the last event is missing', async () => {
    const { id, position } = office.log.at(-1)!;
    const report = await examined((event) => (event.id === id ? [] : [event]));
    expect(of(report, 'I2')).toContainEqual(expect.objectContaining({ where: 'log', expected: position }));
  });

  it('is found where it ends before what a projection has read', async () => {
    const end = office.log.at(-1)!.position - 1;
    const shorter = tampered(office.store, (event) => (event.position > end ? [] : [event]));
    const report = await office.examine({ store: { ...shorter, head: async () => end } });
    expect(of(report, 'I2')).toContainEqual(
      expect.objectContaining({ where: 'log complaint-desk.v2', expected: end + 1, found: end }),
    );
  });

  it('is found where an event stands twice', async () => {
    const { id } = someStream()[2]!;
    const report = await examined((event) => (event.id === id ? [event, event] : [event]));
    expect(
      of(report, 'I2')
        .map(({ text }) => text.en)
        .join(),
    ).toMatch(/its id stands twice, already at complaint-/);
  });

  it('is found where a command was appended a second time, directly after or later', async () => {
    const events = someStream();
    const first = events[0]!;
    for (const place of [events.findIndex(({ meta }) => meta.commandId !== first.meta.commandId), events.length - 1]) {
      const changed = events[place]!;
      const again = { ...changed, meta: { ...changed.meta, commandId: first.meta.commandId } };
      const report = await examined((event) => (event.id === changed.id ? [again] : [event]));
      expect(of(report, 'I2').map(({ where }) => where)).toContain(`${changed.stream}@${changed.revision}`);
    }
    const last = events.at(-1)!;
    const again = { ...last, meta: { ...last.meta, commandId: first.meta.commandId } };
    const report = await examined((event) => (event.id === last.id ? [again] : [event]));
    expect(
      of(report, 'I2')
        .map(({ text }) => text.en)
        .join(),
    ).toContain('its command was appended twice');
  });

  it('is found where times are out of order, positions fall or the first event says nothing', async () => {
    const event = someStream()[3]!;
    const at = (meta: object) => ({ ...event, meta: { ...event.meta, ...meta } });
    const wrong = [
      at({ recordedAt: '2020-01-01T00:00:00.000Z', occurredAt: undefined }),
      at({ occurredAt: { at: '2030-01-01T00:00:00.000Z', precision: 'second' } }),
      { ...event, position: 1 },
    ];
    for (const one of wrong) {
      const report = await examined((other) => (other.id === event.id ? [one] : [other]));
      expect(of(report, 'I2')[0]).toMatchObject({ where: `${event.stream}@3` });
    }
    const headless = await examined((other) => (other.position === 1 ? [] : [other]));
    expect(of(headless, 'I2')[0]!.text.en).toContain('what the store is for');
  });
});

describe('a document that is wrong', () => {
  it('is named with its field', async () => {
    for (const [field, value] of Object.entries({
      status: 'signed',
      number: 'TS-1',
      dueOn: '2029-01-01',
      round: 9,
      level: 0,
      open: null,
    })) {
      const { stream } = someStream()[0]!;
      const before = (await office.readStore.get('complaint-desk.v2', [stream]))[0]!.doc!;
      await overwrite(office.readStore, 'complaint-desk.v2', stream, (doc) => ({ ...doc, [field]: value }));
      const report = await office.examine();
      expect(of(report, 'I3')).toEqual([
        expect.objectContaining({
          where: `complaint-desk.v2 ${stream} ${field}`,
          expected: before[field] ?? null,
          found: value,
        }),
      ]);
      await overwrite(office.readStore, 'complaint-desk.v2', stream, () => before);
    }
  });

  it('is named where it is missing', async () => {
    const [first] = await documentsOf('consultation-desk.v2');
    const { key } = first!;
    await overwrite(office.readStore, 'consultation-desk.v2', key, () => null);
    const report = await office.examine();
    expect(of(report, 'I3')).toEqual([expect.objectContaining({ where: `consultation-desk.v2 ${key}`, found: null })]);
    expect(of(report, 'I7')).toHaveLength(1);
  });

  it('is named where the log knows nothing of it, or less', async () => {
    const [one] = await documentsOf('consultation-desk.v2');
    const documents = [
      { key: 'consultation-of-nobody', version: 0, doc: one!.doc },
      { key: one!.key, version: one!.version + 3, doc: one!.doc },
    ];
    await office.readStore.write({ writes: [{ collection: 'consultation-desk.v2', documents }] });
    const report = await office.examine();
    expect(
      of(report, 'I3')
        .map(({ where }) => where)
        .sort(),
    ).toEqual(['consultation-desk.v2 consultation-of-nobody', `consultation-desk.v2 ${one!.key}`].sort());
  });

  it('is named where it lacks events before its checkpoint', async () => {
    const { stream } = someStream()[0]!;
    const name = 'complaint-desk.v2';
    const [last] = await office.readStore.get(name, [stream]);
    await office.readStore.clear([name], []);
    await office.readStore.write({
      writes: [{ collection: name, documents: [{ key: stream, version: 0, doc: last!.doc }] }],
    });
    const report = await office.examine();
    expect(
      of(report, 'I3')
        .map(({ text }) => text.en)
        .join(),
    ).toContain(`${stream}: the document is behind its checkpoint`);
  });

  it('is named where two cases have one number', async () => {
    const { id } = office.log.find(({ type }) => type === 'CaseRegistered')!;
    const number = (event: StoredEvent) => (event.type === 'CaseRegistered' && event.id !== id ? 'same' : 'other');
    const change = (event: StoredEvent) => [
      event.type === 'CaseRegistered' ? { ...event, data: { ...event.data, number: number(event) } } : event,
    ];
    const report = await office.examine({ store: tampered(office.store, change) });
    expect(
      of(report, 'I3')
        .map(({ text }) => text.en)
        .join(),
    ).toContain('same is the number of');
  });
});

describe('a figure that is wrong', () => {
  /** Every count of a counter document one too high, however it keeps them. */
  const onePlus = (value: Json): Json => {
    if (typeof value === 'number') return value + 1;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, onePlus(part!)]));
  };
  const tooHigh = (doc: JsonObject): JsonObject => ({ ...doc, cells: onePlus(doc['cells']!) });
  const countersOf = async (bucket: RegExp) =>
    (await documentsOf('figure-counters.v2')).filter(
      ({ doc }) =>
        bucket.test(String(doc['bucket'])) &&
        /\d/.test(JSON.stringify(doc['cells'] ?? '')) &&
        /^matters/.test(String(doc['at'])),
    );

  it('is named where the counter of a month is too high, with both its values', async () => {
    const months = await countersOf(/^2021-03$/);
    expect(months.length).toBeGreaterThan(0);
    for (const { key, doc } of months) {
      await overwrite(office.readStore, 'figure-counters.v2', key, tooHigh);
      const report = await office.examine();
      expect({ key, findings: report.findings.length > 0, desk: of(report, 'I3') }).toEqual({
        key,
        findings: true,
        desk: [],
      });
      for (const { expected, found, where } of of(report, 'I4'))
        if (where.endsWith('accepted.v1 2021-03 value')) expect(found).toBeGreaterThan(Number(expected));
      await overwrite(office.readStore, 'figure-counters.v2', key, () => doc);
    }
    expect((await office.examine()).ok).toBe(true);
  });

  it('is named where a day was counted twice', async () => {
    const [{ doc }] = (await countersOf(/^2021-03-\d\d$/)) as unknown as [{ doc: JsonObject }];
    for (const { key } of await countersOf(new RegExp(`^${String(doc['bucket'])}$`)))
      await overwrite(office.readStore, 'figure-counters.v2', key, tooHigh);
    const report = await office.examine();
    expect(of(report, 'I4').map(({ where }) => where)).toContain(`matters.accepted.v1 ${String(doc['bucket'])} value`);
  });

  it('is named where it adds up, but not to what it is told apart by', async () => {
    const call: Rpc['call'] = async (service, operation, payload, options) => {
      const answer = await office.rpc.call(service, operation, payload, options);
      if (payload['by'] !== 'unit' || operation !== 'statistics') return answer;
      return { ...answer, rows: (answer['rows'] as readonly JsonObject[]).slice(1) };
    };
    const report = await office.examine({ rpc: { call } });
    expect(of(report, 'I4')).toEqual([]);
    expect(of(report, 'I7').map(({ where }) => where)).toContain('hotline.accepted.v1 2021 by unit');
  });

  it('is named where more were satisfied than rated', async () => {
    const call: Rpc['call'] = async (service, operation, payload, options) => {
      const answer = JSON.stringify(await office.rpc.call(service, operation, payload, options));
      return JSON.parse(answer.replaceAll(/"positive":\d+/g, '"positive":1000')) as JsonObject;
    };
    const report = await office.examine({ rpc: { call } });
    expect(of(report, 'I7').map(({ where }) => where)).toContain('followup.satisfaction.v1 2021 positive');
  });

  it('is named where a matter would count twice after a handover', async () => {
    const { stream } = office.log.find(({ type, data }) => type === 'CaseRegistered' && data['origin'])!;
    const origin = (await office.store.read(stream))[0]!.data['origin'] as { stream: string };
    const kept = tampered(office.store, (event) => [
      event.stream === origin.stream && event.type === 'CaseHandedOver' ? { ...event, type: 'ReplyDrafted' } : event,
    ]);
    const report = await office.examine({ store: kept });
    expect(of(report, 'I7').map(({ where }) => where)).toContain(stream);
    const lost = tampered(office.store, (event) => (event.stream === stream ? [] : [event]));
    const { notes } = await office.examine({ store: lost });
    expect(notes.map(({ en }) => en)).toContain('1 handed-over cases are not registered there yet.');
  });

  it('is named where an entry behind it is missing', async () => {
    const entries = await documentsOf('figure-entries.2.matters.v1');
    const { key, doc } = entries.find((entry) => String(entry.doc['takenOutAt']).startsWith('9999'))!;
    await overwrite(office.readStore, 'figure-entries.2.matters.v1', key, () => null);
    const report = await office.examine();
    expect(of(report, 'I4')).toContainEqual(
      expect.objectContaining({ where: 'matters.accepted.v1 2021 events cases', expected: [doc['stream']], found: [] }),
    );
  });
});

describe('a key that outlives its erasure', () => {
  it('is named with the erasure that took it away', async () => {
    const { stream, revision, data } = office.log.find(({ type }) => type === 'PersonalDataErased')!;
    const outlived = (data['keys'] as readonly string[])[0]!;
    const get = async (ids: readonly string[]) => ids.map((id) => (id === outlived ? Buffer.alloc(32) : null));
    const report = await office.examine({ keys: { ...office.keys, get } });
    expect(report.findings).toEqual([
      expect.objectContaining({ invariant: 'I12', where: `${stream}@${revision}`, found: outlived }),
    ]);
  });

  it('is only told where the erasure is yet to be done', async () => {
    const report = await office.examine({ keys: { ...office.keys, destroyedUpTo: async () => 0 } });
    expect(report.ok).toBe(true);
    expect(report.notes[0]!.en).toMatch(/^\d+ erasures have yet to destroy their keys/);
  });
});

describe('a stream that is set aside', () => {
  it('is listed, and compared up to where it waits', async () => {
    const { stream, position } = someStream().at(-1)!;
    const row = {
      projection: 'figures.v2',
      stream,
      reason: 'TypeError',
      eventType: 'X',
      revision: 1e6,
      partition: 0,
      position,
    };
    const doc = { ...row, since: '2021-03-01T00:00:00.000Z', last: 1e6, waiting: 1 };
    await office.examine();
    await office.readStore.write({
      writes: [{ collection: 'set-aside.v1', documents: [{ key: `figures.v2|${stream}`, version: position, doc }] }],
    });
    const report = await office.examine();
    expect(report.ok).toBe(true);
    expect(report.setAside).toMatchObject([{ stream, reason: 'TypeError' }]);
    expect(reportText(report)).toContain(`figures.v2 ${stream}@1000000: TypeError`);
  });
});
