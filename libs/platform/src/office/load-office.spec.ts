import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadOffice, parseOffice } from './load-office.js';
import { OfficeError } from './office.error.js';

const FILE = fileURLToPath(new URL('../../office.yaml', import.meta.url));
const shipped = readFileSync(FILE, 'utf8');

/** The shipped profile with one thing written otherwise, and the line that is on. */
const altered = (from: string | RegExp, to: string): { text: string; line: number } => {
  const at = shipped.search(from instanceof RegExp ? from : from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  expect(at).toBeGreaterThan(-1);
  return { text: shipped.replace(from, to), line: shipped.slice(0, at).split('\n').length };
};

const errorOf = (text: string): OfficeError => {
  try {
    parseOffice(text, 'office.yaml');
  } catch (error) {
    if (error instanceof OfficeError) return error;
    throw error;
  }
  throw new Error('The profile was accepted.');
};

describe('a profile with a mistake', () => {
  it.each<[string, string | RegExp, string, string, string]>([
    ['a misspelt field', 'timeZone:', 'timezone:', 'office.timezone', 'did you mean timeZone?'],
    [
      'a field of another place',
      'platform: true }',
      'platform: true, colour: red }',
      'sources[1].colour',
      'there is no field',
    ],
    ['a bad time zone', 'Asia/Shanghai', 'Asia/Xuchang', 'office.timeZone', 'not a time zone'],
    ['an impossible day', 'from: 2019-05-15', 'from: 2019-02-30', 'units[2].from', 'not a day that exists'],
    ['a code without quotes', "code: '12328'", 'code: 12328', 'sources[0].code', 'put digits in quotes'],
    ['a bad code', 'code: window', 'code: Window 1', 'sources[3].code', 'lower-case letters'],
    [
      'a misspelt choice',
      'service: complaints }',
      'service: complaint }',
      'kinds[3].service',
      'did you mean complaints?',
    ],
    ['a number as text', 'workingDays: 13', 'workingDays: thirteen', 'deadlines[2].workingDays', 'a whole number'],
    ['a negative number', 'workingDays: 13', 'workingDays: -1', 'deadlines[2].workingDays', 'not be less than 0'],
    [
      'an unknown role',
      'statedBy: [operator',
      'statedBy: [operater',
      'occurredAt.statedBy[0]',
      'did you mean operator?',
    ],
    ['a bad time', "from: '08:30'", "from: '8.30'", 'office.hours[0].from', 'not a time of day'],
    ['hours that overlap', "from: '14:30'", "from: '11:30'", 'office.hours', 'none overlapping'],
    ['an empty text', 'zh: 微信, en: WeChat', "zh: '', en: WeChat", 'media[3].name.zh', '1 to 500 characters'],
    ['a comma without quotes', 'en: in person', 'en: in person, here', 'media[1].name.here', 'there is no field'],
    ['an empty list', 'kinds: [suggestion, complaint, report]', 'kinds: []', 'deadlines[2].kinds', 'at least 1'],
    ['a code used twice', 'code: web,', 'code: phone,', 'media[2].code', "'phone' is used twice"],
    [
      'an unknown unit above',
      'parent: general-office',
      'parent: general-ofice',
      'units[2].parent',
      'did you mean general-office?',
    ],
    [
      'an unknown unit in charge',
      'unit: civic-window\n',
      'unit: window\n',
      'servicePoints[0].unit',
      "no code 'window'",
    ],
    [
      'an unknown successor',
      'successor: highway-centre',
      'successor: highways',
      'units[15].successor',
      "no code 'highways'",
    ],
    ['a cycle', 'code: bureau, ', 'code: bureau, parent: openness-office, ', 'units[0].parent', 'cycle'],
    ['a successor that overlaps', /until: 2021-12-31/, 'until: 2022-06-30', 'units[13].successor', 'overlaps'],
    ['a successor without an end', '    until: 2021-12-31\n', '', 'units[13].successor', 'needs until'],
    ['an end before the beginning', /until: 2021-12-31/, 'until: 2001-12-31', 'units[13].until', 'is before from'],
    [
      'a unit older than the one above',
      'code: bureau, name',
      'code: bureau, until: 2021-12-31, name',
      'units[1].parent',
      'on days when',
    ],
    [
      'an unknown kind',
      'kinds: [suggestion, complaint',
      'kinds: [sugestion, complaint',
      'deadlines[2].kinds[0]',
      'did you mean suggestion?',
    ],
    [
      'a kind without a deadline',
      'kinds: [suggestion, complaint, report]',
      'kinds: [complaint, report]',
      'kinds[2].code',
      'no deadline for urgency normal',
    ],
    [
      'two deadlines for one matter',
      'kinds: [suggestion, complaint, report]',
      'kinds: [suggestion, complaint, report, help]',
      'deadlines[2].kinds',
      'overlaps inquiry.normal@1',
    ],
    ['a rule named twice', 'id: inquiry.normal', 'id: urgent', 'deadlines[1].version', "'urgent@1' is used twice"],
    [
      'a warning before the start',
      'warnWorkingDaysBefore: 2',
      'warnWorkingDaysBefore: 14',
      'deadlines[2].warnWorkingDaysBefore',
      'more than the limit',
    ],
    ['a role left out', /\n.*code: analyst.*\n/, '\n', 'roles', "'analyst' is missing"],
    ['a rule without source', '  source: 本局规定，待确认\n', '', 'occurredAt.source', 'is missing'],
  ])('(%s) is told by file, line and field', (...[, from, to, field, words]) => {
    const { text, line } = altered(from, to);
    const error = errorOf(text);
    const problem = error.problems.find((each) => each.field === field);
    expect(error.message).toContain(`${field}: `);
    expect(problem?.text.en).toContain(words);
    expect(problem?.text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(error.message).toContain(`office.yaml:${problem?.line}: ${field}`);
    expect(Math.abs((problem?.line ?? 0) - line)).toBeLessThan(field === 'kinds[2].code' ? 400 : 14);
  });

  it('is told on the very line', () => {
    const { text, line } = altered('from: 2019-05-15', 'from: 2019-02-30');
    expect(errorOf(text).problems).toMatchObject([{ line, field: 'units[2].from' }]);
  });

  it('is told with everything else that is wrong', () => {
    const { text } = altered('timeZone:', 'timezone:');
    const error = errorOf(text.replace('workingDays: 13', 'workingDays: x'));
    expect(error.problems.map(({ field }) => field)).toEqual([
      'office.timeZone',
      'office.timezone',
      'deadlines[2].workingDays',
    ]);
  });

  it.each([
    ['an unclosed bracket', 'office: [1, 2\nunits: 3\n', /office\.yaml:2: not valid YAML/],
    ['a key twice', 'office: 1\nunits: 2\noffice: 3\n', /office\.yaml:3: not valid YAML: Map keys must be unique/],
    ['a tab', 'office:\n\tname: x\n', /office\.yaml:2: not valid YAML/],
    ['no map', '- 1\n', /a group of fields/],
    ['nothing', '', /a group of fields/],
  ])('(%s) in its YAML is told by line', (_, text, message) => expect(errorOf(text).message).toMatch(message));

  it('is told, not followed, where aliases would make it endless', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from('bcdefgh', (c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]}, `.repeat(20)}x]`),
    ].join('\n');
    expect(() => parseOffice(bomb, 'office.yaml')).toThrow(OfficeError);
  });

  it('is always told as such, whatever was cut or put in', () =>
    fc.assert(
      fc.property(fc.nat(shipped.length), fc.nat(60), fc.string({ maxLength: 8 }), (at, length, put) => {
        const text = shipped.slice(0, at) + put + shipped.slice(at + length);
        try {
          parseOffice(text, 'office.yaml');
        } catch (error) {
          expect(error).toBeInstanceOf(OfficeError);
          for (const { line } of (error as OfficeError).problems)
            expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
      }),
      { numRuns: 30 },
    ));
});

describe('a profile file', () => {
  it('that is not there is told by name', () =>
    expect(() => loadOffice('/nowhere/office.yaml')).toThrow('/nowhere/office.yaml: there is no such file'));

  it('that is a folder is told by name', () => expect(() => loadOffice('/')).toThrow('it is a folder'));

  it('may begin with a byte order mark', () =>
    expect(parseOffice(`\uFEFF${shipped}`, 'x').units.length).toBeGreaterThan(10));

  it('may have Windows line ends', () =>
    expect(parseOffice(shipped.replaceAll('\n', '\r\n'), 'x')).toStrictEqual(parseOffice(shipped, 'x')));
});
