import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryReadStore } from '@sunlit/read-store/memory';
import { sqliteReadStore } from '@sunlit/read-store/sqlite';
import { knowledgeContract } from './knowledge.contract.js';

knowledgeContract('memory', async () => ({ store: memoryReadStore(), dispose: async () => undefined }));

knowledgeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-knowledge-'));
  const store = sqliteReadStore({ file: join(folder, 'read.sqlite') });
  const dispose = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, dispose };
});
