import { createHash } from 'node:crypto';
import Database from 'libsql';

/** Not what is beside while a rebuild fills it, nor what runners note of themselves. */
const KEPT = "name NOT LIKE '%~%' AND name <> 'runner.v1'";

type Row = readonly (string | number | null)[];

/**
 * What each collection of a read store's file holds, as a hash: keys and documents, and no versions, which count the batches that wrote them.
 * Read beside whoever writes.
 */
export const documentsOf = (file: string): ReadonlyMap<string, string> => {
  const database = new Database(file);
  try {
    const all = (sql: string): Row[] => database.prepare(sql).raw().all([]) as unknown as Row[];
    const hashes = new Map<string, string>();
    for (const [name] of all(`SELECT name FROM collections WHERE ${KEPT} ORDER BY name`)) {
      const hash = createHash('sha256');
      for (const row of all(`SELECT key, doc FROM "c:${name}" WHERE doc IS NOT NULL ORDER BY key`))
        hash.update(JSON.stringify(row));
      hashes.set(String(name), hash.digest('hex'));
    }
    return hashes;
  } finally {
    database.close();
  }
};
