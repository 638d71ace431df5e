export { demoClock, makeDemo, type DemoClock, type MakeDemoOptions } from './make-demo.js';
export type { DemoAction, PlanOptions } from './demo.types.js';
export { planKnowledge } from './plan-knowledge.js';
export { planRecent } from './plan-recent.js';
export { planYear } from './plan-year.js';
export { recentPolicy } from './recent-policy.js';
