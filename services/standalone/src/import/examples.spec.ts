import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '@sunlit/kernel';
import { configurationFrom, loadOffice, SHIPPED_OFFICE, loggerFor } from '@sunlit/platform';
import { openOneThread, type OneThread } from '../composition/one-thread.js';
import { categoriesFromSheet, importFile, loadCategoriesMapping, loadMapping, type ImportReport } from './index.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const example = (name: string): string => join(root, 'examples', name);
const data = (name: string): string => join(root, '..', 'shared', 'data', name);
const office = loadOffice(SHIPPED_OFFICE);

let folder: string;
let thread: OneThread;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '示例 examples-'));
  const configuration = configurationFrom({ SUNLIT_DATA: join(folder, 'data'), SUNLIT_LOG: 'silent' }, folder);
  mkdirSync(configuration.data);
  thread = await openOneThread({ configuration, logger: loggerFor('silent', 'test') });
});
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (file: string, mapping: string): Promise<ImportReport> =>
  thread.undisturbed(async () =>
    importFile({
      file,
      mapping: await loadMapping(example(mapping), office),
      rpc: thread.rpc,
      office,
      by: { account: 'test', role: 'importer' },
      demo: false,
      now: Date.now,
    }),
  );

/** Whether the sheet is here; where it is not, says so: the proof then ran nowhere. */
const present = (file: string): boolean => {
  if (existsSync(file)) return true;
  process.stderr.write(`${file} is not here: the proof on it did not run.\n`);
  return false;
};

const call = async (operation: string, payload: JsonObject, service = 'consultations') =>
  thread.rpc.call(service, operation, payload);

/** Numbers of the messages in rows 7 and 1141. */
const numbers = { dateCell: '2759', dayOnly: '27610' };

const none = { added: 0, advanced: 0, unchanged: 0, changed: 0, skipped: 0, refused: 0 };

describe('the example of a hotline’s orders', () => {
  it('is imported once', async () => {
    const file = example('hotline-orders.csv');
    const first = await run(file, 'hotline-orders.mapping.yaml');
    expect(first).toMatchObject({
      ...none,
      read: 49,
      added: 48,
      skipped: 1,
      refusedRows: [],
      ignoredColumns: ['承办单位'],
    });
    expect(first.kinds).toEqual({
      complaint: 16,
      consultation: 16,
      help: 4,
      praise: 4,
      report: 4,
      suggestion: 4,
    });
    expect(await run(file, 'hotline-orders.mapping.yaml')).toMatchObject({
      ...none,
      read: 49,
      unchanged: 48,
      skipped: 1,
    });
  });
});

describe('2,816 messages to a mayor’s mailbox', () => {
  const file = data('citizen-messages.xlsx');

  it('are all imported, dirt and all, and not one twice', async () => {
    if (!present(file)) return;
    const first = await run(file, 'citizen-messages.mapping.yaml');
    expect(first.refusedRows).toEqual([]);
    expect(first).toMatchObject({ ...none, read: 2816, added: 2816, ignoredColumns: [] });
    expect(first.kinds).toEqual({
      complaint: 486,
      consultation: 734,
      help: 1351,
      praise: 3,
      report: 96,
      suggestion: 146,
    });
    expect(first.masked).toEqual({ summaries: 0, replies: 167 });
    // Replies that only say to whom the matter was passed: counted, told to the person, and no answers.
    expect(first.replies).toEqual({ final: 2816 - 217, interim: 0, forwarded: 217 });
    const head = await thread.stores.store.head();
    const second = await run(file, 'citizen-messages.mapping.yaml');
    expect(second).toMatchObject({ ...none, read: 2816, unchanged: 2816 });
    expect(await thread.stores.store.head()).toBe(head);
  }, 300_000);
});

describe('the dirt in them', () => {
  const file = data('citizen-messages.xlsx');

  it('is read as what it means', async () => {
    if (!present(file)) return;
    const told = async (number: string) => {
      const { stream } = await call('bySource', { source: 'mayor-mailbox', externalNumber: number });
      const service = stream ? 'consultations' : 'complaints';
      const found =
        stream ?? (await call('bySource', { source: 'mayor-mailbox', externalNumber: number }, service)).stream;
      const events = await thread.stores.store.read(String(found));
      return events.map(({ type, meta }) => [type, meta.occurredAt]);
    };
    // Row 7 alone has a real date cell, shown to the minute; its value has the seconds.
    expect((await told(numbers.dateCell))[0]).toEqual([
      'CaseRegistered',
      { at: '2019-04-08T00:37:20.000Z', precision: 'second' },
    ]);
    // Row 1141 alone has an answer known to the day.
    expect((await told(numbers.dayOnly)).at(-1)).toEqual([
      'AnswerRecorded',
      { at: '2018-04-23T16:00:00.000Z', precision: 'day' },
    ]);
  });
});

describe('a three-level classification', () => {
  const file = data('message-categories.xlsx');

  it('becomes categories of the office profile, the same each time', async () => {
    if (!present(file)) return;
    const mapping = await loadCategoriesMapping(example('message-categories.mapping.yaml'));
    const made = await categoriesFromSheet(file, mapping);
    expect(made.refusedRows).toEqual([]);
    expect(made.categories.filter(({ parent }) => parent === undefined).map(({ code }) => code)).toHaveLength(15);
    expect(made.categories).toHaveLength(15 + 118 + 517);
    expect(new Set(made.categories.map(({ code }) => code)).size).toBe(made.categories.length);
    expect(made.categories[2]).toEqual({
      code: 'urban.01.01',
      parent: 'urban.01',
      name: { zh: '事故处理', en: '事故处理' },
    });
    const again = await categoriesFromSheet(file, mapping, { ...office, categories: made.categories.toReversed() });
    expect(again).toMatchObject({ missing: [], yaml: made.yaml });
    expect((await categoriesFromSheet(file, mapping, office)).missing).toContain('bus.route');
  });
});
