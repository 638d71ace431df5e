import { Refused, type CommandMeta } from '@sunlit/kernel';
import type { Day } from '@sunlit/calendar';
import { mustBeMine } from '../handling/assignment.slice.js';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  defined,
  momentOf,
  mustBe,
  mustBeSystem,
  roundBegan,
  timed,
  without,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';

/** Refuses as long as the clock stands still: what ends or changes it comes after resuming. */
export const mustNotBeSuspended = ({ suspended }: CaseState): void => {
  if (suspended) throw new Refused('Suspended');
};

/** Waiting for the person or for somebody outside: asked for with a ground, decided on by a reviewer, ended by somebody or by its limit. */
export const suspension = (rules: Rules) => {
  /** What is late stays late. */
  const mustBeInTime = (now: CaseState, at: string): void => {
    if (!timed(now)) throw new Refused('NoDeadline');
    const on = rules.day(at);
    if (on > now.due.on || (now.due.at !== undefined && at > now.due.at)) throw new Refused('SuspensionTooLate');
    if (on < (now.pauses.at(-1)?.to ?? on)) throw new Refused('BeforeWhatItAnswers');
  };

  const pending = (now: CaseState, meta: CommandMeta) => {
    mustBe(now, ...OPEN);
    if (!now.suspensionAsked) throw new Refused('NoSuspensionPending');
    rules.checkTime(meta, now, now.suspensionAsked.asked);
    return now.suspensionAsked;
  };

  const mayAsk = (now: CaseState): void => {
    mustNotBeSuspended(now);
    if (now.suspensionAsked) throw new Refused('SuspensionPending');
  };

  const resumed = (now: CaseState, on: Day, because: 'asked' | 'limit', note?: string): CaseworkFact[] => {
    const { ground, from } = now.suspended!;
    const facts: CaseworkFact[] = [{ type: 'CaseResumed', data: defined({ because, on, note }) as never }];
    const due = now.due && rules.paused(now.due, [{ ground, from, to: on }]);
    if (!now.due || !due || due.on === now.due.on) return facts;
    const by = rules.workingDaysBetween(now.due.on, due.on);
    return [
      ...facts,
      { type: 'DeadlineMoved', data: { due: due as never, from: now.due.on, by, because: 'suspended' } },
    ];
  };

  const decide: DecideRows<
    'AskSuspension' | 'ApproveSuspension' | 'RefuseSuspension' | 'ResumeCase' | 'EndSuspension'
  > = {
    AskSuspension: ({ data, meta }, now) => {
      mustBe(now, ...OPEN);
      mustBeMine(rules, now, meta);
      mayAsk(now);
      rules.checkTime(meta, now, roundBegan(now));
      const on = rules.day(meta.at);
      rules.check('suspensionGround', data.ground, on);
      mustBeInTime(now, meta.at);
      const times = rules.suspensionTimes(data.ground);
      if (now.pauses.filter(({ ground }) => ground === data.ground).length >= times)
        throw new Refused('NoMoreSuspensions', { times });
      return [{ type: 'SuspensionAsked', data }];
    },
    ApproveSuspension: ({ meta }, now) => {
      const { ground } = pending(now, meta);
      const on = rules.day(meta.at);
      mustBeInTime(now, meta.at);
      return [{ type: 'CaseSuspended', data: { ground, on, until: rules.suspendedUntil(ground, on) } }];
    },
    RefuseSuspension: ({ data, meta }, now) => {
      pending(now, meta);
      return [{ type: 'SuspensionRefused', data }];
    },
    ResumeCase: ({ data: { note }, meta }, now) => {
      mustBe(now, ...OPEN);
      if (!now.suspended) throw new Refused('NotSuspended');
      mustBeMine(rules, now, meta);
      rules.checkTime(meta, now, now.suspended.since);
      const on = rules.day(meta.at);
      const { until } = now.suspended;
      return on > until ? resumed(now, until, 'limit', note) : resumed(now, on, 'asked', note);
    },
    EndSuspension: ({ data: { until }, meta }, now) => {
      mustBeSystem(meta);
      if (now.suspended?.until !== until || !OPEN.includes(now.status) || rules.day(meta.at) <= until) return [];
      return resumed(now, until, 'limit');
    },
  };

  const evolve: EvolveRows<'SuspensionAsked' | 'SuspensionRefused' | 'CaseSuspended' | 'CaseResumed'> = {
    SuspensionAsked: (now, event) => ({
      ...now,
      suspensionAsked: { ground: event.data.ground, asked: momentOf(event) },
    }),
    SuspensionRefused: (now) => without(now, 'suspensionAsked'),
    CaseSuspended: (now, event) => {
      const { ground, on, until } = event.data;
      return { ...without(now, 'suspensionAsked'), suspended: { ground, from: on, until, since: momentOf(event) } };
    },
    CaseResumed: ({ suspended, ...now }, { data }) => ({
      ...now,
      pauses: suspended ? [...now.pauses, { ground: suspended.ground, from: suspended.from, to: data.on }] : now.pauses,
    }),
  };
  return { decide, evolve };
};
