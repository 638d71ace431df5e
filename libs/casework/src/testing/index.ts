export { textForUnitsFirst } from './person.turns.js';
export * from './office.js';
export * from './office-at-work.js';
export * from './stores.js';
export * from './facts.js';
export * from './golden.js';
export * from './histories.js';
export * from './history.runs.js';
export { CANARY, HISTORY_ANSWER, NEXT } from './history.commands.js';
