export * from './office.types.js';
export * from './office.queries.js';
export { exportColumns, kindOfWord, orderReturnGround, platformOf } from './office.platforms.js';
export { followUpRuleFor } from './office.follow-up.js';
export * from './office.error.js';
export * from './load-office.js';
export * from './office.changes.js';
export * from './office-of.js';
