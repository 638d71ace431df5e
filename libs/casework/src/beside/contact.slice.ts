import { addDays } from '@sunlit/calendar';
import { Refused } from '@sunlit/kernel';
import { mustNotBeRestricted } from '../person/restriction.slice.js';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  defined,
  mustBe,
  mustBeHere,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import { withdrawn } from './joining.slice.js';
import type { Rules } from '../case/rules.js';

interface Given {
  readonly callId?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
}

/** Refuses a contact that ended before it began, or that is said to begin only after it is recorded. */
export const checkLasting = ({ startedAt, endedAt }: Given, recordedAt: string): void => {
  if (startedAt !== undefined && endedAt !== undefined && Date.parse(endedAt) < Date.parse(startedAt))
    throw new Refused('InvalidInput', { field: 'endedAt', problem: '早于开始时间 before startedAt' });
  if (startedAt !== undefined && Date.parse(startedAt) > Date.parse(recordedAt))
    throw new Refused('InTheFuture', { at: startedAt });
};

/** What is known of the contact a case came in by, as its registration says; nothing where nobody said anything. */
export const openedBy = ({ data, meta }: CaseCommand<'RegisterCase'>): CaseworkFact[] => {
  if (!data.contact) return [];
  checkLasting(data.contact, meta.recordedAt);
  return [{ type: 'ContactOpened', data: defined({ ...data.contact, taker: meta.by.account }) as never }];
};

const WITHDRAWS: readonly CaseState['status'][] = ['registered', ...OPEN];

/** Who came again about a case, and what to know when they come once more. A contact moves no status and no clock. */
export const contact = (rules: Rules) => {
  const decide: DecideRows<'AddContact' | 'FlagPerson' | 'RemoveFlag'> = {
    AddContact: ({ data, meta }, now) => {
      mustBeHere(now);
      // The matter is handled there, and counted there how often it was chased.
      if (now.status === 'joined') throw new Refused('Joined');
      if (data.said) mustNotBeRestricted(now);
      rules.checkTime(meta, now, now.came);
      checkLasting(data, meta.recordedAt);
      for (const field of ['source', 'medium'] as const) rules.check(field, data[field], rules.day(meta.at));
      const added = { type: 'ContactAdded', data: defined({ ...data, taker: meta.by.account }) as never } as const;
      const leaves = data.purpose === 'withdrawal' && WITHDRAWS.includes(now.status);
      return leaves ? [added, ...withdrawn(now, data.note ?? '来电人撤回')] : [added];
    },
    FlagPerson: ({ data, meta }, now) => {
      mustBe(now);
      if (now.erased.includes('caller')) throw new Refused('Erased');
      if (now.flags[data.flag] === data.until) return [];
      const today = rules.day(meta.at);
      rules.checkFlag(data.flag, today);
      if (data.until < today) throw new Refused('InvalidInput', { field: 'until', problem: '早于今天 before today' });
      const days = rules.flagDays(data.flag);
      if (data.until > addDays(today, days)) throw new Refused('FlagTooLong', { days });
      return [{ type: 'PersonFlagged', data: defined(data) as never }];
    },
    RemoveFlag: ({ data: { flag } }, now) => {
      mustBe(now);
      if (now.flags[flag] === undefined) throw new Refused('NotFlagged');
      return [{ type: 'FlagRemoved', data: { flag } }];
    },
  };

  const evolve: EvolveRows<'ContactOpened' | 'ContactAdded' | 'PersonFlagged' | 'FlagRemoved'> = {
    ContactOpened: (now) => now,
    ContactAdded: (now) => now,
    PersonFlagged: (now, { data }) => ({ ...now, flags: { ...now.flags, [data.flag]: data.until } }),
    FlagRemoved: (now, { data }) => {
      const { [data.flag]: _, ...flags } = now.flags;
      return { ...now, flags };
    },
  };
  return { decide, evolve };
};
