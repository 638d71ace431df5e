import { deflateRawSync } from 'node:zlib';

/** A ZIP file of these parts, as exporters write them. `flags`: general purpose bits; the first says that parts are encrypted. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer>>, flags = 0): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [plain, called] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(called.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(called.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, called, packed);
    directory.push(entry, called);
    offset += 30 + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
};

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`;

/** A sheet as XML: its name, its rows, whether it is hidden, what stands behind the rows. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly hidden?: boolean;
  readonly behind?: string;
}

/** Styles by index: 0 plain, 1 date and time, 2 a Chinese date, 3 a number of eight digits. */
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';

const sheetXml = ({ rows, behind = '' }: SheetXml): string =>
  `<x:worksheet xmlns:x="a"><x:sheetData>${rows}</x:sheetData>${behind}</x:worksheet>`;

/** An XLSX as another program might write it: prefixes, absolute targets, inline strings. `more`: parts that replace or join its own. */
export const xlsxOfSheets = (
  sheets: readonly SheetXml[],
  more: Readonly<Record<string, string>> = {},
  { date1904 = false, flags = 0 } = {},
): Buffer => {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<x:sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="s${at}"/>`,
  );
  const related = sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const parts = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const);
  return zipOf(
    {
      '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="a"><x:workbookPr date1904="${date1904 ? 1 : 0}"/><x:sheets>${listed.join('')}</x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}${relation('styles', 'styles', 'styles.xml')}${relation('strings', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      'xl/styles.xml': STYLES,
      ...Object.fromEntries(parts),
      ...more,
    },
    flags,
  );
};

/** An XLSX of one sheet, 一月, with these rows. */
export const xlsxOf = (rows: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  xlsxOfSheets([{ name: '一月', rows }], more);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cellXml = (value: string | number | null): string => {
  if (value === null) return '<x:c/>';
  if (typeof value === 'number') return `<x:c><x:v>${value}</x:v></x:c>`;
  return value.startsWith('<x:c') ? value : `<x:c t="inlineStr"><x:is><x:t>${escaped(value)}</x:t></x:is></x:c>`;
};

/** Rows as XML: texts, numbers, nothing, or a cell's own XML where a text begins with `<x:c`. */
export const rowsXml = (rows: readonly (readonly (string | number | null)[])[], from = 1): string =>
  rows.map((cells, at) => `<x:row r="${from + at}">${cells.map(cellXml).join('')}</x:row>`).join('');
