import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A mount point as /proc/self/mountinfo writes it: blanks and backslashes as octal numbers. */
const plain = (point: string): string =>
  point.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));

/**
 * Whether the file is a mount of its own, or lies in a folder that is one, and that mount is read-only: how Docker and Kubernetes hand secrets
 * to a container. A file in a data folder never is: beside it things are written.
 */
export const isOwnReadOnlyMount = (file: string, mountinfo: string): boolean => {
  // 36 35 98:0 /root /mount/point ro,noatime …; a later mount of the same point lies over an earlier one.
  const modes = new Map(
    mountinfo.split('\n').map((line) => {
      const [, , , , point = '', options = ''] = line.split(' ');
      return [plain(point), options.split(',')];
    }),
  );
  return (modes.get(file) ?? modes.get(dirname(file)))?.includes('ro') ?? false;
};

/** The same, of this process; false where the system does not say (Linux does). */
export const isMountedSecret = (file: string): boolean => {
  try {
    return isOwnReadOnlyMount(file, readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    return false;
  }
};
