export { backup, keysBeside, type BackupMade, type BackupOptions } from './backup.js';
export { restore, type Restored, type RestoreOptions } from './restore.js';
export { faultsText } from './copied-log.js';
