import type Database from 'libsql';

/** Tells, each time it is asked, whether another connection has committed since it was last asked; the first time always. */
export const otherCommits = (db: Database.Database): (() => boolean) => {
  const statement = db.prepare('PRAGMA data_version').raw();
  let last: unknown;
  return () => {
    const [version] = statement.get() as [unknown];
    const changed = version !== last;
    last = version;
    return changed;
  };
};
