export { KeyStoreUnusable } from '../key-store-unusable.js';
export { mongodbKeyStore, type MongodbKeyStoreOptions } from './mongodb-key-store.js';
