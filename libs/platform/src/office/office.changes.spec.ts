import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseOffice } from './load-office.js';
import { changesBetween } from './office.changes.js';
import { officeContent } from './office.queries.js';

const FILE = fileURLToPath(new URL('../../office.yaml', import.meta.url));
const text = readFileSync(FILE, 'utf8');
const shipped = parseOffice(text, 'office.yaml');
const changed = (from: string | RegExp, to: string | ((...parts: string[]) => string)) => {
  const next = text.replace(from, to as string);
  expect(next).not.toBe(text);
  return parseOffice(next, 'office.yaml');
};
const codes = (before: typeof shipped, after: typeof shipped) =>
  changesBetween(before, after).changes.map(({ what, list, code }) => `${what} ${list} ${code}`.trim());
const problem = (before: typeof shipped, after: typeof shipped) =>
  changesBetween(before, after)
    .problems.map(({ en }) => en)
    .join('\n');

describe('a changed profile', () => {
  it('may be the same again', () =>
    expect(changesBetween(JSON.parse(JSON.stringify(officeContent(shipped))), shipped)).toEqual({
      changes: [],
      problems: [],
    }));

  it('may add, rename and end', () => {
    const letter = '{ code: letter, name: { zh: 来信, en: letter } }';
    const after = changed(
      letter,
      '{ code: letter, name: { zh: 信件, en: letter }, until: 2026-12-31 }\n  - { code: fax, name: { zh: 传真, en: fax } }',
    );
    expect(codes(shipped, after)).toEqual(['ended media letter', 'added media fax']);
    expect(problem(shipped, after)).toBe('');
    expect(codes(shipped, changed('zh: 财务审计科', 'zh: 财务科'))).toEqual(['renamed units finance']);
    expect(codes(shipped, changed('maxDaysBack: 30', 'maxDaysBack: 60'))).toEqual(['changed occurredAt']);
  });

  it('may not lose a code', () =>
    expect(problem(shipped, changed(/\n.*code: app,.*\n/, '\n'))).toMatch(/media: 'app' is gone.*until/));

  it('may not bring back a code that ended', () => {
    const ended = changed(
      '{ code: app, name: { zh: 手机应用, en: mobile app } }',
      '{ code: app, name: { zh: 手机应用, en: mobile app }, until: 2022-01-01 }',
    );
    expect(problem(ended, shipped)).toMatch(/'app' ended on 2022-01-01/);
    const other = changed(
      '{ code: app, name: { zh: 手机应用, en: mobile app } }',
      '{ code: app, name: { zh: 短信, en: SMS }, until: 2022-01-01 }',
    );
    expect(problem(ended, other)).toMatch(/'app' ended on 2022-01-01/);
  });

  it('may not make an old code mean something else', () => {
    expect(
      problem(
        shipped,
        changed('reportClass: inquiry, service: consultations }', 'reportClass: suggestion, service: consultations }'),
      ),
    ).toMatch(/the reportClass of 'consultation' changed/);
    expect(problem(shipped, changed('code: legal, parent: bureau', 'code: legal, parent: general-office'))).toMatch(
      /the parent of 'legal'/,
    );
  });

  it('may end a unit and name its successor', () => {
    const unit =
      '{ code: finance, parent: bureau, name: { zh: 财务审计科, en: Finance and Audit Section }, from: 2004-01-01 }';
    const after = changed(
      unit,
      '{ code: finance, parent: bureau, name: { zh: 财务审计科, en: Finance and Audit Section }, from: 2004-01-01, until: 2026-12-31, successor: money }\n  - { code: money, parent: bureau, name: { zh: 财务科, en: Finance Section }, from: 2027-01-01 }',
    );
    expect(problem(shipped, after)).toBe('');
    expect(codes(shipped, after)).toEqual(['ended units finance', 'added units money']);
  });

  it('may not change what a version of a deadline says, but may add a version', () => {
    expect(problem(shipped, changed('workingDays: 13', 'workingDays: 10'))).toMatch(
      /'grievance.normal@1' says changed/,
    );
    const next = changed(
      /( {2}- id: grievance\.normal\n[^]*?)(\n\n#)/,
      (_, rule = '', rest = '') =>
        `${rule}\n    until: 2026-12-31\n${rule.replace('version: 1', 'version: 2').replace('workingDays: 13', 'workingDays: 10')}\n    from: 2027-01-01${rest}`,
    );
    expect(problem(shipped, next)).toBe('');
    expect(codes(shipped, next)).toEqual(['ended deadlines grievance.normal@1', 'added deadlines grievance.normal@2']);
  });
});
