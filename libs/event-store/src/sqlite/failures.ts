import { Unavailable } from '@sunlit/kernel';

/** Why a file cannot serve as an event store. */
export type FileProblem =
  | 'FolderMissing'
  | 'FileMissing'
  | 'NotWritable'
  | 'NotADatabase'
  | 'AnotherProgramsFile'
  | 'NewerFormat'
  | 'Damaged'
  | 'Locked'
  | 'CannotOpen';

const TEXTS: Readonly<Record<FileProblem, readonly [zh: string, en: string]>> = {
  FolderMissing: ['所在文件夹不存在:请先建立。', 'its folder does not exist: create it, or correct the path.'],
  FileMissing: ['文件不存在:请检查路径。', 'there is no such file: check the path, or start the service once.'],
  NotWritable: [
    '文件或文件夹不可写:请授予写权限,或另选位置。',
    'the file or its folder cannot be written: grant write access, or choose another place.',
  ],
  NotADatabase: [
    '不是数据库文件:请检查路径,或从备份恢复。',
    'it is no database: check the path, or restore it from a backup.',
  ],
  AnotherProgramsFile: [
    '是其他程序的数据库:请另选文件。',
    "it is another program's database: choose another file; it was not changed.",
  ],
  NewerFormat: [
    '由更新版本的程序写入:请升级本程序。',
    'it was written by a newer version of this program: update the program.',
  ],
  Damaged: ['文件已损坏:请从备份恢复。', 'it is damaged: restore it from a backup.'],
  Locked: [
    '被另一进程占用:请先停止该进程。',
    'another process holds it: stop that process, or use its address instead.',
  ],
  CannotOpen: [
    '无法打开:请检查路径和权限。',
    'it cannot be opened: check that the path names a file and its permissions.',
  ],
};

/** The file cannot be opened as an event store: which, why and what to do, in Chinese and English; `problem` for programs. */
export class UnusableFile extends Error {
  constructor(
    readonly file: string,
    readonly problem: FileProblem,
    options?: ErrorOptions,
  ) {
    const [zh, en] = TEXTS[problem];
    super(`${file} ${zh} The event store ${file} is unusable: ${en}`, options);
    this.name = 'UnusableFile';
  }
}

const OPENING: readonly (readonly [code: string, problem: FileProblem])[] = [
  ['SQLITE_NOTADB', 'NotADatabase'],
  ['SQLITE_CORRUPT', 'Damaged'],
  ['SQLITE_READONLY', 'NotWritable'],
  ['SQLITE_BUSY', 'Locked'],
];

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? '';

/** What an error met while opening means. */
export const openingFailure = (file: string, error: unknown): UnusableFile => {
  if (error instanceof UnusableFile) return error;
  const known = OPENING.find(([code]) => codeOf(error).startsWith(code));
  return new UnusableFile(file, known?.[1] ?? 'CannotOpen', { cause: error });
};

const RUNNING: readonly (readonly [code: string, text: string])[] = [
  ['SQLITE_FULL', '磁盘已满,请清理空间后重试。 The disk is full: free some space, then try again.'],
  ['SQLITE_BUSY', '被另一进程占用,请稍后重试。 Another process holds the file: stop it, then try again.'],
  ['SQLITE_READONLY', '已变为不可写,请恢复写权限。 The file has become read-only: grant write access.'],
  ['SQLITE_CORRUPT', '文件已损坏,请从备份恢复。 The file is damaged: restore it from a backup.'],
];

/** What SQLite's error met while reading or writing means: `Unavailable`, naming the file and what to do. A bug stays what it is. */
export const runningFailure = (file: string, error: unknown): Error => {
  if (!codeOf(error).startsWith('SQLITE_')) return error as Error;
  const known = RUNNING.find(([code]) => codeOf(error).startsWith(code));
  const text = known?.[1] ?? '读写失败,请检查磁盘。 Reading or writing failed: check the disk.';
  return new Unavailable(`${file}: ${text} (${codeOf(error)})`, { cause: error });
};
