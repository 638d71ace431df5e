import type { CaseStatus } from './case.rpc.js';

/** Desk filters; all given ones hold. */
export interface DeskFilter {
  readonly status?: readonly CaseStatus[];
  readonly unit?: string;
  readonly kind?: readonly string[];
  readonly category?: string;
  readonly source?: string;
  readonly medium?: string;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly cameFrom?: string;
  readonly cameTo?: string;
  readonly history?: boolean;
  /** Words of the summary or the reply (Chinese full text). */
  readonly search?: string;
  /** open: still to be answered; overdue: open, not suspended and due before `today`; suspension: one asked for; tasks: of assisting units, unfinished; order-…: of platforms' orders, those to sign for, to report what became of them, bounced; follow-up: answered and to be called. */
  readonly queue?:
    | 'open'
    | 'overdue'
    | 'due-soon'
    | 'to-accept'
    | 'to-assign'
    | 'to-sign'
    | 'to-review'
    | 'to-deliver'
    | 'follow-up'
    | 'extension'
    | 'suspended'
    | 'suspension'
    | 'tasks'
    | 'order-to-sign'
    | 'order-to-report'
    | 'order-bounced';
}

export interface PageRequest {
  readonly first: number;
  readonly after?: string;
  readonly sort?: 'cameAt' | 'dueOn' | 'registeredAt' | 'followUpOn';
  readonly descending?: boolean;
}
