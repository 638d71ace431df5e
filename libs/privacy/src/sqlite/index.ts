export { KeyStoreUnusable } from '../key-store-unusable.js';
export { sqliteKeyStore, type SqliteKeyStoreOptions } from './sqlite-key-store.js';
export { copyKeys } from './copy-keys.js';
