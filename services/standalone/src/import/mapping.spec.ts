import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { MappingError, loadMapping, parseCategoriesMapping, parseMapping } from './index.js';

const office = loadOffice(SHIPPED_OFFICE);

const GOOD = [
  'rows: history',
  'number: 编号',
  'source: { always: mayor-mailbox }',
  'medium: { column: 渠道, values: { 网站: web } }',
  'kind: { column: 类型, otherwise: other }',
  'category: { always: other.matter }',
  'summary: 标题',
  'cameAt: { column: 时间, formats: [yyyy/M/d H:mm:ss] }',
  'answer: { text: 答复, at: { column: 答复时间 } }',
];

const problems = (change: Record<number, string>, more: readonly string[] = []): string[] => {
  const lines = GOOD.map((line, index) => change[index + 1] ?? line);
  try {
    parseMapping([...lines, ...more].join('\n'), 'map.yaml', office);
  } catch (error) {
    if (error instanceof MappingError) return error.message.split('\n').map((line) => line.split(' / ')[0]!);
    throw error;
  }
  return [];
};

describe('a mapping', () => {
  it('is read', () => expect(problems({})).toEqual([]));

  it('names file, line and field of a mistyped key, and the key that was meant', () => {
    expect(problems({ 7: 'sumary: 标题' })).toEqual([
      'map.yaml:1: summary: is missing',
      'map.yaml:7: sumary: there is no such key; did you mean summary?',
    ]);
    expect(problems({ 9: 'answer: { text: 答复, at: { colum: 答复时间 } }' })).toEqual([
      'map.yaml:9: answer.at.column: is missing',
      'map.yaml:9: answer.at.colum: there is no such key; did you mean column?',
    ]);
    expect(problems({ 4: 'medium: { column: 渠道, valeus: { 网站: web } }' })).toEqual([
      'map.yaml:4: medium.valeus: there is no such key; did you mean values?',
    ]);
  });

  it('names codes the office does not have', () => {
    expect(problems({ 3: 'source: { always: mayor-mailbx }' })).toEqual([
      'map.yaml:3: source.always: the office has no code mayor-mailbx; did you mean mayor-mailbox?',
    ]);
    expect(problems({ 4: 'medium:\n  column: 渠道\n  values:\n    网站: web\n    电话: phon' })).toEqual([
      'map.yaml:8: medium.values.电话: the office has no code phon; did you mean phone?',
    ]);
  });

  it('says which date formats and which YAML it cannot read', () => {
    expect(problems({ 8: 'cameAt: { column: 时间, formats: [d/M/xx] }' })[0]).toContain(
      'map.yaml:8: cameAt.formats[0]:',
    );
    expect(problems({ 2: 'number: [' })[0]).toMatch(/^map\.yaml:\d+: no valid YAML/);
    expect(problems({ 2: 'rows: live' })[0]).toMatch(/^map\.yaml:2: no valid YAML/);
  });

  it('is whole: live answers have a unit, ratings an answer', () => {
    expect(problems({ 1: 'rows: live' })).toEqual(['map.yaml:9: answer: answers of live rows need unit: who answered']);
    const rating = ['rating: { column: 评价, by: office, values: { 满意: 4 } }'];
    expect(problems({ 9: '# none' }, rating)).toEqual(['map.yaml:10: rating: a rating needs answer: it rates one']);
  });

  it('has a year for dates that state none, from itself or from the names of its sheets', () => {
    const formats = { 8: 'cameAt: { column: 时间, formats: [M月d日] }' };
    expect(problems(formats)[0]).toContain('map.yaml:8: cameAt.formats: a format has no year: state year');
    expect(problems(formats, ['year: 2021'])).toEqual([]);
    expect(problems(formats, ["sheets: [{ pattern: '(?<year>\\d+)年' }]"])).toEqual([]);
    expect(problems(formats, ["sheets: [{ pattern: '年' }]"])).toHaveLength(1);
  });

  it('names what does not go together, and patterns that are none', () => {
    expect(problems({}, ['columns: { 没有的: { fillDown: true } }'])).toEqual([
      'map.yaml:10: columns.没有的: nothing uses this column',
    ]);
    expect(problems({}, ['sheet: 一', 'sheets: [{ name: 一 }]'])[0]).toContain('give sheet or sheets, one of them');
    expect(problems({}, ['sheets: [{ name: 一, pattern: 一 }]'])[0]).toContain('give name or pattern, one of them');
    expect(problems({}, ["skip: [{ column: 编号, pattern: '(' }]"])[0]).toContain('not a regular expression');
    expect(problems({ 8: 'cameAt: { column: 时间, formats: [yyyyMd] }' })[0]).toContain('a format such as');
    const made = ['columns: { 编号: { from: 单号, pattern: x }, 单号: { join: [甲, 乙] } }'];
    expect(problems({}, made)[0]).toContain('a column can be made only of columns of the sheet');
  });

  it('that is not there says so', async () => {
    await expect(loadMapping('/nowhere/map.yaml', office)).rejects.toThrow(
      '/nowhere/map.yaml:1: the mapping cannot be read (ENOENT)',
    );
  });

  it('of a classification is checked as well', () => {
    expect(() => parseCategoriesMapping('level: [一级]', 'map.yaml')).toThrow(
      'level: there is no such key; did you mean levels?',
    );
  });
});
