export * from './event.js';
export * from './ids.js';
export * from './canonical.js';
export * from './decider.js';
export * from './handler.js';
export * from './projection.js';
export * from './policy.js';
export * from './ports.js';
