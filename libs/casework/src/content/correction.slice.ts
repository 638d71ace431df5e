import { PARTS, type Part } from '@sunlit/contracts';
import { Refused, canonicalJson, type CommandMeta, type Json, type Moment } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  defined,
  mustBeHere,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import { setDeadline } from '../clock/deadline.slice.js';
import { mustNotBeRestricted, restrictedInstead } from '../person/restriction.slice.js';
import { sharing } from '../person/sharing.js';
import { erasedNow } from '../person/sharing.slice.js';
import { namedAfter } from './naming.slice.js';
import type { Rules } from '../case/rules.js';
import { secrecyOfKind } from '../person/secrecy.slice.js';

type Changes = Extract<CaseworkFact, { type: 'DetailsCorrected' }>['data']['changes'];

/** Only what is different from what is known. */
const realChanges = (given: CaseCommand<'CorrectDetails'>['data']['changes'], now: CaseState): Changes => {
  const known: Readonly<Record<string, Json | undefined>> = { ...now.details, cameAt: now.came.at } as never;
  const changed = Object.entries(given).filter(
    ([name, value]) => value !== undefined && canonicalJson(value as Json) !== canonicalJson(known[name] ?? null),
  );
  return Object.fromEntries(changed) as Changes;
};

const applied = (now: CaseState, { cameAt, ...details }: Changes): CaseState => {
  const corrected: CaseState = { ...now, details: { ...now.details, ...defined(details) } as CaseState['details'] };
  if (cameAt === undefined) return corrected;
  const came = { at: cameAt, precision: 'minute' } as const;
  const moves = (moment: Moment | undefined): boolean => moment?.at === now.came.at;
  return {
    ...corrected,
    came,
    // What was recorded in the append of the registration moves with it.
    ...(moves(now.since) && { since: came }),
    ...(moves(now.accepted) && { accepted: came }),
    clockFrom: now.round === 1 ? came : now.clockFrom,
  };
};

const CLOCK: readonly (keyof Changes)[] = ['kind', 'urgency', 'source', 'cameAt'];

/** Details put right, a person's fields replaced, personal data erased. */
export const correction = (rules: Rules) => {
  /** Whoever puts right when a case came states a time: by the same policy as at its registration. */
  const checkCame = (cameAt: string, meta: CommandMeta, now: CaseState): void => {
    if (cameAt > meta.recordedAt) throw new Refused('InTheFuture', { at: cameAt });
    const came = { at: cameAt, precision: 'minute' } as const;
    const next = [now.accepted, now.since].find((moment) => moment !== undefined && moment.at !== now.came.at);
    if (next) rules.notBefore(next, came);
    rules.checkLimit({ ...meta, at: cameAt, recordedAt: now.registeredAt, occurredAt: came }, !now.history);
  };

  const checkCodes = (changes: Changes, on: string): void => {
    if (changes.kind !== undefined) rules.checkKind(changes.kind, on);
    for (const field of ['category', 'source', 'medium', 'servicePoint'] as const)
      if (changes[field] !== undefined) rules.check(field, changes[field], on);
  };

  /** What else changes with them: what the case names, its secrecy, its deadline. */
  const followingFrom = (changes: Changes, now: CaseState): CaseworkFact[] => {
    const then = applied(now, changes);
    const moves = now.due && CLOCK.some((name) => changes[name] !== undefined);
    const secrecy = changes.kind !== undefined && !now.secret ? secrecyOfKind(rules, changes.kind) : [];
    const named = namedAfter(rules, now, then, rules.day(changes.cameAt ?? now.came.at));
    return [...named, ...secrecy, ...(moves ? setDeadline(rules, then, 'corrected') : [])];
  };

  const decide: DecideRows<'CorrectDetails' | 'CorrectCaller' | 'ErasePersonalData'> = {
    CorrectDetails: ({ data, meta }, now) => {
      mustBeHere(now);
      rules.checkTime(meta, now, now.came);
      if (Object.keys(defined(data.changes)).length === 0) throw new Refused('NothingToCorrect');
      const changes = realChanges(data.changes, now);
      if (Object.keys(changes).length === 0) return [];
      if (changes.cameAt !== undefined) checkCame(changes.cameAt, meta, now);
      checkCodes(changes, rules.day(changes.cameAt ?? now.came.at));
      return [{ type: 'DetailsCorrected', data: { changes, reason: data.reason } }, ...followingFrom(changes, now)];
    },
    CorrectCaller: ({ data, meta }, now) => {
      mustBeHere(now);
      mustNotBeRestricted(now);
      rules.checkTime(meta, now, now.came);
      if (!data.caller && !data.statement && !data.subject) throw new Refused('NothingToCorrect');
      return [{ type: 'CallerCorrected', data: defined(data) as never }];
    },
    ErasePersonalData: ({ data, meta }, now) => {
      // Of a voided case too: what was entered by mistake is somebody's all the same.
      if (now.status === 'unregistered') throw new Refused('NotRegistered');
      rules.checkTime(meta, now, now.came);
      const asked: readonly Part[] = data.part === 'all' ? PARTS : [data.part];
      const parts = asked.filter((part) => !now.erased.includes(part));
      if (parts.length === 0) return [];
      return restrictedInstead(rules, now, meta, parts) ?? erasedNow(now, parts);
    },
  };

  const evolve: EvolveRows<'DetailsCorrected' | 'CallerCorrected' | 'PersonalDataErased'> = {
    DetailsCorrected: (now, { data }) => applied(now, data.changes),
    CallerCorrected: (now, { data }) => ({
      ...now,
      contactable: data.contactable ?? now.contactable,
      keys: data.subject && !now.keys.subject ? { ...now.keys, subject: data.subject.key } : now.keys,
    }),
    PersonalDataErased: (now, { data }) => sharing(now, now.shared, [...new Set([...now.erased, ...data.parts])]),
  };
  return { decide, evolve };
};
