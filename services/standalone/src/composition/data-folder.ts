import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdExclusively, UnusableFile } from '@sunlit/event-store/sqlite';
import { ConfigurationError, type Configuration } from '@sunlit/platform';

/** Where a running server says how to reach it. */
export const addressFile = ({ data }: Configuration): string => join(data, 'serve.json');

/** Makes the folder if need be and sees that it can be written. */
const makeFolder = (data: string): void => {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (cause) {
    throw new ConfigurationError(
      `数据目录 ${data} 不可写:请授予写权限,或用 SUNLIT_DATA 另选。 ` +
        `The data folder ${data} cannot be written (${(cause as NodeJS.ErrnoException).code}): grant access, or choose another with SUNLIT_DATA.`,
    );
  }
};

/** Takes the data folder for this process alone. Throws `ConfigurationError` where it cannot be written or another process has it. */
export const takeDataFolder = ({ data }: Configuration): { release(): void } => {
  makeFolder(data);
  try {
    return holdExclusively(join(data, 'lock'));
  } catch (error) {
    if (!(error instanceof UnusableFile) || error.problem !== 'Locked') throw error;
    throw new ConfigurationError(
      `数据目录 ${data} 正被另一个进程使用:请先停止它,或用 SUNLIT_DATA 另选。 ` +
        `The data folder ${data} is in use by another process: stop it, or choose another with SUNLIT_DATA.`,
    );
  }
};
