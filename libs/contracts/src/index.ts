export * from './marks.js';
export * from './terms.js';
export * from './case.commands.js';
export * from './case.events.js';
export * from './rpc.js';
export * from './refusals.js';
