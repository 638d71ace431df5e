import type { Text } from '@sunlit/contracts';
import type { Moment } from '@sunlit/kernel';
import { inForce, type Coded, type Office } from '@sunlit/platform';
import type { Cell, Row } from '../sheets/index.js';
import { cleanText } from './clean-text.js';
import type { Columns } from './find-header.js';
import type { RowProblem } from './import.types.js';
import { codesOf, type CodeName } from './mapping.codes.js';
import type { CodeField, TimeField } from './mapping.schema.js';
import { nearestWord } from './nearest-word.js';
import { dateIn as dateInText, momentOf } from './read-time.js';

/** Reads the cells of one row by the labels of their columns, and gathers everything wrong with them. */
export interface RowReader {
  readonly problems: RowProblem[];
  /** Whether something is wrong in the column already: then it is not complained of again. */
  readonly failed: (column: string) => boolean;
  readonly refuse: (column: string, code: string, reason: Text) => undefined;
  /** The cleaned text; undefined for an empty cell or one whose formula failed (a problem). */
  readonly text: (label: string) => string | undefined;
  readonly code: (field: CodeField, name: CodeName, on?: string) => string | undefined;
  readonly time: (field: TimeField) => Moment | undefined;
  readonly number: (label: string) => string | undefined;
}

const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return cleanText(String(cell));
  return cell.kind === 'date' ? cell.local.replace('T', ' ').replace(cell.precision === 'day' ? / .*/ : /$^/, '') : '';
};

const byValue = (field: CodeField, text: string, list: readonly Coded[]): string | undefined => {
  if ('contains' in field) return field.contains.find(({ words }) => words.some((word) => text.includes(word)))?.code;
  if ('always' in field) return field.always;
  if (field.values) return Object.hasOwn(field.values, text) ? field.values[text] : undefined;
  return list.find(({ code, name }) => [code, name.zh, name.en].includes(text))?.code;
};

const known = (field: CodeField, list: readonly Coded[]): string[] => {
  if ('values' in field && field.values) return Object.keys(field.values);
  return list.flatMap(({ code, name }) => [code, name.zh]);
};

/** A spreadsheet keeps 15 digits of a number: a longer order number stored as one is no longer itself. */
const MAX_EXACT = 1e15;
const MAX_NUMBER = 80;

const isRounded = (cell: Cell | undefined, written: string): boolean => {
  if (typeof cell === 'number') return !Number.isInteger(cell) || Math.abs(cell) >= MAX_EXACT;
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(written);
};

/** A time of day without a day is kept by sheets as the day before 1900. */
const inCalendar = (local: string): boolean => local > '1900-01-01T00:00:00' && local < '9999';

/** A reader of this row; `zone` is the time zone its times are in. */
export const rowReader = (row: Row, columns: Columns, office: Office, zone: string): RowReader => {
  const problems: RowProblem[] = [];
  const refuse = (column: string, code: string, reason: Text): undefined => {
    problems.push({ column, code, reason });
    return undefined;
  };
  const failed = (column: string): boolean => problems.some((each) => each.column === column);
  const cell = (label: string): Cell | undefined => row.cells[columns.at.get(label) ?? -1];

  const text = (label: string): string | undefined => {
    const content = cell(label);
    if (typeof content === 'object' && content?.kind === 'error')
      return refuse(label, 'CellError', {
        zh: `单元格公式出错 ${content.code}`,
        en: `the cell’s formula failed: ${content.code}`,
      });
    return cellText(content) || undefined;
  };

  /** Says which list lacks what is written, and what may have been meant. */
  const unknown = (
    field: Exclude<CodeField, { always: string }>,
    written: string,
    list: readonly Coded[],
  ): undefined => {
    const near = 'contains' in field ? null : nearestWord(written, known(field, list));
    const [zh, en] =
      'values' in field ? ['映射的 values', 'the list of the mapping'] : ['机构档案', 'the office profile'];
    const [shown, meantZh] = [written.slice(0, 40), near === null ? '' : `,是否为“${near}”`];
    const meantEn = near === null ? '' : `; did you mean “${near}”?`;
    return refuse(field.column, 'UnknownValue', {
      zh: `${zh}中没有“${shown}”${meantZh};请改正,或在映射的 values 中补上`,
      en: `${en} has no “${shown}”${meantEn}: correct it, or add it to the mapping’s values`,
    });
  };

  const inList = (field: CodeField, list: readonly Coded[]): string | undefined => {
    if ('always' in field) return field.always;
    const { column, otherwise } = field;
    const written = text(column) ?? '';
    const code = byValue(field, written, list) ?? (otherwise === 'refuse' ? undefined : otherwise);
    if (code !== undefined || failed(column)) return code;
    if (written === '') return refuse(column, 'Missing', { zh: '为空', en: 'is empty' });
    return unknown(field, written, list);
  };

  const code = (field: CodeField, name: CodeName, on?: string): string | undefined => {
    const list = codesOf(office, name);
    const found = inList(field, list);
    const entry = found === undefined ? undefined : list.find((each) => each.code === found);
    if (!entry || on === undefined || inForce(entry, on)) return found;
    const column = 'column' in field ? field.column : name;
    return refuse(column, 'NotInForce', {
      zh: `代码“${found}”在 ${on} 不可用`,
      en: `the code ${found} was not in force on ${on}`,
    });
  };

  const dateIn = (column: string, formats: TimeField['formats']) => {
    const content = cell(column);
    if (typeof content === 'object' && content?.kind === 'date') return { date: content, shown: content.local };
    const shown = text(column);
    return shown === undefined ? undefined : { date: dateInText(shown, formats), shown };
  };

  const time = ({ column, formats }: TimeField): Moment | undefined => {
    const found = dateIn(column, formats);
    if (!found) return undefined;
    const { date, shown } = found;
    if (date && inCalendar(date.local)) return momentOf(date, zone);
    const written = shown.slice(0, 40);
    return refuse(column, 'BadTime', {
      zh: `“${written}”不是所列格式的日期时间,或该日不存在`,
      en: `“${written}” is no date in the formats listed, or no day that exists`,
    });
  };

  const number = (label: string): string | undefined => {
    const written = text(label);
    if (written === undefined)
      return failed(label) ? undefined : refuse(label, 'Missing', { zh: '编号为空', en: 'the number is empty' });
    if (isRounded(cell(label), written))
      return refuse(label, 'InexactNumber', {
        zh: '编号在表格中成了数字,位数已失真:请把该列设为文本后重新导出',
        en: 'the sheet keeps this number as a rounded figure: make the column text and export it again',
      });
    if (written.length <= MAX_NUMBER) return written;
    return refuse(label, 'TooLong', {
      zh: `编号超过 ${MAX_NUMBER} 字`,
      en: `the number is longer than ${MAX_NUMBER} characters`,
    });
  };

  return { problems, failed, refuse, text, code, time, number };
};
