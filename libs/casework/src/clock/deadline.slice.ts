import { Refused, type CommandMeta } from '@sunlit/kernel';
import type { Due } from '@sunlit/calendar';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  momentOf,
  momentOfCommand,
  mustBe,
  mustBeSystem,
  running,
  timed,
  without,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';

type Because = Extract<CaseworkFact, { type: 'DeadlineSet' }>['data']['because'];

const deadlineSet = (due: Due, because: Because, from?: Due): CaseworkFact => ({
  type: 'DeadlineSet',
  data: { due: due as never, ...(from && { from: from.on }), because },
});

const sameDue = (one: Due, other: Due | undefined): boolean =>
  one.on === other?.on && one.at === other.at && one.policy === other.policy;

/** The due date by kind and urgency from `clockFrom`; none for history, nor where the profile sets no limit, nor where nothing changes. */
export const setDeadline = (rules: Rules, now: CaseState, because: Because): CaseworkFact[] => {
  const fresh = now.history ? null : rules.dueFor(now);
  const due = fresh && rules.paused(fresh, now.pauses);
  const anew = because === 'reopened' || because === 'redone';
  if (!due || (!anew && sameDue(due, now.due))) return [];
  return [deadlineSet(due, because, now.due)];
};

/** The due date anew where the clock counts from what has just happened: the lead unit's signing, or a platform's dispatch. */
export const deadlineStarted = (rules: Rules, now: CaseState, because: 'signed' | 'dispatched'): CaseworkFact[] => {
  const fresh = timed(now) ? rules.dueFor(now) : null;
  if (!fresh || fresh.countsFrom !== COUNTS[because]) return [];
  const due = rules.paused(fresh, now.pauses);
  if (sameDue(due, now.due)) return [];
  return [{ type: 'DeadlineStarted', data: { due: due as never, ...(now.due && { from: now.due.on }), because } }];
};

const COUNTS = { signed: 'signing', dispatched: 'dispatch' } as const;

/** The clock of a case: extended on request, warned of, reminded of, supervised, set anew when a calendar is published. */
export const deadline = (rules: Rules) => {
  const extensionRule = (due: Due) => rules.ruleOf(due)?.extension ?? { maxWorkingDays: 0, times: 0, grantedBy: [] };

  /** The extension waiting to be decided on, by somebody who may. */
  const pending = (now: CaseState, meta: CommandMeta) => {
    mustBe(now, ...OPEN);
    if (!now.extension || !now.due) throw new Refused('NoExtensionPending');
    if (!extensionRule(now.due).grantedBy.includes(meta.by.role)) throw new Refused('ExtensionNotYours');
    rules.checkTime(meta, now, now.extension.asked);
    return { due: now.due, ...now.extension };
  };

  const checkRequest = (now: CaseState, due: Due, workingDays: number, meta: CommandMeta): void => {
    const { maxWorkingDays, times } = extensionRule(due);
    if (now.extension) throw new Refused('ExtensionPending');
    const late = due.at === undefined ? rules.day(meta.at) > due.on : meta.at > due.at;
    if (late) throw new Refused('ExtensionTooLate');
    if (workingDays > maxWorkingDays) throw new Refused('ExtensionTooLong', { max: maxWorkingDays });
    if (now.granted.length >= times) throw new Refused('NoMoreExtensions', { times });
  };

  const decide: DecideRows<
    | 'RequestExtension'
    | 'GrantExtension'
    | 'RefuseExtension'
    | 'WarnDeadline'
    | 'RemindDeadline'
    | 'SuperviseDeadline'
    | 'ResetDeadline'
  > = {
    RequestExtension: ({ data, meta }, now) => {
      mustBe(now, ...OPEN);
      if (!timed(now)) throw new Refused('NoDeadline');
      if (now.suspended) throw new Refused('Suspended');
      if (!rules.actsFor(meta.by, now.unit)) throw new Refused('NotYourCase');
      rules.checkTime(meta, now, now.accepted);
      checkRequest(now, now.due, data.workingDays, meta);
      return [{ type: 'ExtensionRequested', data }];
    },
    GrantExtension: ({ meta }, now) => {
      const { due, workingDays, reason, asked } = pending(now, meta);
      return [deadlineSet(rules.extended(due, { workingDays, reason, on: rules.day(asked.at) }), 'extended', due)];
    },
    RefuseExtension: ({ data, meta }, now) => {
      pending(now, meta);
      return [{ type: 'ExtensionRefused', data }];
    },
    // A warning is of what is still to come: once the day has passed the reminder takes its place, so an outage brings one notice, not two.
    WarnDeadline: ({ data: { dueOn }, meta }, now) => {
      mustBeSystem(meta);
      const today = rules.day(meta.at);
      if (!running(now) || now.due.on !== dueOn || now.warned === dueOn) return [];
      return today >= now.due.warnOn && today <= dueOn ? [{ type: 'DeadlineWarned', data: { dueOn } }] : [];
    },
    RemindDeadline: ({ data: { dueOn }, meta }, now) => {
      mustBeSystem(meta);
      const today = rules.day(meta.at);
      if (!running(now) || now.due.on !== dueOn || now.reminded?.dueOn === dueOn || today < now.due.remindOn) return [];
      return [{ type: 'DeadlineReminded', data: { dueOn, superviseOn: rules.superviseOn(now.due, today) } }];
    },
    SuperviseDeadline: ({ data: { dueOn }, meta }, now) => {
      mustBeSystem(meta);
      if (!running(now) || now.due.on !== dueOn || now.supervised === dueOn || now.reminded?.dueOn !== dueOn) return [];
      return rules.day(meta.at) >= now.reminded.superviseOn ? [{ type: 'DeadlineSupervised', data: { dueOn } }] : [];
    },
    ResetDeadline: ({ meta }, now) => {
      mustBeSystem(meta);
      const again = timed(now) ? rules.recalculated(now.due) : null;
      return again ? [deadlineSet(again, 'calendar', now.due)] : [];
    },
  };

  const evolve: EvolveRows<
    | 'DeadlineSet'
    | 'DeadlineMoved'
    | 'DeadlineStarted'
    | 'ExtensionRequested'
    | 'ExtensionRefused'
    | 'DeadlineWarned'
    | 'DeadlineReminded'
    | 'DeadlineSupervised'
  > = {
    DeadlineSet: (before, { data }) => {
      const due = data.due as Due;
      // What was issued for a due day holds as long as that day does.
      const now = due.on === before.due?.on ? before : without(before, 'warned', 'reminded', 'supervised');
      if (data.because !== 'extended' || !now.extension) return { ...now, due };
      const { workingDays, reason } = now.extension;
      const on = due.steps.findLast(({ what }) => what === 'extend')?.on ?? due.on;
      return { ...without(now, 'extension'), due, granted: [...now.granted, { workingDays, reason, on }] };
    },
    DeadlineMoved: (now, { data }) => ({
      ...without(now, 'warned', 'reminded', 'supervised'),
      due: data.due as Due,
    }),
    DeadlineStarted: (now, { data }) => ({
      ...(data.from === data.due.on ? now : without(now, 'warned', 'reminded', 'supervised')),
      due: data.due as Due,
    }),
    ExtensionRequested: (now, event) => ({ ...now, extension: { ...event.data, asked: momentOf(event) } }),
    ExtensionRefused: (now) => without(now, 'extension'),
    DeadlineWarned: (now, { data }) => ({ ...now, warned: data.dueOn }),
    DeadlineReminded: (now, { data }) => ({ ...now, reminded: data }),
    DeadlineSupervised: (now, { data }) => ({ ...now, supervised: data.dueOn }),
  };
  return { decide, evolve };
};

/** A new clock from the moment of this command: what a case handled again gets. */
export const deadlineAnew = (rules: Rules, now: CaseState, meta: CommandMeta, because: 'reopened' | 'redone') =>
  now.accepted
    ? setDeadline(
        rules,
        { ...now, round: now.round + 1, clockFrom: momentOfCommand(meta), granted: [], pauses: [] },
        because,
      )
    : [];
