import { Refused } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  mustBe,
  mustBeHere,
  unregistered,
  without,
  type CaseCommand,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';
import { ending, sharing } from './sharing.js';
import { followsFromTaking, takenOver } from './sharing.slice.js';

/** The secrecy a case has from its registration: as where it came from, or asked for, or that of its kind unless the person waives it. */
export const secrecyAtRegistration = (rules: Rules, { data }: CaseCommand<'RegisterCase'>): readonly CaseworkFact[] => {
  const before =
    data.shared && data.origin ? takenOver(unregistered, { from: data.origin.stream, ...data.shared }) : [];
  // Secret there, it is so here by the same fact, so that whoever lifts that one lifts both.
  if (before.some(({ type }) => type === 'SecrecyGiven')) return before;
  return [...before, ...ownSecrecy(rules, data)];
};

const ownSecrecy = (rules: Rules, data: CaseCommand<'RegisterCase'>['data']): readonly CaseworkFact[] => {
  if (data.secrecy === false) return [];
  const ofKind = secrecyOfKind(rules, data.kind);
  return data.secrecy && ofKind.length === 0 ? [{ type: 'SecrecyGiven', data: { because: 'asked' } }] : ofKind;
};

/** The secrecy that comes with a kind, such as 举报. */
export const secrecyOfKind = (rules: Rules, kind: string): CaseworkFact[] =>
  rules.isSecret(kind) ? [{ type: 'SecrecyGiven', data: { because: 'kind' } }] : [];

/**
 * A person whose identity units and exports do not learn: they read a text written for them, and the identity opens to the roles the profile
 * names alone, each opening with its reason a fact of the case.
 */
export const secrecy = (rules: Rules) => {
  const decide: DecideRows<'GiveSecrecy' | 'LiftSecrecy' | 'WriteTextForUnits' | 'OpenIdentity'> = {
    GiveSecrecy: ({ meta }, now) => {
      mustBeHere(now);
      rules.checkTime(meta, now, now.came);
      return now.secret ? [] : [{ type: 'SecrecyGiven', data: { because: 'asked' } }];
    },
    LiftSecrecy: ({ data, meta }, now) => {
      mustBeHere(now);
      if (!now.secret) throw new Refused('NotSecret');
      rules.checkTime(meta, now, now.came);
      return [{ type: 'SecrecyLifted', data }];
    },
    WriteTextForUnits: ({ data, meta }, now) => {
      mustBeHere(now);
      if (!now.secret) throw new Refused('NotSecret');
      rules.checkTime(meta, now, now.came);
      return [{ type: 'TextForUnitsWritten', data }];
    },
    OpenIdentity: ({ data, meta }, now) => {
      mustBe(now);
      if (!now.secret && !now.restricted) throw new Refused('NotSecret');
      const may = now.restricted ? meta.by.role === 'administrator' : rules.mayOpenIdentity(meta.by);
      if (!may) throw new Refused('NotAllowed');
      return [{ type: 'IdentityOpened', data }];
    },
  };

  const evolve: EvolveRows<'SecrecyGiven' | 'SecrecyLifted' | 'TextForUnitsWritten' | 'IdentityOpened'> = {
    SecrecyGiven: (now, event) => {
      if (followsFromTaking(now, event)) return now;
      return sharing(now, ending(now, 'secrecies', { secrecies: { [event.id]: event.data.because } }));
    },
    SecrecyLifted: (now, event) => {
      const then = followsFromTaking(now, event) ? now : sharing(now, ending(now, 'secrecies'));
      return without(then, 'textForUnits');
    },
    TextForUnitsWritten: (now) => ({ ...now, textForUnits: true }),
    IdentityOpened: (now) => now,
  };
  return { decide, evolve };
};
