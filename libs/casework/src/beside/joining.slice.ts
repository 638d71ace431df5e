import { Refused } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  defined,
  moved,
  mustBe,
  mustBeHere,
  mustBeSystem,
  mustHoldNone,
  without,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import { KEEPS, gone, held, heldAlready, isPhase, mustNotBeOver, over, releasing, some } from './holding.js';
import type { Rules } from '../case/rules.js';
import { statedApart } from '../person/sharing.slice.js';

/** The person withdraws: whoever followed this case is another person and goes on alone. */
export const withdrawn = (now: CaseState, reason: string): CaseworkFact[] => [
  { type: 'CaseWithdrawn', data: { reason } },
  ...Object.entries(now.followers)
    .filter(([, one]) => !one.releasing)
    .map(([follower, { hold }]) => ({
      type: 'FollowerReleased' as const,
      data: { follower, hold, reason: '牵头事项已撤回' },
    })),
];

/**
 * One matter told twice by the same person: the other case is joined into this one, and has its answer. No timing of two joins makes a
 * circle: the kept case records the duplicate first and holds it until that one has said that it is free; a case that holds one is never
 * joined, a joined one holds none. Each hold is carried out once and ended once, whatever comes late or comes again.
 */
export const joining = (rules: Rules) => {
  const decide: DecideRows<
    | 'HoldDuplicate'
    | 'ReleaseDuplicate'
    | 'JoinCase'
    | 'UnjoinCase'
    | 'NoteJoinRefused'
    | 'NoteDuplicateGone'
    | 'DeclineAsAnswered'
  > = {
    HoldDuplicate: ({ data: { duplicate }, meta }, now) => {
      if (now.status === 'joined') throw new Refused('Joined');
      mustBe(now, ...KEEPS);
      if (heldAlready(now, now.duplicates, duplicate)) return [];
      rules.checkTime(meta, now, now.came);
      return [{ type: 'DuplicateHeld', data: { duplicate } }];
    },
    ReleaseDuplicate: ({ data, meta }, now) => {
      mustBe(now);
      const found = now.duplicates[data.duplicate];
      if (!found) throw new Refused('NotHeld');
      if (found.releasing) return [];
      rules.checkTime(meta, now, now.came);
      const released: CaseworkFact = { type: 'DuplicateReleased', data: { ...data, hold: found.hold } };
      return [released, ...statedApart(now, data.duplicate)];
    },
    JoinCase: ({ data, meta }, now) => {
      mustBeSystem(meta);
      mustNotBeOver(now, data.hold);
      if (now.joined?.hold === data.hold) return [];
      if (now.joined) throw new Refused('Joined');
      if (now.linked) throw new Refused('Linked');
      if (some(now.duplicates) || some(now.followers)) throw new Refused('HoldsOthers');
      mustBe(now, ...OPEN);
      return [{ type: 'CaseJoined', data }];
    },
    UnjoinCase: ({ data, meta }, now) => {
      mustBeSystem(meta);
      if (now.status === 'unregistered') throw new Refused('NotRegistered');
      if (now.endedHolds.includes(data.hold)) return [];
      if (now.joined?.hold === data.hold) return [{ type: 'CaseUnjoined', data }, ...statedApart(now, data.from)];
      return [{ type: 'HoldCalledOff', data: { ...data, what: 'join' } }];
    },
    NoteJoinRefused: ({ data, meta }, now) => {
      mustBeSystem(meta);
      const holds = isPhase(now.duplicates, data.duplicate, data.hold, false);
      return holds ? [{ type: 'DuplicateReleased', data }] : [];
    },
    NoteDuplicateGone: ({ data, meta }, now) => {
      mustBeSystem(meta);
      return isPhase(now.duplicates, data.duplicate, data.hold, true) ? [{ type: 'DuplicateGone', data }] : [];
    },
    DeclineAsAnswered: ({ data, meta }, now) => {
      if (now.status === 'declined') return [];
      mustBeHere(now);
      mustBe(now, 'registered', 'accepted', 'returned');
      if (data.answered === now.stream) throw new Refused('SameCase');
      mustHoldNone(now);
      rules.checkTime(meta, now);
      const { secret, ...told } = data;
      const declined: CaseworkFact = { type: 'CaseDeclinedAsAnswered', data: defined(told) as never };
      // Who comes about a secret matter again is likely its reporter: this one would give them away.
      return secret && !now.secret ? [declined, { type: 'SecrecyGiven', data: { because: 'asked' } }] : [declined];
    },
  };

  const evolve: EvolveRows<
    | 'DuplicateHeld'
    | 'DuplicateReleased'
    | 'DuplicateGone'
    | 'CaseJoined'
    | 'CaseUnjoined'
    | 'HoldCalledOff'
    | 'CaseDeclinedAsAnswered'
  > = {
    DuplicateHeld: (now, { id, data }) => ({ ...now, duplicates: held(now.duplicates, data.duplicate, id) }),
    DuplicateReleased: (now, { data }) => ({ ...now, duplicates: releasing(now.duplicates, data.duplicate) }),
    DuplicateGone: (now, { data }) => ({ ...now, duplicates: gone(now.duplicates, data.duplicate) }),
    CaseJoined: (now, { data }) => {
      const before = now.status === 'unregistered' ? 'registered' : now.status;
      return { ...now, status: 'joined', joined: { ...data, before } };
    },
    // What it answered before and when its clock began are as they were: it is due as if it had never been joined.
    CaseUnjoined: (now, { data }) =>
      over({ ...without(now, 'joined'), status: now.joined?.before ?? now.status }, data.hold),
    HoldCalledOff: (now, { data }) => over(now, data.hold),
    CaseDeclinedAsAnswered: (now, event) => moved(now, event, 'declined'),
  };
  return { decide, evolve };
};
