export { kurrentdbEventStore } from './kurrentdb-event-store.js';
export type { KurrentdbEventStoreOptions } from './kurrentdb-event-store.js';
