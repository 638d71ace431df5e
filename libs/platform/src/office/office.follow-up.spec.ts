import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseOffice } from './load-office.js';
import { followUpRuleFor } from './office.follow-up.js';
import { attributesOf, categoryPath, categorySubtree, isClosed, listedObject } from './office.queries.js';

const shipped = readFileSync(fileURLToPath(new URL('../../office.yaml', import.meta.url)), 'utf8');
const FOLLOW_UP = /^followUp:\n( {2}.*\n)+/m;

const withRules = (rules: string) =>
  parseOffice(
    shipped.replace(FOLLOW_UP, `followUp: { rules: [${rules}], workingDaysAfter: 1, source: x }\n`),
    'office.yaml',
  );

describe('the rules of follow-up', () => {
  it('name every kind of the shipped profile: complaints are all called back, of the others none', () => {
    const office = parseOffice(shipped, 'office.yaml');
    const selected = office.kinds.filter(({ code }) => followUpRuleFor(office, code)!.select === 'all');
    expect(selected.map(({ service }) => service)).toEqual(['complaints', 'complaints']);
  });
  it('are none in an older profile, which loads as it did', () => {
    const older = shipped.replace(FOLLOW_UP, 'followUp: { workingDaysAfter: 1, source: x }\n');
    expect(followUpRuleFor(parseOffice(older, 'office.yaml'), 'complaint')).toBeNull();
  });
  it('are found by kind', () => {
    const office = withRules('{ kinds: [complaint], select: share, percent: 12.5, attempts: 3, source: x }');
    expect(followUpRuleFor(office, 'complaint')).toMatchObject({ percent: 12.5, attempts: 3 });
    expect(followUpRuleFor(office, 'report')).toBeNull();
  });
  it('are of any kind, of consultations as of complaints', () => {
    for (const select of ['all', 'none'])
      expect(followUpRuleFor(withRules(`{ kinds: [help], select: ${select}, source: x }`), 'help')!.select).toBe(
        select,
      );
  });
  it.each([
    ['an unknown kind', '{ kinds: [complain], select: all, source: x }', 'complain'],
    ['a share of nothing said', '{ kinds: [complaint], select: share, source: x }', 'percent'],
    ['a percentage that means nothing', '{ kinds: [complaint], select: all, percent: 3, source: x }', 'percent'],
    ['a share beyond all', '{ kinds: [complaint], select: share, percent: 120, source: x }', 'percent'],
    [
      'two rules for a kind',
      '{ kinds: [complaint], select: all, source: x }, { kinds: [complaint], select: none, source: x }',
      'has a rule of follow-up already',
    ],
    ['no source', '{ kinds: [complaint], select: all }', 'source'],
  ])('are not %s', (_, rules, word) => expect(() => withRules(rules)).toThrow(word));
});

describe('what matters name', () => {
  const office = parseOffice(
    shipped
      .replace(
        '  - { code: bus.route, parent: bus,',
        [
          '  - { code: deep, parent: bus.route, name: { zh: 深, en: deep }, attributes: [road] }',
          '  - { code: deeper, parent: deep, name: { zh: 更深, en: deeper } }',
          '  - { code: bus.route, parent: bus,',
        ].join('\n'),
      )
      .replace(/^objects:\n( {2}.*\n)+/m, 'objects:\n  - { code: bus-5, kind: line, name: { zh: 5路, en: bus 5 } }\n'),
    'office.yaml',
  );

  it('is declared by a category and inherited by those under it, in a tree of any depth', () => {
    expect(categoryPath(office, 'deeper').map(({ zh }) => zh)).toEqual(['公交', '线路与站点', '深', '更深']);
    expect(categorySubtree(office, 'bus')).toEqual(expect.arrayContaining(['deep', 'deeper']));
    const bus = ['company', 'district', 'field', 'line', 'station'];
    expect([...attributesOf(office, 'bus.card')!].sort()).toEqual(bus);
    expect([...attributesOf(office, 'deeper')!].sort()).toEqual([...bus, 'road'].sort());
    expect(attributesOf(office, 'other.matter')).toBeNull();
  });
  it('is of a closed list where the office lists any of its kind', () => {
    expect(['field', 'district', 'line', 'station'].map((name) => isClosed(office, name as never))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(listedObject(office, 'bus-5')).toMatchObject({ kind: 'line' });
    expect(listedObject(office, 'bus-6')).toBeNull();
  });
});
