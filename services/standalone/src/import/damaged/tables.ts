import { rowsXml, xlsxOf, xlsxOfSheets } from '../../sheets/testing/make-xlsx.js';
import { GOOD, HEADER, csvOf, type Cells, type Dirty } from './kinds-of-dirt.js';

const csv = (rows: readonly Cells[]) => (): Buffer => Buffer.from(csvOf(rows));
const [first, second] = GOOD as [Cells, Cells];
const merged = (...references: string[]): string =>
  `<x:mergeCells>${references.map((reference) => `<x:mergeCell ref="${reference}"/>`).join('')}</x:mergeCells>`;
const xlsx =
  (rows: string, ...references: string[]) =>
  (): Buffer =>
    xlsxOfSheets([{ name: '一月', rows, ...(references.length > 0 && { behind: merged(...references) }) }]);

const with_ = (row: Cells, change: Readonly<Record<number, string | number | null>>): Cells =>
  row.map((cell, at) => (at in change ? change[at]! : cell));

/** Where rows and columns are not what they look like. */
export const tables: Readonly<Record<string, Dirty>> = {
  'title-rows': {
    bytes: xlsx(
      rowsXml([['2021年热线台账'], ['填报单位:热线科', null, null, '单位:件'], [], HEADER, ...GOOD]),
      'A1:F1',
    ),
  },
  'header-of-two-rows': {
    bytes: xlsx(
      rowsXml([
        ['编号', '类型', '标题', '来电人', null, '受理', '办结'],
        [null, null, null, '姓名', '电话', '时间', '时间'],
        ...GOOD.map((cells) => [...cells, '2021-03-05']),
      ]),
      ...['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    ),
    mapping: { cameAt: '{ column: 受理/时间 }' },
  },
  'header-of-two-rows-csv': {
    bytes: csv([['编号', '类型', '标题', '来电人', null, '时间'], [null, null, null, '姓名', '电话', null], ...GOOD]),
  },
  'heading-twice': {
    bytes: csv([
      [...HEADER, '时间'],
      [...first, '2021-03-05'],
    ]),
  },
  'heading-missing': { bytes: csv([with_(HEADER, { 5: '受理时间' }), ...GOOD]) },
  'headings-written-otherwise': {
    bytes: csv([['* 编 号', '类型：', '标\u3000题', '\u200b姓名', '联系\n电话', '受理时间'], ...GOOD]),
    mapping: { columns: '{ 电话: { alias: [手机, 联系电话] }, 时间: { alias: [受理时间] } }' },
  },
  'merged-cells': {
    bytes: xlsx(
      rowsXml([
        HEADER,
        first,
        with_(second, { 1: null, 5: null }),
        with_(first, { 0: 'A3', 1: null, 5: '2021-03-03' }),
      ]),
      ...['B2:B4', 'F2:F3'],
    ),
  },
  'fill-down': {
    bytes: csv([HEADER, first, with_(second, { 1: null }), with_(first, { 0: 'A3', 1: null })]),
    mapping: { columns: '{ 类型: { fillDown: true } }' },
  },
  'sheet-a-month': {
    bytes: () =>
      xlsxOfSheets([
        { name: '说明', rows: rowsXml([['本台账由热线科填报']]) },
        { name: '2021年1月', rows: rowsXml([HEADER, with_(first, { 5: '1月5日' })]) },
        {
          name: '2021年2月',
          rows: rowsXml([['二月'], HEADER, with_(second, { 5: '2月6日 8:30' }), with_(first, { 2: '别的' })]),
        },
        { name: '2021年3月(旧)', rows: rowsXml([HEADER, first]), hidden: true },
      ]),
    mapping: {
      sheets: "[{ pattern: '^(?<year>\\d{4})年(?<month>\\d+)月', constants: { 地点: '{month}月' } }]",
      place: '地点',
      cameAt: '{ column: 时间, formats: [M月d日 H:mm, M月d日] }',
    },
  },
  'hidden-rows': {
    bytes: () => xlsxOf(rowsXml([HEADER, ...GOOD]).replace('<x:row r="3">', '<x:row r="3" hidden="1">')),
    mapping: { hiddenRows: 'skip' },
  },
  'rows-of-sums': {
    bytes: xlsx(
      rowsXml([HEADER, first, ['小 计', null, 1], second, ['合计', '合计', '合计', '合计', 2], ['共计：2件']]),
      'A5:D5',
    ),
  },
  'header-again': { bytes: csv([HEADER, first, HEADER, second]) },
  'notes-below': {
    bytes: csv([HEADER, first, ['填表人:王五', null, '审核:赵六']]),
    mapping: { skip: "[{ column: 编号, pattern: '^填表人' }]" },
  },
  'invalid-rows-left-out': {
    bytes: csv([HEADER, first, with_(second, { 1: '无效来电' })]),
    mapping: { skip: '[{ column: 类型, values: [无效来电] }]' },
  },
  'number-twice': { bytes: csv([HEADER, first, second, with_(first, { 2: '10路末班车' }), second]) },
  'blank-rows-between': { bytes: csv([HEADER, first, [null, ' ', '\u3000', null, null, '\u200b'], [], second]) },
};
