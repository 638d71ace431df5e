import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import type { Finding, Report } from './doctor.types.js';
import { exitCodeOf, reportJson, reportText } from './report.js';
import { busyOffice } from './testing/busy-office.js';
import { composed, type Composed } from './testing/composed.js';
import { overwrite, tampered } from './testing/faulty.js';

let office: Composed;

beforeEach(async () => {
  office = await composed();
  await busyOffice(office, 2, 500);
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
    expect(report.checked.events).toBe(office.log.length);
    expect(report.checked.documents).toBeGreaterThan(20);
    expect(report.checked.figures).toBeGreaterThan(180);
    expect(exitCodeOf(report)).toBe(0);
    expect(reportText(report)).toContain('一切相符 / Everything agrees.');
  });

  it('finds nothing in an empty store but that it does not say what it is for', async () => {
    const nothing = tampered(office.store, () => []);
    const report = await office.examine({ store: { ...nothing, head: async () => 0 } });
    expect(of(report, 'I2')).toEqual([]);
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
      'consultation-desk.v1',
      'complaint-desk.v1',
      'figures.v1',
    ]);
  });

  it('gives its report as JSON too', async () => {
    await overwrite(office.readStore, 'complaint-desk.v1', someStream()[0]!.stream, (doc) => ({
      ...doc,
      unit: 'nobody',
    }));
    const report = await office.examine();
    expect(exitCodeOf(report)).toBe(1);
    expect(reportJson(report)).toMatchObject({ ok: false, findings: [{ invariant: 'I3', found: 'nobody' }] });
    expect(reportText(report)).toMatch(/✗ 1 I3 .*\n {2}complaint-desk\.v1 \S+ unit:.*\n {4}complaint-desk/);
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
      const before = (await office.readStore.get('complaint-desk.v1', [stream]))[0]!.doc!;
      await overwrite(office.readStore, 'complaint-desk.v1', stream, (doc) => ({ ...doc, [field]: value }));
      const report = await office.examine();
      expect(of(report, 'I3')).toEqual([
        expect.objectContaining({
          where: `complaint-desk.v1 ${stream} ${field}`,
          expected: before[field] ?? null,
          found: value,
        }),
      ]);
      await overwrite(office.readStore, 'complaint-desk.v1', stream, () => before);
    }
  });

  it('is named where it is missing', async () => {
    const [first] = await documentsOf('consultation-desk.v1');
    const { key } = first!;
    await overwrite(office.readStore, 'consultation-desk.v1', key, () => null);
    const report = await office.examine();
    expect(of(report, 'I3')).toEqual([expect.objectContaining({ where: `consultation-desk.v1 ${key}`, found: null })]);
    expect(of(report, 'I7')).toHaveLength(1);
  });

  it('is named where the log knows nothing of it, or less', async () => {
    const [one] = await documentsOf('consultation-desk.v1');
    const documents = [
      { key: 'consultation-of-nobody', version: 0, doc: one!.doc },
      { key: one!.key, version: one!.version + 3, doc: one!.doc },
    ];
    await office.readStore.write({ writes: [{ collection: 'consultation-desk.v1', documents }] });
    const report = await office.examine();
    expect(
      of(report, 'I3')
        .map(({ where }) => where)
        .sort(),
    ).toEqual(['consultation-desk.v1 consultation-of-nobody', `consultation-desk.v1 ${one!.key}`].sort());
  });

  it('is named where it lacks events before its checkpoint', async () => {
    const { stream } = someStream()[0]!;
    const name = 'complaint-desk.v1';
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
  const cellsPlusOne = (doc: JsonObject): JsonObject => {
    const cells = structuredClone(doc['cells']) as Record<string, Record<string, number>>;
    const row = cells['phone'] ?? Object.values(cells)[0]!;
    row[Object.keys(row)[0]!]! += 1;
    return { ...doc, cells };
  };

  it('is named where a counter of a month is one too high, in whatever cube', async () => {
    const months = (await documentsOf('figure-counters.v1')).filter(({ doc }) =>
      /^matters\.v1\|\d\|month\|2021-03$/.test(String(doc['at'])),
    );
    expect(months.length).toBeGreaterThan(5);
    for (const { key, doc } of months) {
      await overwrite(office.readStore, 'figure-counters.v1', key, cellsPlusOne);
      expect({ key, ...(await office.examine()) }).toMatchObject({ key, ok: false });
      await overwrite(office.readStore, 'figure-counters.v1', key, () => doc);
    }
  });

  it('is named where a counter of a day is one too high', async () => {
    const counters = await documentsOf('figure-counters.v1');
    const { key } = counters.find(
      ({ doc: { at, cells } }) => /^matters\.v1\|0\|day/.test(String(at)) && 'phone' in (cells as object),
    )!;
    await overwrite(office.readStore, 'figure-counters.v1', key, cellsPlusOne);
    expect(of(await office.examine(), 'I4')[0]!.where).toMatch(/^hotline\.accepted\.v1 2021-\d\d-\d\d value$/);
  });

  it('is named with both its values', async () => {
    for (const { key, doc } of await documentsOf('figure-counters.v1'))
      if (String(doc['at']).startsWith('matters.v1|') && doc['bucket'] === '2021-03')
        await overwrite(office.readStore, 'figure-counters.v1', key, cellsPlusOne);
    const report = await office.examine();
    const year = of(report, 'I4').find(({ where }) => where === 'matters.accepted.v1 2021 value')!;
    expect(Number(year.found) - Number(year.expected)).toBe(1);
    expect(of(report, 'I4').map(({ where }) => where)).toContain('matters.accepted.v1 2021 events');
    expect(of(report, 'I3')).toEqual([]);
  });

  it('is named where an entry behind it is missing', async () => {
    const entries = await documentsOf('figure-entries.matters.v1');
    const { key, doc } = entries.find((entry) => String(entry.doc['takenOutAt']).startsWith('9999'))!;
    await overwrite(office.readStore, 'figure-entries.matters.v1', key, () => null);
    const report = await office.examine();
    expect(of(report, 'I4')).toContainEqual(
      expect.objectContaining({ where: 'matters.accepted.v1 2021 events cases', expected: [doc['stream']], found: [] }),
    );
  });
});

describe('a stream that is set aside', () => {
  it('is listed, and compared up to where it waits', async () => {
    const { stream, position } = someStream().at(-1)!;
    const row = {
      projection: 'figures.v1',
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
      writes: [{ collection: 'set-aside.v1', documents: [{ key: `figures.v1|${stream}`, version: position, doc }] }],
    });
    const report = await office.examine();
    expect(report.ok).toBe(true);
    expect(report.setAside).toMatchObject([{ stream, reason: 'TypeError' }]);
    expect(reportText(report)).toContain(`figures.v1 ${stream}@1000000: TypeError`);
  });
});
