export * from './gateway.js';
export * from './gateway.module.js';
export * from './start.js';
export type { WorkerOperations } from './services.js';
export { COMMAND_ROLES } from './authorisation/command-roles.js';
export { errorLog } from './graphql/errors.js';
