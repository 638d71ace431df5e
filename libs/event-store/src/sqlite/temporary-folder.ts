import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test, with a space and Chinese characters in its name. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'sunlit 阳光 '));
  return { path, remove: (): void => rmSync(path, { recursive: true, force: true }) };
};
