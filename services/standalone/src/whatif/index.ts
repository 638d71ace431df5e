export { whatIf } from './whatif.js';
export { differenceText } from './report.js';
export type * from './whatif.types.js';
