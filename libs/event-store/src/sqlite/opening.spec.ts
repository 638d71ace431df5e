import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { aStream, anEvent, followUntil, idsOf } from '../contract/fixture.js';
import { UnusableFile, sqliteEventStore, type FileProblem } from './index.js';
import { temporaryFolder } from './temporary-folder.js';

describe('opening the SQLite event store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'events.sqlite');
  });
  afterEach(() => folder.remove());

  const problemOf = (options: { file: string; readOnly?: boolean }): unknown => {
    try {
      sqliteEventStore(options);
      return null;
    } catch (error) {
      return error;
    }
  };
  const expectProblem = (problem: FileProblem, options: { file: string; readOnly?: boolean }): void => {
    const error = problemOf(options);
    expect(error).toBeInstanceOf(UnusableFile);
    expect(error).toMatchObject({ problem, file: options.file });
    expect((error as Error).message).toContain(options.file);
    expect((error as Error).message).toMatch(/[\u4e00-\u9fff].*: .*:/);
  };

  it('says of itself that each commit is synced', async () => {
    const store = sqliteEventStore({ file });
    expect(store.settings()).toMatchObject({ journal_mode: 'wal', synchronous: 2, version: expect.any(String) });
    await store.close();
  });

  it('names a missing folder', () => expectProblem('FolderMissing', { file: join(folder.path, 'none', 'x.sqlite') }));

  it('names a folder in place of the file', () => {
    mkdirSync(file);
    expectProblem('CannotOpen', { file });
  });

  it('names a file in place of the folder', () => {
    writeFileSync(file, '');
    expectProblem('CannotOpen', { file: join(file, 'events.sqlite') });
  });

  it('names a folder or a file that cannot be written', async () => {
    if (process.getuid?.() === 0 || process.platform === 'win32')
      return console.log('Not checked here: a read-only folder does not stop this account from writing.');
    await sqliteEventStore({ file }).close();
    chmodSync(file, 0o444);
    expectProblem('NotWritable', { file });
    chmodSync(folder.path, 0o555);
    expectProblem('NotWritable', { file: join(folder.path, 'other.sqlite') });
    chmodSync(folder.path, 0o755);
  });

  it.each([true, false])('leaves a file alone that is no database (read only: %p)', (readOnly) => {
    const content = 'not a database at all '.repeat(300);
    writeFileSync(file, content);
    expectProblem('NotADatabase', { file, readOnly });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it("leaves another program's database alone", () => {
    const other = new Database(file);
    other.exec('CREATE TABLE theirs (a)');
    other.close();
    const before = readFileSync(file);
    expectProblem('AnotherProgramsFile', { file });
    expectProblem('AnotherProgramsFile', { file, readOnly: true });
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a file of a newer format', async () => {
    await sqliteEventStore({ file }).close();
    const db = new Database(file);
    db.exec('PRAGMA user_version = 2');
    db.close();
    expectProblem('NewerFormat', { file });
    expectProblem('NewerFormat', { file, readOnly: true });
  });

  it('makes no file for one who only reads', () => {
    expectProblem('FileMissing', { file, readOnly: true });
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('starts with an empty log', async () => {
    const store = sqliteEventStore({ file });
    expect(await store.head()).toBe(0);
    expect(await store.append(aStream(), [anEvent(), anEvent()], -1)).toEqual({ revision: 1, position: 2 });
    expect(await store.head()).toBe(2);
    await store.close();
  });

  it('lets others read and follow beside the writer, and append nothing', async () => {
    const writer = sqliteEventStore({ file });
    const reader = sqliteEventStore({ file, readOnly: true });
    const [stream, event] = [aStream(), anEvent()];
    const following = followUntil(reader, { after: 0 }, async (events, { caughtUp }) => {
      if (caughtUp && events.length === 0) await writer.append(stream, [event], -1);
      return events.length > 0;
    });
    expect(idsOf((await following).events)).toEqual([event.id]);
    await expect(reader.append(stream, [anEvent()], 0)).rejects.toThrow('opened for reading');
    expect(idsOf(await reader.read(stream))).toEqual([event.id]);
    await Promise.all([writer.close(), reader.close()]);
  });
});
