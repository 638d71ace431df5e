import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdExclusively } from './exclusive-file.js';

/** Another process that asks SQLite for the file's lock. */
const elsewhere = (file: string) =>
  spawnSync(
    process.execPath,
    [
      '-e',
      `const d = new (require('libsql'))(process.argv[1]);
       try { d.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE'); console.log('held'); } catch (e) { console.log(e.code); }`,
      file,
    ],
    { encoding: 'utf8' },
  ).stdout.trim();

describe('a file held exclusively', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sunlit 锁 '))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused to others until it is released', () => {
    const file = join(folder, 'lock');
    const { release } = holdExclusively(file);
    expect(elsewhere(file)).toMatch(/^SQLITE_BUSY/);
    expect(() => holdExclusively(file)).toThrow(expect.objectContaining({ problem: 'Locked' }));
    release();
    expect(elsewhere(file)).toBe('held');
  });

  it('says which folder is missing', () => {
    expect(() => holdExclusively(join(folder, 'nowhere/lock'))).toThrow(
      expect.objectContaining({ problem: 'FolderMissing' }),
    );
  });
});
