import { yearOf } from '@sunlit/calendar';
import { derivedId, type JsonObject, type ListQuery, type PolicyCommand } from '@sunlit/kernel';
import type { ServiceContext, Timer } from '@sunlit/platform';
import type { DeskDocument } from '../desk/desk.document.js';
import type { Rules } from '../case/rules.js';

type Context = Pick<ServiceContext, 'readStore' | 'calendar'>;

const system = { account: 'system', role: 'system' };
const PAGE = 200;

export interface TimerOptions {
  readonly service: string;
  readonly desk: string;
  readonly rules: Rules;
}

const TYPES = { warn: 'WarnDeadline', remind: 'RemindDeadline', supervise: 'SuperviseDeadline' } as const;

/** Which notice is due: where the day has passed meanwhile, the reminder in place of the warning. */
const noticeOf = ({ nextTimer, due }: DeskDocument, today: string): (typeof TYPES)[keyof typeof TYPES] | null => {
  if (!nextTimer || nextTimer === 'resume' || !due) return null;
  if (nextTimer !== 'warn' || today <= due.on) return TYPES[nextTimer];
  return today >= due.remindOn ? TYPES.remind : null;
};

interface TaskNotice {
  readonly type: 'WarnTask' | 'RemindTask';
  readonly task: string;
  readonly unit: string;
  readonly dueOn: string;
}

/** What is to be said of the case's tasks today. The decider says nothing twice, and nothing of a task that is over. */
const tasksToSay = ({ tasks = [], taskUnits }: DeskDocument, today: string): readonly TaskNotice[] =>
  tasks.flatMap(({ task, unit, dueOn, warnOn, notice }): TaskNotice[] => {
    if (dueOn === undefined || !taskUnits.includes(unit) || notice === 'overdue') return [];
    if (today > dueOn) return [{ type: 'RemindTask', task, unit, dueOn }];
    return notice === undefined && today >= (warnOn ?? dueOn) ? [{ type: 'WarnTask', task, unit, dueOn }] : [];
  });

/**
 * What time makes due of a service's cases: the warning, the reminder, supervision, the end of a suspension, and provisional dates set anew. A command's id derives
 * from stream + deadline + kind, so two runs, or two processes, add nothing. A deadline is the event that set it: a case reopened, or
 * corrected and corrected back, may be due on a day it was due on before.
 */
export const caseTimers = (
  { readStore, calendar }: Context,
  { service, desk, rules }: TimerOptions,
): readonly Timer[] => {
  const command = (stream: string, doc: DeskDocument, type: string, data: JsonObject): PolicyCommand => {
    const commandId = derivedId(stream, doc.dueSetBy!, type, ...Object.values(data).map(String));
    return { service, operation: 'command', payload: { commandId, stream, type, data, by: system } };
  };

  const everyDocument = async function* (where: ListQuery['where']): AsyncGenerator<readonly [string, DeskDocument]> {
    for (let after: string | undefined; ;) {
      const page = await readStore.list(desk, { where: where!, first: PAGE, ...(after !== undefined && { after }) });
      for (const { key, doc } of page.items) yield [key, doc as unknown as DeskDocument];
      after = page.items.at(-1)?.cursor;
      if (!page.hasNext || after === undefined) return;
    }
  };

  const end = (stream: string, { suspension, suspendedBy }: DeskDocument): PolicyCommand => {
    const commandId = derivedId(stream, suspendedBy!, 'EndSuspension');
    const data = { until: suspension!.until! };
    return { service, operation: 'command', payload: { commandId, stream, type: 'EndSuspension', data, by: system } };
  };

  const ofTask = (stream: string, { task, type, unit, dueOn }: TaskNotice): PolicyCommand => {
    const commandId = derivedId(stream, task, type, unit, dueOn);
    const data = { unit, dueOn };
    return { service, operation: 'command', payload: { commandId, stream, type, data, by: system } };
  };

  const notices = async (now: number): Promise<PolicyCommand[]> => {
    const today = rules.day(new Date(now).toISOString());
    const due: PolicyCommand[] = [];
    for await (const [stream, doc] of everyDocument({ nextTimerOn: { to: today } })) {
      const type = noticeOf(doc, today);
      if (doc.nextTimer === 'resume') due.push(end(stream, doc));
      if (type) due.push(command(stream, doc, type, { dueOn: doc.due!.on }));
    }
    return due;
  };

  /** Of every task that is due soon, or past its day. */
  const taskNotices = async (now: number): Promise<PolicyCommand[]> => {
    const today = rules.day(new Date(now).toISOString());
    const due: PolicyCommand[] = [];
    for await (const [stream, doc] of everyDocument({ taskNoticeOn: { to: today } }))
      due.push(...tasksToSay(doc, today).map((said) => ofTask(stream, said)));
    return due;
  };

  const resets = async (): Promise<PolicyCommand[]> => {
    const due: PolicyCommand[] = [];
    for await (const [stream, doc] of everyDocument({ provisional: true }))
      if (doc.due!.calendar !== calendar.version && yearOf(doc.due!.remindOn) <= calendar.lastYear)
        due.push(command(stream, doc, 'ResetDeadline', { calendar: calendar.version }));
    return due;
  };

  return [
    { name: `${service}-notices.v1`, due: notices },
    { name: `${service}-task-notices.v1`, due: taskNotices },
    { name: `${service}-calendar.v1`, due: resets },
  ];
};
