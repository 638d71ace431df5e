export { embeddedEventBus } from './embedded-event-bus.js';
export type { EmbeddedEventBusOptions } from './embedded-event-bus.js';
