export * from './asyncapi.js';
export * from './contract.js';
export * from './event-schemas.js';
export * from './incompatibilities.js';
export * from './json-schema.js';
export * from './message-headers.js';
