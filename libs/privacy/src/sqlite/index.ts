export { KeyStoreUnusable } from './key-file.js';
export { sqliteKeyStore, type SqliteKeyStoreOptions } from './sqlite-key-store.js';
