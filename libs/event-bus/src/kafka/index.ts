export { kafkaEventBus } from './event-bus.js';
export { UNREADABLE } from './message.js';
export type { KafkaLog, KafkaOptions } from './options.js';
export { kafkaPublisher } from './publisher.js';
