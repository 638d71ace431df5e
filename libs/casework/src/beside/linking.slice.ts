import { Refused } from '@sunlit/kernel';
import { OPEN, moved, mustBe, mustBeSystem, without, type DecideRows, type EvolveRows } from '../case/case.state.js';
import { KEEPS, gone, held, heldAlready, isPhase, mustNotBeOver, over, releasing, some } from './holding.js';
import { usedBy } from '../handling/reply.slice.js';
import type { Rules } from '../case/rules.js';

/**
 * Other persons' cases about one matter, handled once under a leading case: recorded there first, and let go last, as duplicates are. One
 * that follows keeps its status and clock; the leading case's approved reply becomes its own, to be delivered to its person.
 */
export const linking = (rules: Rules) => {
  const decide: DecideRows<
    | 'HoldFollower'
    | 'ReleaseFollower'
    | 'LinkCase'
    | 'UnlinkCase'
    | 'NoteLinkRefused'
    | 'NoteFollowerGone'
    | 'TakeOverReply'
    | 'NoteReplyNotTaken'
  > = {
    HoldFollower: ({ data: { follower }, meta }, now) => {
      if (now.status === 'joined') throw new Refused('Joined');
      mustBe(now, ...KEEPS);
      if (now.linked) throw new Refused('Linked');
      if (heldAlready(now, now.followers, follower)) return [];
      rules.checkTime(meta, now, now.came);
      return [{ type: 'FollowerHeld', data: { follower } }];
    },
    ReleaseFollower: ({ data, meta }, now) => {
      mustBe(now);
      const found = now.followers[data.follower];
      if (!found) throw new Refused('NotHeld');
      if (found.releasing) return [];
      rules.checkTime(meta, now, now.came);
      return [{ type: 'FollowerReleased', data: { ...data, hold: found.hold } }];
    },
    LinkCase: ({ data, meta }, now) => {
      mustBeSystem(meta);
      mustNotBeOver(now, data.hold);
      if (now.linked?.hold === data.hold) return [];
      if (now.linked) throw new Refused('Linked');
      if (some(now.followers)) throw new Refused('HoldsOthers');
      mustBe(now, ...OPEN);
      return [{ type: 'CaseLinked', data }];
    },
    UnlinkCase: ({ data, meta }, now) => {
      mustBeSystem(meta);
      if (now.status === 'unregistered') throw new Refused('NotRegistered');
      if (now.endedHolds.includes(data.hold)) return [];
      if (now.linked?.hold === data.hold) return [{ type: 'CaseUnlinked', data }];
      return [{ type: 'HoldCalledOff', data: { ...data, what: 'link' } }];
    },
    NoteLinkRefused: ({ data, meta }, now) => {
      mustBeSystem(meta);
      const holds = isPhase(now.followers, data.follower, data.hold, false);
      return holds ? [{ type: 'FollowerReleased', data }] : [];
    },
    NoteFollowerGone: ({ data, meta }, now) => {
      mustBeSystem(meta);
      return isPhase(now.followers, data.follower, data.hold, true) ? [{ type: 'FollowerGone', data }] : [];
    },
    TakeOverReply: ({ data: { from, text, used }, meta }, now) => {
      mustBeSystem(meta);
      if (now.linked?.under !== from) throw new Refused('NotLinked');
      if (now.status === 'approved' && now.reply === text) return [];
      mustBe(now, ...OPEN);
      return [{ type: 'ReplyTakenOver', data: { round: now.round, text, from } }, ...usedBy(used ?? {})];
    },
    NoteReplyNotTaken: ({ data, meta }, now) => {
      mustBeSystem(meta);
      mustBe(now);
      return [{ type: 'ReplyNotTaken', data }];
    },
  };

  const evolve: EvolveRows<
    | 'FollowerHeld'
    | 'FollowerReleased'
    | 'FollowerGone'
    | 'CaseLinked'
    | 'CaseUnlinked'
    | 'ReplyTakenOver'
    | 'ReplyNotTaken'
  > = {
    FollowerHeld: (now, { id, data }) => ({ ...now, followers: held(now.followers, data.follower, id) }),
    FollowerReleased: (now, { data }) => ({ ...now, followers: releasing(now.followers, data.follower) }),
    FollowerGone: (now, { data }) => ({ ...now, followers: gone(now.followers, data.follower) }),
    CaseLinked: (now, { data }) => ({ ...now, linked: data }),
    CaseUnlinked: (now, { data }) => over(without(now, 'linked'), data.hold),
    ReplyTakenOver: (now, event) => ({ ...moved(now, event, 'approved'), reply: event.data.text }),
    ReplyNotTaken: (now) => now,
  };
  return { decide, evolve };
};
