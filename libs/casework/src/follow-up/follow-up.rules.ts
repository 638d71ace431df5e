import { createHash } from 'node:crypto';
import {
  dissatisfactionReason,
  followUpRuleFor,
  inForce,
  setAsideGround,
  type CaseService,
  type Office,
} from '@sunlit/platform';
import type { Day } from '@sunlit/calendar';
import { Refused } from '@sunlit/kernel';

/** What a draw came to: by which rule (`all`, `none`, `share-30`), and whether the round is followed up. */
export interface Drawn {
  readonly rule: string;
  readonly selected: boolean;
}

const SPAN = 10_000;

/**
 * The number from 0 to 9999 that a round of a case draws: the first 32 bits of the SHA-256 of `<uuid of the case>.<round>`, modulo 10,000.
 * It follows from the case's id alone, so that anybody can draw it again, and nobody who handles the case has a say in it.
 */
export const drawOf = (stream: string, round: number): number => {
  const uuid = stream.slice(stream.indexOf('-') + 1);
  const digest = createHash('sha256').update(`${uuid}.${round}`).digest();
  return digest.readUInt32BE(0) % SPAN;
};

/** What a call came to that another one would not change. */
export const CONCLUDES: readonly string[] = ['reached', 'wrong-number', 'refused'];

/** What the profile says of calling back. */
export const followUpRules = (office: Office, service: CaseService) => ({
  /**
   * Whether a round of which nobody said so is followed up: a complaint is, as in an office that calls everybody; the person of a consultation
   * is called where a rule, or somebody by hand, selected it.
   */
  callsEverybody: service === 'complaints',
  /** Whether the round of a matter of this kind is followed up, by the profile's rule; null where it has none. */
  drawn: (stream: string, kind: string, round: number): Drawn | null => {
    const rule = followUpRuleFor(office, kind);
    if (!rule) return null;
    if (rule.select !== 'share') return { rule: rule.select, selected: rule.select === 'all' };
    const percent = rule.percent ?? 0;
    return { rule: `share-${percent}`, selected: drawOf(stream, round) < Math.round(percent * (SPAN / 100)) };
  },
  /** On how many days somebody who is not reached is called before it is let be. */
  attemptsNeeded: (kind: string): number => followUpRuleFor(office, kind)?.attempts ?? 1,
  /** How many days lie from one call to the next at least: no two are of one day. */
  daysBetweenAttempts: (kind: string): number => followUpRuleFor(office, kind)?.daysBetween ?? 1,
  /** Refuses a reason for not being satisfied that the office does not have. */
  checkReason: (code: string, on: Day): void => {
    const found = dissatisfactionReason(office, code);
    if (!found || !inForce(found, on)) throw new Refused('UnknownCode', { field: 'reason', code });
  },
  /** Refuses a ground for setting a rating aside that the office does not have. */
  checkSetAsideGround: (code: string, on: Day): void => {
    const found = setAsideGround(office, code);
    if (!found || !inForce(found, on)) throw new Refused('UnknownCode', { field: 'ground', code });
  },
});
