import type { Text } from '@sunlit/contracts';
import type { Moment } from '@sunlit/kernel';
import { inForce, type Coded, type Office } from '@sunlit/platform';
import type { Cell, Row } from '../sheets/index.js';
import { cellText, isDamaged, isInexact } from './cell-text.js';
import { codeFor, unknownValue, writtenFor } from './code-reader.js';
import type { RowProblem } from './import.types.js';
import { codesOf, type CodeName } from './mapping.codes.js';
import { columnsOfCode } from './mapping.columns.js';
import type { CodeField, Mapping, TimeField } from './mapping.schema.js';
import { normal } from './normal.js';
import { restoredPhone } from './phone.js';
import { dateIn as dateInText, momentOf, type DateContext } from './read-time.js';

/** Reads the cells of one row by the labels of their columns, and gathers everything wrong with them. */
export interface RowReader {
  readonly problems: RowProblem[];
  /** Whether something is wrong in the column already: then it is not complained of again. */
  readonly failed: (column: string) => boolean;
  readonly refuse: (column: string, code: string, reason: Text) => undefined;
  /**
   * The cleaned text; undefined for an empty cell, one that holds a word for nothing, and one whose formula failed or whose number lost its digits
   * (a problem).
   */
  readonly text: (label: string) => string | undefined;
  /** The same where a word for nothing is a text like any other. */
  readonly literal: (label: string) => string | undefined;
  /** The text in its normal form, refused where it is only the beginning of a number. */
  readonly plain: (label: string) => string | undefined;
  readonly phone: (label: string) => string | undefined;
  readonly code: (field: CodeField, name: CodeName, on?: string) => string | undefined;
  readonly time: (field: TimeField) => Moment | undefined;
  readonly number: (label: string) => string | undefined;
}

/** What the cells of a table's rows are read by. */
export interface ReadingCells {
  readonly mapping: Mapping;
  readonly at: ReadonlyMap<string, number>;
  readonly office: Office;
  /** The time zone the times are in. */
  readonly zone: string;
  readonly dates: DateContext;
}

const MAX_NUMBER = 80;

const TEXTS = {
  damaged: {
    zh: '16 位以上的数字被 Excel 存成了数值,末尾的位数已损坏:请把该列设为文本后重新导出',
    en: 'damaged by Excel: a number of 16 digits or more was kept as a figure and lost its last ones; make the column text and export it again',
  },
  inexact: {
    zh: '编号在表格中成了数值,位数已失真:请把该列设为文本后重新导出',
    en: 'the sheet keeps this number as a rounded figure: make the column text and export it again',
  },
  ambiguous: {
    zh: '按所列格式可读成不同的日期,不作猜测:请在映射中只留一种格式,或改正该格',
    en: 'the formats listed make different dates of it, and none is guessed: leave one of them in the mapping, or correct the cell',
  },
} as const;

/** A time of day without a day is kept by sheets as the day before 1900. */
const inCalendar = (local: string): boolean => local > '1900-01-01T00:00:00' && local < '9999';

const emptyWords = new WeakMap<Mapping, Map<string, ReadonlySet<string>>>();

/** The words that stand for nothing in a column. */
const emptyIn = (mapping: Mapping, label: string): ReadonlySet<string> => {
  const known = emptyWords.get(mapping) ?? new Map<string, ReadonlySet<string>>();
  emptyWords.set(mapping, known);
  const rule = mapping.columns?.[label];
  const words =
    known.get(label) ?? new Set([...mapping.empty, ...((rule && 'empty' in rule && rule.empty) || [])].map(normal));
  known.set(label, words);
  return words;
};

/** A reader of this row. */
export const rowReader = (row: Row, { mapping, at, office, zone, dates }: ReadingCells): RowReader => {
  const problems: RowProblem[] = [];
  const refuse = (column: string, code: string, reason: Text): undefined => {
    if (!problems.some((each) => each.column === column && each.code === code)) problems.push({ column, code, reason });
    return undefined;
  };
  const failed = (column: string): boolean => problems.some((each) => each.column === column);
  const cell = (label: string): Cell | undefined => row.cells[at.get(label) ?? -1];

  const literal = (label: string): string | undefined => {
    const content = cell(label);
    if (typeof content === 'object' && content?.kind === 'error')
      return refuse(label, 'CellError', {
        zh: `单元格公式出错 ${content.code}`,
        en: `the cell’s formula failed: ${content.code}`,
      });
    if (isDamaged(content)) return refuse(label, 'DamagedByExcel', TEXTS.damaged);
    return cellText(content) || undefined;
  };

  const text = (label: string): string | undefined => {
    const found = literal(label);
    return found === undefined || emptyIn(mapping, label).has(normal(found)) ? undefined : found;
  };

  const plain = (label: string): string | undefined => {
    const written = text(label);
    if (written === undefined) return undefined;
    if (isInexact(cell(label), normal(written))) return refuse(label, 'InexactNumber', TEXTS.inexact);
    return normal(written);
  };

  const phone = (label: string): string | undefined => {
    const written = plain(label);
    return written === undefined ? undefined : restoredPhone(written);
  };

  const inList = (field: Exclude<CodeField, { always: string }>, list: readonly Coded[]): string | undefined => {
    const [column] = columnsOfCode(field) as [string];
    // A list may give a word for nothing a code of its own: 匿名, anonymous.
    const found = codeFor(
      field,
      writtenFor(field, (label) => literal(label) ?? ''),
      list,
    );
    const code = found ?? (field.otherwise === 'refuse' ? undefined : field.otherwise);
    if (code !== undefined || failed(column)) return code;
    const written = writtenFor(field, (label) => text(label) ?? '');
    if (written === '') return refuse(column, 'Missing', { zh: '为空', en: 'is empty' });
    return refuse(column, 'UnknownValue', unknownValue(field, written, list));
  };

  const code = (field: CodeField, name: CodeName, on?: string): string | undefined => {
    const list = codesOf(office, name);
    const found = 'always' in field ? field.always : inList(field, list);
    const entry = found === undefined ? undefined : list.find((each) => each.code === found);
    if (!entry || on === undefined || inForce(entry, on)) return found;
    return refuse(columnsOfCode(field)[0] ?? name, 'NotInForce', {
      zh: `代码“${found}”在 ${on} 不可用`,
      en: `the code ${found} was not in force on ${on}`,
    });
  };

  const dateIn = (column: string, formats: TimeField['formats']) => {
    const content = cell(column);
    if (typeof content === 'object' && content?.kind === 'date') return { date: content, shown: content.local };
    const shown = text(column);
    return shown === undefined ? undefined : { date: dateInText(normal(shown), formats, dates), shown };
  };

  const time = ({ column, formats }: TimeField): Moment | undefined => {
    const found = dateIn(column, formats);
    if (!found) return undefined;
    const { date, shown } = found;
    const written = shown.slice(0, 40);
    if (date === 'ambiguous')
      return refuse(column, 'AmbiguousTime', {
        zh: `“${written}”${TEXTS.ambiguous.zh}`,
        en: `“${written}”: ${TEXTS.ambiguous.en}`,
      });
    if (date && inCalendar(date.local)) return momentOf(date, zone);
    return refuse(column, 'BadTime', {
      zh: `“${written}”不是所列格式的日期时间,或该日不存在`,
      en: `“${written}” is no date in the formats listed, or no day that exists`,
    });
  };

  const number = (label: string): string | undefined => {
    const written = plain(label);
    if (written === undefined)
      return failed(label) ? undefined : refuse(label, 'Missing', { zh: '编号为空', en: 'the number is empty' });
    if (written.length <= MAX_NUMBER) return written;
    return refuse(label, 'TooLong', {
      zh: `编号超过 ${MAX_NUMBER} 字`,
      en: `the number is longer than ${MAX_NUMBER} characters`,
    });
  };

  return { problems, failed, refuse, text, literal, plain, phone, code, time, number };
};
