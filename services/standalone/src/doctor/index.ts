export { doctor } from './doctor.js';
export type { Checked, DoctorOptions, Finding, Invariant, Progress, Report } from './doctor.types.js';
export { readLog } from './read-log.js';
export { exitCodeOf, reportJson, reportText } from './report.js';
export { doctorsLogs } from './doctors-logs.js';
