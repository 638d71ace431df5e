import { join } from 'node:path';
import { openFile } from './file.js';
import { otherCommits } from './other-commits.js';
import { temporaryFolder } from './temporary-folder.js';

describe('commits of others', () => {
  const row = "INSERT INTO events VALUES (NULL, 'a-1', 0, 'a', 'x', 'T', '{}', '{}')";

  it('are seen once each, whatever is read meanwhile', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'events.sqlite');
    const writer = openFile(file, false, 1000);
    const reader = openFile(file, true, 1000);
    const changed = otherCommits(reader);
    expect([changed(), changed()]).toEqual([true, false]);
    writer.exec(row);
    reader.prepare('SELECT count(*) FROM events').raw().get();
    expect([changed(), changed()]).toEqual([true, false]);
    reader.close();
    writer.close();
    folder.remove();
  });
});
