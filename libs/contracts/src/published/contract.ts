import { eventSchemas, typesByService } from './event-schemas.js';
import type { Contract } from './incompatibilities.js';
import { messageHeaders } from './message-headers.js';
import { topicOf } from './asyncapi.js';

/** What the program publishes as it stands. */
export const currentContract = (): Contract => ({
  topics: Object.fromEntries([...typesByService()].map(([service, types]) => [topicOf(service), types])),
  headers: messageHeaders,
  events: Object.fromEntries(eventSchemas()),
});
