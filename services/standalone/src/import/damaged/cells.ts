import { rowsXml, xlsxOf, xlsxOfSheets } from '../../sheets/testing/make-xlsx.js';
import { GOOD, HEADER, csvOf, type Cells, type Dirty } from './kinds-of-dirt.js';

const csv = (rows: readonly Cells[]) => (): Buffer => Buffer.from(csvOf(rows));
const [first, second] = GOOD as [Cells, Cells];
const xlsx = (rows: readonly Cells[]) => (): Buffer => xlsxOf(rowsXml([HEADER, ...rows]));
const put = (row: Cells, change: Readonly<Record<number, string | number | null>>): Cells =>
  row.map((cell, at) => (at in change ? change[at]! : cell));
const dated = (...days: (string | number)[]): Cells[] => days.map((day, at) => put(first, { 0: `D${at + 1}`, 5: day }));

const RICH =
  '<x:c t="inlineStr"><x:is><x:r><x:t>9路</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t xml:space="preserve"> 末班车_x000D_\n几点</x:t></x:r><x:rPh sb="0"><x:t>みせる</x:t></x:rPh></x:is></x:c>';
const FORMULA = '<x:c t="str"><x:f>A2&amp;"号"</x:f><x:v>9路末班车</x:v></x:c>';
const ERROR = '<x:c t="e"><x:f>VLOOKUP(A2,B:C,2,0)</x:f><x:v>#N/A</x:v></x:c>';
const day = (serial: number, style = 1): string => `<x:c s="${style}"><x:v>${serial}</x:v></x:c>`;

const ANSWERED =
  '{ text: 答复, at: { column: 答复时间 }, replies: [{ is: forwarded, match: "^已转[^。]*。?$" }, { is: interim, words: [正在办理], maxLength: 20 }] }';

/** Where cells do not hold what they show, or show what nobody can read. */
export const cells: Readonly<Record<string, Dirty>> = {
  'rich-and-inline-text': { bytes: xlsx([put(first, { 2: RICH })]) },
  'cached-formula': { bytes: xlsx([put(first, { 2: FORMULA })]) },
  'error-cells': { bytes: xlsx([put(first, { 2: ERROR }), second]) },
  'dates-1900': { bytes: xlsx(dated(day(44256.354166666664), day(44256, 2), day(59.5))) },
  'dates-1904': {
    bytes: () =>
      xlsxOfSheets([{ name: '一月', rows: rowsXml([HEADER, ...dated(day(42794.5))]) }], {}, { date1904: true }),
  },
  'dates-strict': {
    bytes: xlsx(dated('<x:c t="d"><x:v>2021-03-01T08:30:00.000</x:v></x:c>', '<x:c t="d"><x:v>2021-03-01</x:v></x:c>')),
  },
  'dates-as-plain-numbers': {
    bytes: xlsx(dated(44256.354166666664, 20210301)),
    mapping: { cameAt: '{ column: 时间, formats: [serial, yyyyMMdd] }' },
  },
  'dates-in-many-forms': {
    bytes: csv([
      HEADER,
      ...dated('2021年3月1日', '２０２１／３／１　８：０５', '2021-02-30', '三月一日', '2031-01-01'),
    ]),
  },
  'dates-ambiguous': {
    bytes: csv([HEADER, ...dated('13/4/2021', '3/4/2021', '4/4/2021')]),
    mapping: { cameAt: '{ column: 时间, formats: [d/M/yyyy, M/d/yyyy] }' },
  },
  'orders-half-stated': {
    bytes: csv([
      [...HEADER, '派单时间', '平台类型', '办结期限'],
      [...GOOD[0]!, '2021-03-01 09:00', '咨询', '2021-03-05'],
      [...GOOD[1]!, '', '', '2021-03-05 17:30'],
      ['A3', '咨询', '9路末班车', '张三', '13900000000', '2021-03-01 08:30', '', '', ''],
      ['A4', '咨询', '9路末班车', '张三', '13900000000', '2021-03-01 08:30', '2021-03-06 09:00', '', '2021-03-05'],
      ['A5', '咨询', '9路末班车', '张三', '13900000000', '2021-03-01 08:30', '2021-07-01 09:00', '', ''],
      ['A6', '咨询', '9路末班车', '张三', '13900000000', '2021-03-01 08:30', '派了', '', ''],
    ]),
    mapping: {
      order: '{ dispatchedAt: { column: 派单时间 }, kind: 平台类型, dueAt: { column: 办结期限 } }',
    },
  },
  'orders-of-no-platform': {
    bytes: csv([
      [...HEADER, '派单时间'],
      [...GOOD[0]!, '2021-03-01 09:00'],
      [...GOOD[1]!, ''],
    ]),
    mapping: { source: "{ always: '2959600' }", order: '{ dispatchedAt: { column: 派单时间 } }' },
  },
  'dates-of-twelve-hours': {
    bytes: csv([HEADER, ...dated('2021-3-1 下午3:20:00', '2021-3-1 上午12:05:00', '2021-3-1 下午13:00:00')]),
    mapping: { cameAt: "{ column: 时间, formats: ['yyyy-M-d aH:mm:ss'] }" },
  },
  'date-and-time-apart': {
    bytes: () =>
      xlsxOf(
        rowsXml([
          [...HEADER.slice(0, 5), '日期', '时刻'],
          [...first.slice(0, 5), day(44256, 2), day(0.354166666666667)],
        ]),
      ),
    mapping: { columns: '{ 时间: { join: [日期, 时刻] } }' },
  },
  'numbers-damaged-by-excel': {
    bytes: xlsx([
      put(first, { 0: 2021030112345678 }),
      put(second, { 0: '4.30103E+17' }),
      put(first, { 0: 202103011234567 }),
    ]),
  },
  'numbers-with-zeros-in-front': { bytes: xlsx([put(first, { 0: '<x:c s="3"><x:v>1234</x:v></x:c>' })]) },
  'phones-as-figures': {
    bytes: xlsx(
      [13900000000, '13900000000.0', 3742959600, 1062345678, '８６２９５９６', 139000000.5, 2959600].map((phone, at) =>
        put(first, { 0: `P${at}`, 4: phone }),
      ),
    ),
  },
  'codes-full-width': {
    bytes: csv([HEADER, put(first, { 0: 'Ａ\u200b１\u3000', 1: '\u3000咨询 ', 2: '９路（末班）' })]),
  },
  'words-for-nothing': {
    bytes: csv([HEADER, put(first, { 3: '匿名', 4: '/' }), put(second, { 3: '未知', 4: '无' })]),
    mapping: {
      empty: "['/', 无, 未知, 匿名]",
      callerType: '{ column: 姓名, values: { 匿名: anonymous }, otherwise: person }',
    },
  },
  'one-cell-for-two': {
    bytes: csv([
      ['编号', '类型', '标题', '来电人', '时间'],
      ['A1', '咨询', '末班车', '张三/13900000000', '2021-03-01'],
      ['A2', '咨询', '末班车', '李四', '2021-03-01'],
    ]),
    mapping: {
      columns: "{ 姓名: { from: 来电人, split: '/', part: 1 }, 电话: { from: 来电人, pattern: '1\\d{10}' } }",
    },
  },
  'category-as-a-path': {
    bytes: csv([
      [...HEADER, '分类'],
      [...first, '公交/线路与站点'],
      [...put(second, { 0: 'A2' }), '公交/没有这一类'],
      [...put(first, { 0: 'A3' }), ''],
    ]),
    mapping: { category: "{ path: [分类], separator: '/' }" },
  },
  'values-nobody-mapped': {
    bytes: csv([HEADER, put(first, { 1: '投拆' }), put(second, { 1: '求助类(人工)' })]),
    mapping: {
      kind: "{ column: 类型, values: { 咨询: consultation, 投诉: complaint }, patterns: [{ match: '^求助', code: help }] }",
    },
  },
  'values-nobody-mapped-named': {
    bytes: csv([HEADER, put(first, { 1: '信访' })]),
    mapping: { kind: '{ column: 类型, values: { 咨询: consultation }, otherwise: other }' },
  },
  'replies-that-are-none': {
    bytes: csv([
      [...HEADER, '答复', '答复时间'],
      [...first, '已转市交通局办理。', '2021-03-02'],
      [...second, '正在办理,请等候', '2021-03-03'],
      [...put(first, { 0: 'A3' }), '已转公司。经核查,末班车为20:30。', '2021-03-04'],
    ]),
    mapping: { answer: ANSWERED },
  },
};
