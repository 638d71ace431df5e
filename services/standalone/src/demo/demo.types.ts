import type { Calendar } from '@sunlit/calendar';
import type { Actor, JsonObject } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';

export type CaseServiceName = 'consultations' | 'complaints';

/** One command somebody sends at some instant. Commands of one matter follow each other; a handed-over one goes on in `complaints`. */
export interface DemoAction {
  /** ms since 1970. */
  readonly at: number;
  /** Which matter it belongs to: its commands are sent in order, the first registers it. */
  readonly matter: string;
  readonly service: CaseServiceName;
  readonly type: string;
  /** The operation that takes it; `command` where absent. */
  readonly operation?: 'knowledgeCommand' | 'contact';
  /** Other matters its data names, by field: a duplicate, or the answer of the knowledge base that is given with it. */
  readonly names?: Readonly<Record<string, string>>;
  readonly data: JsonObject;
  readonly by: Actor;
}

/** What a plan is made from. */
export interface PlanOptions {
  readonly seed: number;
  readonly office: Office;
  readonly calendar: Calendar;
}
