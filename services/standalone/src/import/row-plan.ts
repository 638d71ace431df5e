import type { JsonObject, Moment } from '@sunlit/kernel';
import type { CaseService } from '@sunlit/platform';
import type { Place, ReplyKind, StageName } from './import.types.js';

/** One command of a stage; `step` tells those of one stage apart. */
export interface PlannedCommand {
  readonly step: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly occurredAt: Moment;
}

/** What a row says has happened; its commands depend on the service the matter is in. The last command is the stage's own. */
export interface Stage {
  readonly name: StageName;
  readonly commands: (service: CaseService) => readonly PlannedCommand[];
}

/** A checked row: everything it will send, before anything is sent. */
export interface RowPlan extends Place {
  readonly source: string;
  readonly number: string;
  readonly kind: string;
  readonly service: CaseService;
  readonly stages: readonly Stage[];
  readonly masked: { readonly summaries: number; readonly replies: number };
  readonly platformRating: boolean;
  /** What the row's reply is; absent where it has none. */
  readonly reply?: ReplyKind;
}

/** What an answer and a rating came to, checked. */
export interface Answer {
  readonly text: string;
  readonly at: Moment;
  readonly how?: string;
  readonly unit?: string;
}

export interface Rating {
  readonly value: number | 'no-answer' | 'wrong-number' | 'refused';
  readonly at: Moment;
}

/** A notice before the answer: a fact of its own, known by its time, as there may be several. */
export const interimStage = ({ text, at, how }: Answer): Stage => {
  const data = { text, ...(how !== undefined && { how }) };
  return {
    name: 'interim',
    commands: () => [{ step: `interim.${at.at}`, type: 'GiveInterimReply', data, occurredAt: at }],
  };
};

/** The way from case to answer that a live matter goes, at the moment the sheet states for its end; history keeps only the end. */
export const answeredStage = (answer: Answer, history: boolean): Stage => {
  const { text, at, how, unit } = answer;
  const one = (step: string, type: string, data: JsonObject): PlannedCommand => ({ step, type, data, occurredAt: at });
  const recorded = [one('answered', 'RecordAnswer', { text, ...(how !== undefined && { how }) })];
  const handled = [
    one('answered.assigned', 'AssignCase', { unit }),
    one('answered.drafted', 'DraftReply', { text }),
    one('answered.approved', 'ApproveReply', {}),
    one('answered', 'DeliverReply', { how: how ?? 'phone' }),
  ];
  return { name: 'answered', commands: () => (history ? recorded : handled) };
};

/** A rating: of a complaint one of a follow-up call, of a consultation the person's own. An attempt that failed concerns complaints only. */
export const ratedStage = ({ value, at }: Rating): Stage => ({
  name: 'rated',
  commands: (service) => {
    const reached = typeof value === 'number';
    if (service === 'complaints') {
      const data = reached ? { outcome: 'reached', level: value } : { outcome: value };
      return [{ step: 'rated', type: 'AttemptFollowUp', data, occurredAt: at }];
    }
    return reached ? [{ step: 'rated', type: 'RateCase', data: { level: value }, occurredAt: at }] : [];
  },
});
