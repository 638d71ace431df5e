import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { dateOfSerial, formatShows } from './serial-date.js';
import { DEMO_MARK, SheetError, openBook, workbookBytes, writeWorkbook, type Cell, type CsvOptions } from './index.js';
import { decoded } from './xlsx-parts.js';
import { xlsxOf, zipOf } from './testing/make-xlsx.js';
import { xmlReader } from './xml.js';

const folder = mkdtempSync(join(tmpdir(), '表格 sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const fileOf = (content: string | Buffer): string => {
  const file = join(folder, `${++files}.any`);
  writeFileSync(file, content);
  return file;
};

const read = async (content: string | Buffer, options: CsvOptions & { sheet?: string } = {}) => {
  const book = await openBook(fileOf(content), options);
  const rows: (readonly [number, ...(Cell | undefined)[]])[] = [];
  try {
    for await (const { number, cells } of book.rows(options.sheet ?? book.sheets[0]!)) rows.push([number, ...cells]);
  } finally {
    await book.close();
  }
  return rows;
};

const problem = async (content: string | Buffer): Promise<string> => {
  try {
    await read(content);
  } catch (error) {
    return error instanceof SheetError ? error.code : String(error);
  }
  return 'none';
};

describe('an XLSX sheet', () => {
  it('gives typed cells, with rows numbered as a person sees them', async () => {
    const sheet =
      '<x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>a&amp;b_x000D_\n</x:t></x:is></x:c><x:c r="C3"><x:v>7.5</x:v></x:c></x:row>' +
      '<x:row r="9"><x:c s="1"><x:v>43563.35925925926</x:v></x:c><x:c s="2"><x:v>43563</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c>' +
      '<x:c t="b"><x:v>1</x:v></x:c><x:c t="d"><x:v>2021-03-01T08:30:00Z</x:v></x:c></x:row>';
    expect(await read(xlsxOf(sheet))).toEqual([
      [3, 'a&b\r\n', undefined, 7.5],
      [
        9,
        { kind: 'date', local: '2019-04-08T08:37:20', precision: 'second' },
        { kind: 'date', local: '2019-04-08T00:00:00', precision: 'day' },
        { kind: 'error', code: '#N/A' },
        true,
        { kind: 'date', local: '2021-03-01T08:30:00', precision: 'minute' },
      ],
    ]);
  });

  it('is read as it was written by another program, old format and new', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        [
          ['编号', '时间'],
          ['1', new Date(Date.UTC(2021, 2, 1, 8, 30))],
        ],
        { UTC: true },
      ),
      '甲',
    );
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const rows = await read(write(book, { type: 'buffer', bookType }) as Buffer);
      expect(rows[0]).toEqual([1, '编号', '时间']);
      expect(rows[1]?.[2]).toMatchObject({ kind: 'date', local: expect.stringMatching(/^2021-03-01T/) as string });
    }
  });

  it('is refused where it is damaged, locked, too much, or something else, and says what to do', async () => {
    const good = xlsxOf('<x:row><x:c><x:v>1</x:v></x:c></x:row>');
    expect(await problem(good.subarray(0, 400))).toBe('Broken');
    expect(await problem(xlsxOf('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c' }))).toBe('Broken');
    expect(await problem(xlsxOf('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }))).toBe(
      'Broken',
    );
    expect(await problem(xlsxOf(`<!--${' '.repeat(100_000)}-->`.repeat(700)))).toBe('TooLarge');
    expect(await problem(zipOf({ 'word/document.xml': '<w/>' }))).toBe('NotASheet');
    expect(
      await problem(
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
    ).toBe('Encrypted');
    expect(await problem('%PDF-1.7')).toBe('NotASheet');
    expect(await problem(Buffer.from([1, 0, 2, 0]))).toBe('NotASheet');
    expect(await problem('<html><table><tr><td>1')).toBe('Broken');
    expect(await problem('<!DOCTYPE html><html><body>请登录')).toBe('WebPage');
    expect(await problem('<?xml version="1.0"?><Workbook/>')).toBe('XmlSheet');
    expect(await problem('b\u0014#e\u0000E-SafeNet\u0000LOCK')).toBe('Protected');
    expect(await problem('')).toBe('Empty');
    await expect(openBook(join(folder, 'none'))).rejects.toMatchObject({ code: 'NoSuchFile' });
    await expect(read('a,b', { sheet: 'x' })).resolves.toEqual([[1, 'a', 'b']]);
    await expect(read(good, { sheet: '二月' })).rejects.toMatchObject({ code: 'NoSuchSheet' });
  });
});

describe('a CSV file', () => {
  const text = '编号,内容\n1,"一行\n又一行"\n\n2,';
  const rows = [
    [1, '编号', '内容'],
    [2, '1', '一行\n又一行'],
    [3, null],
    [4, '2', null],
  ];

  it('is read in UTF-8, with a mark or without, UTF-16 and GB18030', async () => {
    expect(await read(text)).toEqual(rows);
    expect(await read(`\uFEFF${text}`)).toEqual(rows);
    expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(rows);
    const gb = Buffer.from('b1e0bac52cc4dac8dd0a312cd2bb', 'hex');
    expect(await read(gb)).toEqual([
      [1, '编号', '内容'],
      [2, '1', '一'],
    ]);
  });

  it('finds its separator, and says where its quotes are wrong', async () => {
    expect(await read('a;b\n1;2')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
    expect(await read('a\tb')).toEqual([[1, 'a', 'b']]);
    expect(await problem('a,b\n"1,2\n')).toBe('BadCsv');
  });
});

describe('a number as a date', () => {
  it('is the one the sheet shows, in either date system', () => {
    expect(dateOfSerial(1, false)?.local).toBe('1900-01-01T00:00:00');
    expect(dateOfSerial(61, false)?.local).toBe('1900-03-01T00:00:00');
    expect(dateOfSerial(42101.5, true, true)?.local).toBe('2019-04-08T12:00:00');
    expect(dateOfSerial(-1, false)).toBeNull();
    expect(dateOfSerial(1e9, false)).toBeNull();
  });

  it('is told by its format', () => {
    const codes = [
      'General',
      '0.00',
      '[$-804]yyyy"年"m"月"',
      'h:mm',
      '[h]:mm:ss',
      '#,##0;[Red]-0',
      'yyyy-mm-dd hh:mm',
      '"day" 0',
      '@',
    ];
    expect(codes.map((code) => formatShows(164, code))).toEqual([
      'number',
      'number',
      'day',
      'time',
      'time',
      'number',
      'time',
      'number',
      'number',
    ]);
    expect([14, 22, 31, 9].map((id) => formatShows(id))).toEqual(['day', 'time', 'day', 'number']);
  });
});

describe('XML that comes in pieces', () => {
  it('reads the same wherever it is cut', () => {
    const text = '<?xml version="1.0"?><a><!-- > --><b x="1"/>甲&amp;<![CDATA[<&>]]></a>';
    const told = (pieces: readonly string[]) => {
      const seen: string[] = [];
      const reader = xmlReader({
        open: (name, attributes) => seen.push(`<${name}${attributes.trim()}`),
        close: (name) => seen.push(`/${name}`),
        text: (piece) => seen.push(decoded(piece)),
      });
      pieces.forEach(reader.write);
      reader.end();
      return seen.join('|').replace(/(?<=[^|/])\|(?=[^<|/])/g, '');
    };
    const whole = told([text]);
    for (let cut = 1; cut < text.length; cut++) expect(told([text.slice(0, cut), text.slice(cut)])).toBe(whole);
    expect(whole).toContain('<&>');
  });
});

describe('a workbook that is written', () => {
  it('reads back, holds no formula, and says where it is a demo’s', async () => {
    const file = join(folder, 'figures.xlsx');
    const sheets = [
      {
        name: '指标 figures',
        header: ['名称', 'value'],
        rows: [
          ['=1+1', 5301],
          ['+86', null],
          ['-x\u0001', true],
          ['@a', 0.25],
        ],
      },
      { name: '指标 FIGURES', header: ['a'], rows: [], widths: [20] },
    ];
    await writeWorkbook(file, { sheets, demo: true });
    const book = await openBook(file);
    expect(book.sheets).toEqual(['指标 figures', '指标 FIGURES 2']);
    const rows = [];
    for await (const { cells } of book.rows('指标 figures')) rows.push(cells);
    await book.close();
    expect(rows).toEqual([[DEMO_MARK], ['名称', 'value'], ["'=1+1", 5301], ["'+86"], ["'-x", true], ["'@a", 0.25]]);
    expect(workbookBytes({ sheets }).includes('<f>')).toBe(false);
  });
});
