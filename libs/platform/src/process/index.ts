export { runProcess } from './run-process.js';
export type { Running, ServiceProcess } from './service-process.js';
export { startProcess, type StartedProcess } from './start-process.js';
export { answerOthers, reachOthers } from './wiring.js';
export { workersOf } from './workers.js';
