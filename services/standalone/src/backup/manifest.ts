import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '@sunlit/platform';

/** The newest shape of a backup this program knows. */
export const BACKUP_FORMAT = 1;

/** What lies in the folder of a backup, beside its manifest. The keys lie elsewhere. */
export const FILES = { log: 'events.sqlite', profile: 'office.yaml', register: 'erasures.register' } as const;
const MANIFEST = 'manifest.json';

const file = z.strictObject({ bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const manifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** `live` or `demo`: what the store is for. */
  origin: z.string(),
  /** Of the last event of the log. */
  position: z.int(),
  events: z.int(),
  streams: z.int(),
  /** In how many places the log was not sound. */
  faults: z.int(),
  /** How many erasures the register holds. */
  erasures: z.int(),
  files: z.strictObject({ log: file, profile: file, register: file, keys: file }),
});

/** What a backup holds, how much of it, and what its files must be. */
export type Manifest = z.output<typeof manifest>;
export type FileCheck = z.output<typeof file>;

/** The size and SHA-256 of a file. */
export const checkOf = async (path: string): Promise<FileCheck> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
};

const unusable = (folder: string, zh: string, en: string): ConfigurationError =>
  new ConfigurationError(`备份 ${folder} ${zh}。 The backup ${folder} ${en}.`);

const textIn = (folder: string): string => {
  try {
    return readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    throw unusable(
      folder,
      `中没有 ${MANIFEST},不是备份或未完成`,
      `has no ${MANIFEST}: it is no backup, or one that was not finished`,
    );
  }
};

/** The manifest of a backup. Throws `ConfigurationError` where there is none, or one of another format. */
export const manifestOf = (folder: string): Manifest => {
  const text = textIn(folder);
  let content: unknown = null;
  try {
    content = JSON.parse(text);
  } catch {
    // It is refused below, as what it is not.
  }
  const { format } = (content ?? {}) as { readonly format?: unknown };
  if (typeof format === 'number' && format > BACKUP_FORMAT)
    throw unusable(folder, '由更新版本的程序写出:请升级程序', 'was made by a newer program: update this one');
  const read = manifest.safeParse(content);
  if (!read.success) throw unusable(folder, '的清单已损坏', 'has a damaged manifest');
  return read.data;
};

/** The manifest as it is written. */
export const manifestFile = (folder: string, content: Manifest): readonly [path: string, text: string] => [
  join(folder, MANIFEST),
  `${JSON.stringify(content, null, 2)}\n`,
];

/** Throws `ConfigurationError` where the file is not, byte for byte, the one that was backed up. */
export const checkFile = async (path: string, expected: FileCheck): Promise<void> => {
  const found = await checkOf(path).catch(() => null);
  if (found?.sha256 === expected.sha256 && found.bytes === expected.bytes) return;
  throw new ConfigurationError(
    found
      ? `${path} 与备份时不同(校验和不符):请换用另一份备份。 ${path} is not what was backed up (its checksum differs): take another backup.`
      : `${path} 不存在或无法读取。 ${path} is missing or cannot be read.`,
  );
};
