import { utils, write } from '@e965/xlsx';
import { rowsXml, xlsxOf, xlsxOfSheets, zipOf } from '../../sheets/testing/make-xlsx.js';
import { GOOD, HEADER, csvOf, type Cells, type Dirty } from './kinds-of-dirt.js';

const rows: readonly Cells[] = [HEADER, ...GOOD];
const csv = csvOf(rows);
const sheet = rowsXml(rows);

const xls = (): Buffer => {
  const book = utils.book_new();
  const written = utils.aoa_to_sheet(rows.map((cells) => [...cells]));
  // 2021-03-01 08:30, as a date cell.
  written['F2'] = { t: 'n', v: 44256.354166666664, z: 'yyyy-mm-dd hh:mm' };
  utils.book_append_sheet(book, written, '台账');
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
};

const html = (charset: string, text: string): string =>
  `<html><head><meta charset="${charset}"></head><body><table border=1>${text}</table></body></html>`;
const cells = (of: Cells, tag = 'td'): string => `<tr>${of.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

const gb18030 = (): Buffer =>
  // 编号,类型,标题,姓名,电话,时间 / A1,咨询,末班车,张三,13900000000,2021-03-01
  Buffer.from(
    'b1e0bac52cc0e0d0cd2cb1eacce22cd0d5c3fb2cb5e7bbb02ccab1bce40a41312cd7c9d1af2cc4a9b0e0b3b52cd5c5c8fd2c31333930303030303030302c323032312d30332d3031',
    'hex',
  );

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const compound = (inside: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]);

const blanks = (count: number): string => `<x:row>${'<x:c s="1"/>'.repeat(count)}</x:row>`;

/** Files by what they are, whatever they are called. */
export const files: Readonly<Record<string, Dirty>> = {
  'csv-utf8': { bytes: () => Buffer.from(csv) },
  'csv-utf8-mark': { bytes: () => Buffer.from(`\uFEFF${csv}`) },
  'csv-utf16le-mark': { bytes: () => Buffer.from(`\uFEFF${csv}`, 'utf16le') },
  'csv-utf16le': { bytes: () => Buffer.from(csv, 'utf16le') },
  'csv-utf16be-mark': { bytes: () => swapped(`\uFEFF${csv}`) },
  'csv-gb18030': { bytes: gb18030 },
  'csv-separator-line': { bytes: () => Buffer.from(`sep=;\r\n${csvOf(rows, ';')}`) },
  'tsv-under-a-title': { bytes: () => Buffer.from(`2021年热线台账\r\n\r\n${csvOf(rows, '\t')}`) },
  'csv-broken-quotes': { bytes: () => Buffer.from(`${csv}\r\n"A3,咨询`) },
  'xls-with-date': { bytes: xls },
  'html-as-xls': {
    bytes: () => Buffer.from(html('utf-8', cells(HEADER, 'th') + GOOD.map((each) => cells(each)).join(''))),
    name: '台账.xls',
  },
  'html-merged': {
    bytes: () =>
      Buffer.from(
        html(
          'gb2312',
          `<tr><td colspan=6>台账</td></tr>${cells(HEADER)}<tr><td>A1</td><td rowspan=2>咨询</td><td>一<br>二&nbsp;&#x4E09;</td><td></td><td></td><td>2021-03-01</td></tr><tr><td>A2</td><td>四</td><td></td><td></td><td>2021-03-02</td></tr>`,
        ),
      ),
  },
  'html-login-page': { bytes: () => Buffer.from('<!DOCTYPE html><html><body>请先登录</body></html>') },
  'xlsx-under-another-name': { bytes: () => xlsxOf(sheet), name: '台账.csv' },
  'xlsx-cut-short': { bytes: () => xlsxOf(sheet).subarray(0, 700) },
  'xlsx-rows-cut-short': { bytes: () => xlsxOf('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c' }) },
  'encrypted-xlsx': { bytes: () => compound('EncryptedPackage') },
  'encrypted-zip': { bytes: () => xlsxOfSheets([{ name: '一月', rows: sheet }], {}, { flags: 1 }) },
  'encrypted-by-the-office': {
    bytes: () => Buffer.from('b\u0014#e\u0000\u0000E-SafeNet\u0000\u0000\u0000LOCK', 'latin1'),
  },
  'word-document': { bytes: () => zipOf({ 'word/document.xml': '<w/>' }) },
  'zip-bomb': { bytes: () => xlsxOf(`<!--${' '.repeat(100_000)}-->`.repeat(700)) },
  'million-styled-blanks': { bytes: () => xlsxOf(sheet + blanks(1_000).repeat(1_000)) },
  'empty-file': { bytes: () => Buffer.alloc(0) },
};
