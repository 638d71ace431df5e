import { readFileSync } from 'node:fs';
import { parseOffice } from './load-office.js';
import { SHIPPED_OFFICE } from './office-of.js';
import { ruleFor, ruleForMatter } from './office.queries.js';

const shipped = readFileSync(SHIPPED_OFFICE, 'utf8');

const RULE = `
  - id: tried
    version: 1
    name: { zh: 试行, en: Tried }
    kinds: [complaint]
    urgency: normal
    sources: ['12345']
    workingHours: 24
    countsFrom: dispatch
    warnWorkingDaysBefore: 1
    superviseAfterWorkingDays: 5
    source: 待本局确认
`;
const SUMMER = `
    - { from: '15:00', to: '18:30', season: { from: '05-01', until: '09-30' } }`;

const withRule = (rule: string): string => shipped.replace('\ndeadlines:\n', `\ndeadlines:${rule}`);
const withHours = (hours: string): string =>
  shipped.replace("    - { from: '14:30', to: '18:00' }", `    - { from: '14:30', to: '18:00' }${hours}`);
const wrong = (text: string): string => {
  try {
    parseOffice(text, 'office.yaml');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a deadline rule', () => {
  it('that names a source goes before one that names none, for that source alone', () => {
    const office = parseOffice(withRule(RULE), 'office.yaml');
    const of = (source: string) =>
      ruleForMatter(office, { kind: 'complaint', urgency: 'normal', source }, '2021-04-12')?.id;
    expect([of('12345'), of('12328'), ruleFor(office, 'complaint', 'normal')?.id]).toEqual([
      'tried',
      'grievance.normal',
      'grievance.normal',
    ]);
  });

  it.each([
    ['workingHours: 24', 'workingDays: 3\n    calendarDays: 5'],
    ['workingHours: 24', 'sameDay: { afterClosing: that-day }\n    workingHours: 5'],
    ['    workingHours: 24\n', ''],
  ])('has exactly one limit: %j → %j is refused', (was, is) =>
    expect(wrong(withRule(RULE.replace(was, is)))).toContain('exactly one of workingDays, workingHours'),
  );

  it.each([
    ["sources: ['12345']", "sources: ['12346']", 'did you mean 12345?'],
    ['countsFrom: dispatch', 'countsFrom: dispatched', 'did you mean dispatch?'],
    ['workingHours: 24', 'workingHours: 0', 'not be less than 1'],
    ['workingHours: 24', 'sameDay: { afterClosing: tomorrow }', 'next-working-day, that-day'],
  ])('with %j turned into %j is refused', (was, is, said) =>
    expect(wrong(withRule(RULE.replace(was, is)))).toContain(said),
  );

  it('is no second one for the same source', () =>
    expect(wrong(withRule(RULE + RULE.replace('id: tried', 'id: tried.again').slice(1)))).toContain(
      'overlaps tried@1',
    ));

  it('for one source alone leaves the others without one', () =>
    expect(
      wrong(
        shipped.replace(
          '    kinds: [suggestion, complaint, report]',
          "    kinds: [suggestion, complaint, report]\n    sources: ['12345']",
        ),
      ),
    ).toContain("the kind 'suggestion' has no deadline for urgency normal"));
});

describe('office hours by season', () => {
  it('stand beside those of the rest of the year', () =>
    expect(parseOffice(withHours(SUMMER), 'office.yaml').office.hours.at(-1)).toEqual({
      ...{ from: '15:00', to: '18:30' },
      season: { from: '05-01', until: '09-30' },
    }));

  it.each([
    [SUMMER.replace('05-01', '05-32'), 'not a day of the year'],
    [SUMMER.replace('18:30', '14:30'), 'none overlapping'],
    [
      `${SUMMER}${SUMMER.replace('05-01', '09-01').replace('09-30', '12-31')}`,
      'shares days with the season 05-01–09-30',
    ],
  ])('%j is refused', (hours, said) => expect(wrong(withHours(hours))).toContain(said));

  it('are not all there is', () =>
    expect(
      wrong(
        shipped
          .replace(
            "{ from: '08:30', to: '12:00' }",
            "{ from: '08:30', to: '12:00', season: { from: '05-01', until: '09-30' } }",
          )
          .replace("    - { from: '14:30', to: '18:00' }\n", ''),
      ),
    ).toContain('rest of the year'));
});
