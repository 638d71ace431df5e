import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '@sunlit/kernel';
import { failureOf } from './failures.js';
import { sqliteReadStore } from './index.js';

describe('a read store that cannot be used', () => {
  it('names its file and what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit '));
    const file = join(folder, 'read.sqlite');
    writeFileSync(file, 'not a database, but long enough to be looked at as one '.repeat(40));
    expect(() => sqliteReadStore({ file })).toThrow(Unavailable);
    expect(() => sqliteReadStore({ file })).toThrow(/read\.sqlite.*the log makes it anew/);
    rmSync(folder, { recursive: true });
  });

  it('says that the disk is full, and leaves a bug what it is', () => {
    expect(failureOf('read.sqlite', Object.assign(new Error(), { code: 'SQLITE_FULL' }))).toMatchObject({
      message: expect.stringContaining('The disk is full'),
    });
    const bug = new TypeError('bug');
    expect(failureOf('read.sqlite', bug)).toBe(bug);
  });
});
