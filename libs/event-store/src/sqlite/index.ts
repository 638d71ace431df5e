export { copyLog } from './copy-log.js';
export { holdExclusively } from './exclusive-file.js';
export { sqliteEventStore } from './sqlite-event-store.js';
export type { Checkpoint, SqliteEventStore, SqliteEventStoreOptions } from './sqlite-event-store.js';
export type { WriteStats } from './group-commit.js';
export { UnusableFile } from './failures.js';
export type { FileProblem } from './failures.js';
