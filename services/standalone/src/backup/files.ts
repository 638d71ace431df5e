import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '@sunlit/platform';

/** Makes durable what a path names: a file's content, or which names a folder holds. */
export const sync = (path: string): void => {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Windows opens no folder.
    if (process.platform !== 'win32') throw error;
  }
};

/** Writes a new file of mode 0600, durable. */
export const writeNew = (path: string, text: string): void => {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Copies a file to one of mode 0600, durable. */
export const copyNew = (from: string, to: string): void => {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  sync(to);
};

/** Takes away what a closed database leaves beside its file, once all of it is in the file. */
export const withoutLog = (file: string): void => {
  const left = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (left > 0)
    throw new Error(
      `${file} was closed and still has ${left} bytes beside it: another program holds it open; try again.`,
    );
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

/** Gives what was made beside its place that place, which holds nothing; durable. */
export const putInPlace = (made: string, place: string): void => {
  if (existsSync(place) && isEmptyFolder(place)) rmdirSync(place);
  renameSync(made, place);
  sync(dirname(place));
};

/** Whether the path is a folder with nothing in it. */
export const isEmptyFolder = (path: string): boolean => {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
};

/** Throws `ConfigurationError` where there is anything at the path but an empty folder. */
export const mustBeFree = (path: string): void => {
  if (!existsSync(path) || isEmptyFolder(path)) return;
  throw new ConfigurationError(
    `${path} 已存在且不为空:请另选位置。 ${path} exists and is not empty: choose another place; nothing was written.`,
  );
};
