export * from './office.js';
export * from './office-at-work.js';
export * from './stores.js';
export * from './facts.js';
export * from './golden.js';
export * from './histories.js';
export { CANARY, HISTORY_ANSWER } from './history.commands.js';
