import { addDays, type Due } from '@sunlit/calendar';
import type { InterimReplyView, TaskView } from '@sunlit/contracts';
import type { Fact, StoredEvent } from '@sunlit/kernel';
import { defined } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import type { DeskDocument } from '../desk/desk.document.js';
import type { DeskRow } from '../desk/desk.rows.js';
import type { Rules } from '../case/rules.js';
import type { unitsEvents } from './units.events.js';

type Own = Extract<CaseworkFact, { type: keyof typeof unitsEvents | 'DeadlineMoved' }>;
type Rows = { readonly [T in Own['type']]: DeskRow<Extract<Own, { type: T }>> };
type Row = <F extends Fact>(change: (doc: DeskDocument, event: StoredEvent & F) => DeskDocument) => DeskRow<F>;

/** The desk shows the newest; all are in the timeline. */
const MOST = 50;

/** The document without these members. */
const less = <K extends keyof DeskDocument>(doc: DeskDocument, ...names: readonly K[]): DeskDocument =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !names.includes(name as K))) as unknown as DeskDocument;

const taskChanged = (doc: DeskDocument, id: string, change: (task: TaskView) => Partial<TaskView>): DeskDocument => ({
  ...doc,
  tasks: (doc.tasks ?? []).map((task) => (task.task === id ? { ...task, ...change(task) } : task)),
});

/** Whether a unit still has to do something about it. */
const isOpen = ({ state, round }: TaskView, doc: DeskDocument): boolean =>
  round === doc.round && (state === 'given' || state === 'signed');

/** The tasks somebody still has to do: none once the case is answered, or in a round after theirs. */
const openTasks = (doc: DeskDocument, open: boolean): readonly TaskView[] =>
  open ? (doc.tasks ?? []).filter((task) => isOpen(task, doc)) : [];

/**
 * The units that may read a case: the lead, whom it passed its work to, and, as long as there is something for them to do, those that assist
 * or answer for one that does. A unit whose task is finished, given back or taken back reads nothing of it any more, its own work included:
 * what it said is with the lead, and a person's details are for those who need them now (docs/decisions/0018).
 */
const unitsOf = (doc: DeskDocument, tasks: readonly TaskView[]): readonly string[] => {
  const assisting = tasks.flatMap((task) => [task.unit, ...task.answerable]);
  return [...new Set([doc.unit, doc.passedTo, ...assisting].filter((one) => one !== undefined))];
};

/** The day of a task's next notice, if there is to be one. */
const noticeOn = ({ dueOn, warnOn, notice }: TaskView): string | undefined => {
  if (dueOn === undefined || notice === 'overdue') return undefined;
  return notice === 'due-soon' || warnOn === undefined ? addDays(dueOn, 1) : warnOn;
};

/** When something is to be said of a task next: never while the case waits. */
const taskNoticeOn = (doc: DeskDocument, tasks: readonly TaskView[]): Pick<DeskDocument, 'taskNoticeOn'> => {
  const [first] = doc.suspension?.state === 'suspended' ? [] : tasks.flatMap((task) => noticeOn(task) ?? []).sort();
  return first === undefined ? {} : { taskNoticeOn: first };
};

type Listed = Pick<DeskDocument, 'suspended' | 'suspensionPending' | 'units' | 'taskUnits' | 'taskNoticeOn'>;

/** The fields a case is listed by of its suspension and its units. */
export const unitsIndex = {
  suspended: 'flag',
  suspensionPending: 'flag',
  units: 'terms',
  taskUnits: 'terms',
  taskNoticeOn: 'day',
} as const;

/** What a case that has just come in is listed by. */
export const NOTHING_OF_UNITS: Listed = { suspended: false, suspensionPending: false, units: [], taskUnits: [] };

/** What a case is listed by of its suspension and its units. */
export const unitsSettled = (doc: DeskDocument, open: boolean): Listed => {
  const tasks = openTasks(doc, open);
  return {
    suspended: open && doc.suspension?.state === 'suspended',
    suspensionPending: open && doc.suspension?.state === 'asked',
    units: unitsOf(doc, tasks),
    taskUnits: tasks.map(({ unit }) => unit),
    ...taskNoticeOn(doc, tasks),
  };
};

/** What the desk lists of interim replies, suspensions and assisting units. */
export const unitsRows = (row: Row, at: (event: StoredEvent) => string, rules: Rules): Rows => ({
  InterimReplyGiven: row((doc, event) => {
    const { round: _, ...said } = event.data;
    return {
      ...doc,
      interimReplies: [...(doc.interimReplies ?? []), { ...defined(said), at: at(event) } as InterimReplyView].slice(
        -MOST,
      ),
    };
  }),
  SuspensionAsked: row((doc, event) => ({
    ...doc,
    suspension: { state: 'asked', ...event.data, askedAt: at(event) },
  })),
  SuspensionRefused: row((doc) => less(doc, 'suspension')),
  CaseSuspended: row((doc, { id, data }) => ({
    ...doc,
    suspension: { ...doc.suspension, state: 'suspended', ...data },
    suspendedBy: id,
  })),
  CaseResumed: row((doc) => less(doc, 'suspension', 'suspendedBy')),
  DeadlineMoved: row((doc, { id, data }) => {
    const due = data.due as Due;
    return { ...less(doc, 'notices'), due, dueOn: due.on, dueSetBy: id, warnOn: due.warnOn };
  }),
  AssignmentPassedDown: row((doc, { data }) => ({ ...doc, passedTo: data.to })),
  TaskGiven: row((doc, event) => {
    const { dueOn } = event.data;
    const warned = dueOn === undefined ? {} : { warnOn: rules.taskWarnOn(dueOn) };
    const given = { ...defined(event.data), ...warned, state: 'given', answerable: [], givenAt: at(event) } as TaskView;
    return { ...doc, tasks: [...(doc.tasks ?? []), given].slice(-MOST) };
  }),
  TaskSigned: row((doc, { data }) => taskChanged(doc, data.task, () => ({ state: 'signed' }))),
  TaskReturned: row((doc, { data: { task: id, to, ground } }) =>
    taskChanged(doc, id, ({ answerable }) =>
      to === undefined
        ? { state: 'returned', ground }
        : { state: 'signed', unit: to, answerable: answerable.slice(0, -1) },
    ),
  ),
  TaskPassedDown: row((doc, { data: { task: id, from, to } }) =>
    taskChanged(doc, id, ({ answerable }) => ({ state: 'given', unit: to, answerable: [...answerable, from] })),
  ),
  TaskFinished: row((doc, event) =>
    taskChanged(doc, event.data.task, () => ({ state: 'finished', text: event.data.text, finishedAt: at(event) })),
  ),
  TaskCancelled: row((doc, { data: { task: id, reason } }) =>
    taskChanged(doc, id, () => ({ state: 'cancelled', ...(reason !== undefined && { reason }) })),
  ),
  TaskWarned: row((doc, { data }) => taskChanged(doc, data.task, () => ({ notice: 'due-soon' }))),
  TaskReminded: row((doc, { data }) => taskChanged(doc, data.task, () => ({ notice: 'overdue' }))),
});
