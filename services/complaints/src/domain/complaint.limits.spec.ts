import { chinaCalendar } from '@sunlit/calendar';
import { rulesOf } from '@sunlit/casework';
import { registeredFact, registration, testOffice } from '@sunlit/casework/testing';
import { specification } from '@sunlit/kernel/testing';
import type { Office, OfficeDeadline } from '@sunlit/platform';
import { complaint } from './complaint.decider.js';
import type { ComplaintFact } from './complaint.events.js';
import { CAME, accepted, as, assigned, command, on } from './complaint.scenes.js';

const [, , , urgent] = testOffice.deadlines as readonly [unknown, unknown, unknown, OfficeDeadline];
const { workingDays: _, ...plain } = { ...urgent, warnWorkingDaysBefore: 0 };

/** An office whose complaints have this limit, with a midday break and other hours from May on. */
const under = (limit: Partial<OfficeDeadline>, hours?: Office['office']['hours']) => {
  const rule: OfficeDeadline = { ...plain, id: 'tried', urgency: 'normal', ...limit };
  const kept = testOffice.deadlines.filter(({ urgency }) => urgency === 'urgent');
  const office: Office = {
    ...testOffice,
    office: { ...testOffice.office, ...(hours && { hours }) },
    deadlines: [rule, ...kept],
  };
  return specification(complaint(rulesOf(office, chinaCalendar, 'complaints')));
};

const acceptedAs = (limit: Partial<OfficeDeadline>, at = CAME) =>
  under(limit)().when(command('RegisterCase', registration('complaint'), on(at)));
const dueSet = (due: object): object => ({ type: 'DeadlineSet', data: { because: 'accepted', due } });

describe('the limit of a complaint', () => {
  it('in office hours runs from the moment it came in', () =>
    acceptedAs({ workingHours: 4 }, '2021-04-12T08:00:00.000Z').thenMatching(
      { type: 'CaseRegistered' },
      { type: 'CaseAccepted' },
      dueSet({ on: '2021-04-13', at: '2021-04-13T02:30:00.000Z', limit: { unit: 'working-hours', count: 4 } }),
    ));

  it('in calendar days ends on a working day', () =>
    acceptedAs({ calendarDays: 19 }).thenMatching(
      { type: 'CaseRegistered' },
      { type: 'CaseAccepted' },
      dueSet({ on: '2021-05-06', start: '2021-04-12' }),
    ));

  it('of the same day is the close of the next working day for what comes after closing', () =>
    acceptedAs({ sameDay: { afterClosing: 'next-working-day' } }, '2021-04-16T11:00:00.000Z').thenMatching(
      { type: 'CaseRegistered' },
      { type: 'CaseAccepted' },
      dueSet({ on: '2021-04-19', at: '2021-04-19T10:00:00.000Z' }),
    ));
});

describe('a rule that names sources', () => {
  const rules = specification(complaint(rulesOf(testOffice, chinaCalendar, 'complaints')));
  const line = registeredFact('complaint', { source: 'bureau-line' });

  it('goes before one that names none', () =>
    rules()
      .when(command('RegisterCase', registration('complaint', { source: 'bureau-line' }), on(CAME)))
      .thenMatching({ type: 'CaseRegistered' }, { type: 'CaseAccepted' }, dueSet({ policy: 'line.normal@1' })));

  it('sets the deadline anew when the source is put right', () =>
    rules(registeredFact('complaint'), accepted, {
      type: 'DeadlineSet',
      data: { due: dueOf('grievance.normal@1'), because: 'accepted' },
    })
      .when(command('CorrectDetails', { changes: { source: 'bureau-line' }, reason: '录入有误' }, as('reviewer')))
      .thenMatching(
        { type: 'DetailsCorrected' },
        { type: 'DeadlineSet', data: { because: 'corrected', due: { policy: 'line.normal@1' } } },
      ));

  it('from signing counts from receipt until the lead unit signs, then anew from that', () => {
    const set: ComplaintFact = { type: 'DeadlineSet', data: { due: dueOf('line.normal@1'), because: 'accepted' } };
    rules(line, accepted, set, assigned)
      .when(command('SignAssignment', {}, on('2021-04-14T02:00:00.000Z')))
      .thenMatching(
        { type: 'AssignmentSigned' },
        {
          type: 'DeadlineStarted',
          data: {
            because: 'signed',
            from: '2021-04-28',
            due: { countsFrom: 'signing', since: '2021-04-14T02:00:00.000Z', at: '2021-04-15T08:30:00.000Z' },
          },
        },
      );
  });
});

/** A due date of that rule, as far as deciding looks at it. */
const dueOf = (policy: string) => ({
  ...{ on: '2021-04-28', start: '2021-04-12', workingDays: 13, policy, calendar: 'cn-2026', provisional: false },
  ...{ warnOn: '2021-04-26', remindOn: '2021-04-29', steps: [] },
});
