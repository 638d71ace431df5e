import { statfsSync } from 'node:fs';

const TYPES: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlayfs',
  0x2fc12fc1: 'zfs',
};

/** Which file system a folder is on: what a sync there means is its to say. */
export const fileSystemOf = (folder: string): string => {
  const { type } = statfsSync(folder);
  return TYPES[type] ?? `0x${type.toString(16)}`;
};
