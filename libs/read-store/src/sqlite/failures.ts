import { Unavailable } from '@sunlit/kernel';

const TEXTS: readonly (readonly [code: string, text: string])[] = [
  ['SQLITE_FULL', '磁盘已满,请清理空间。 The disk is full: free some space.'],
  ['SQLITE_READONLY', '不可写,请授予写权限。 It cannot be written: grant write access.'],
  [
    'SQLITE_CORRUPT',
    '文件已损坏:停止服务后删除它,会由事件重建。 It is damaged: stop the service and delete it; the log makes it anew.',
  ],
  ['SQLITE_NOTADB', '不是数据库:请移走它,会由事件重建。 It is no database: move it away; the log makes it anew.'],
];

/** What an error of SQLite means for the read store: `Unavailable`, naming the file and what to do. A bug stays what it is. */
export const failureOf = (file: string, error: unknown): unknown => {
  const code = (error as { code?: string } | null)?.code ?? '';
  if (!code.startsWith('SQLITE_')) return error;
  const known = TEXTS.find(([prefix]) => code.startsWith(prefix));
  return new Unavailable(
    `${file}: ${known?.[1] ?? '读写失败,请检查磁盘。 Reading or writing failed: check the disk.'} (${code})`,
    {
      cause: error,
    },
  );
};
