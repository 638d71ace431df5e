import { chinaCalendar } from '@sunlit/calendar';
import { unregistered, type CaseState } from '../case/case.state.js';
import type { CaseworkFact } from '../case/casework.events.js';
import { setDeadline } from '../clock/deadline.slice.js';
import { rulesOf, type Rules } from '../case/rules.js';
import { testOffice } from './office.js';

type FactOf<T extends CaseworkFact['type']> = Extract<CaseworkFact, { type: T }>;

/** A box that nothing opens: what deciders see of a person. */
export const closedBox = <S extends string>(shape: S, key: string) =>
  ({ key, alg: 'A256GCM', shape, box: 'AAAA' }) as { key: string; alg: 'A256GCM'; shape: S; box: string };

export const testRules = (service: 'complaints' | 'consultations'): Rules =>
  rulesOf(testOffice, chinaCalendar, service);

/** A case that came in, of that kind. */
export const registeredFact = (
  kind: string,
  more: Partial<FactOf<'CaseRegistered'>['data']> = {},
): FactOf<'CaseRegistered'> => ({
  type: 'CaseRegistered',
  data: {
    number: 'XX-2021-000001',
    kind,
    category: 'bus.route',
    source: '12328',
    medium: 'phone',
    urgency: 'normal',
    callerType: 'person',
    summary: '反映9路公交车未按站停靠',
    contactable: true,
    history: false,
    caller: closedBox('caller.v1', 'k1'),
    ...more,
  },
});

/** The data of a registration as a decider gets it. */
export const registration = (kind: string, more: object = {}) => {
  const { data } = registeredFact(kind);
  return { ...data, accept: true, ...more };
};

/** The due date of a case of that kind that came in at the instant. */
export const dueSince = (rules: Rules, kind: string, at: string): FactOf<'DeadlineSet'> => {
  const clockFrom = { at, precision: 'second' } as const;
  const details = { ...registeredFact(kind).data } as unknown as CaseState['details'];
  return setDeadline(rules, { ...unregistered, details, clockFrom }, 'accepted')[0] as FactOf<'DeadlineSet'>;
};
