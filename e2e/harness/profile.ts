import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIPPED = fileURLToPath(new URL('../../libs/platform/office.yaml', import.meta.url));

let made: string | undefined;

/** The shipped profile without a retention period, as a file: what a test erases is gone at once, and not restricted for years first. */
export const erasingProfile = (): string => {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-profile-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  made = join(folder, 'office.yaml');
  writeFileSync(made, readFileSync(SHIPPED, 'utf8').replace(/^retention: .*$/m, ''));
  return made;
};
