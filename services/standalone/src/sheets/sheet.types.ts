/** A date as the sheet shows it, in no time zone: `2019-04-08T08:37:20`, and how exactly it is stated. */
export interface SheetDate {
  readonly kind: 'date';
  readonly local: string;
  readonly precision: 'day' | 'minute' | 'second';
}

/** What stands in a cell whose formula failed: `#N/A`. */
export interface CellError {
  readonly kind: 'error';
  readonly code: string;
}

/** A cell's content; null is an empty one. */
export type Cell = string | number | boolean | SheetDate | CellError | null;

/** A row with its number as a person sees it in a spreadsheet program, from 1. Cells past the last one are absent. */
export interface Row {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
  /** Whether the sheet hides the row, by hand or by a filter. */
  readonly hidden?: boolean;
}

/** Cells that are one to a person: rows and columns from the first to the last one, rows as they are numbered, columns from 0. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** An opened sheet file. `rows` may be asked for again: each call reads from the beginning. */
export interface Book {
  readonly format: 'xlsx' | 'xls' | 'html' | 'csv';
  /** In the order a person sees them, hidden ones too. */
  readonly sheets: readonly string[];
  readonly hiddenSheets: ReadonlySet<string>;
  /** Whether the file counts days from 1904, as spreadsheets of the Macintosh did. */
  readonly from1904: boolean;
  /** What stands in merged cells stands in each of them. */
  rows(sheet: string): AsyncGenerator<Row>;
  close(): Promise<void>;
}

const TEXTS = {
  NoSuchFile: { zh: '没有这个文件,或无权读取', en: 'there is no such file, or it may not be read' },
  Empty: { zh: '文件是空的', en: 'the file is empty' },
  Encrypted: {
    zh: '表格加了密码:请在表格软件中取消密码后另存',
    en: 'the spreadsheet has a password: save it without one',
  },
  Protected: {
    zh: '文件被单位的文档加密软件加了密：请先解密，再导入',
    en: 'the file is encrypted by the office’s document protection: have it decrypted first',
  },
  Broken: {
    zh: '表格文件已损坏或不完整:请重新导出,或在表格软件中打开后另存为 XLSX',
    en: 'the spreadsheet is damaged or cut short: export it again, or open it in a spreadsheet program and save it as XLSX',
  },
  NotASheet: {
    zh: '不是 XLSX、XLS、CSV 或网页表格:请在表格软件中打开后另存为 XLSX',
    en: 'this is no XLSX, XLS, CSV or HTML sheet: open it in a spreadsheet program and save it as XLSX',
  },
  WebPage: {
    zh: '这是网页，其中没有表格（多半是登录页或出错页）：请重新导出',
    en: 'this is a web page without a table, most likely a login or error page: export the sheet again',
  },
  XmlSheet: {
    zh: '这是 XML 格式的旧式表格：请在表格软件中打开后另存为 XLSX',
    en: 'this is a spreadsheet of the old XML kind: open it in a spreadsheet program and save it as XLSX',
  },
  TooLarge: {
    zh: '表格解压后过大,已停止读取:请分成几个文件',
    en: 'the spreadsheet unpacks to too much: reading stopped; split it into several files',
  },
  BadText: {
    zh: '文本编码无法识别:请另存为 UTF-8 的 CSV 或 XLSX',
    en: 'the text’s encoding is not known: save it as CSV in UTF-8 or as XLSX',
  },
  BadCsv: { zh: 'CSV 引号或分隔有误', en: 'the CSV’s quotes or separators are wrong' },
  NoSuchSheet: { zh: '没有这个工作表', en: 'there is no such sheet' },
} as const;

export type SheetProblem = keyof typeof TEXTS;

/** A sheet file cannot be read: which file, what is wrong, what to do; `text` in both languages. */
export class SheetError extends Error {
  readonly text: { readonly zh: string; readonly en: string };

  constructor(
    readonly code: SheetProblem,
    readonly file: string,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    const { zh, en } = TEXTS[code];
    super(`${file}: ${en}${detail && ` (${detail})`} / ${zh}${detail && `（${detail}）`}`, options);
    this.name = 'SheetError';
    this.text = { zh: `${zh}${detail && `（${detail}）`}`, en: `${en}${detail && ` (${detail})`}` };
  }
}
