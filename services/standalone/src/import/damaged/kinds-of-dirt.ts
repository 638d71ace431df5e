/** A damaged sheet: its bytes, and what the usual mapping needs beside its own lines for it. */
export interface Dirty {
  readonly bytes: () => Buffer;
  /** Lines of the mapping by key: they replace its own or come after them. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** The name the file is given out under, where it says something else than what is in it. */
  readonly name?: string;
}

export type Cells = readonly (string | number | null)[];

export const HEADER: Cells = ['编号', '类型', '标题', '姓名', '电话', '时间'];

/** Rows nothing is wrong with. */
export const GOOD: readonly Cells[] = [
  ['A1', '咨询', '9路末班车', '张三', '13900000000', '2021-03-01 08:30'],
  ['A2', '投诉', '2路等车太久', '李四', '13900000001', '2021-03-02 09:00:15'],
];

/** The mapping of these sheets, by key. */
export const MAPPING: Readonly<Record<string, string>> = {
  rows: 'history',
  number: '编号',
  source: "{ always: '12345' }",
  medium: '{ always: phone }',
  kind: '{ column: 类型, values: { 咨询: consultation, 投诉: complaint } }',
  category: '{ always: other.matter }',
  summary: '标题',
  caller: '{ name: 姓名, phone: 电话 }',
  cameAt: '{ column: 时间 }',
};

/** Rows as a CSV, every text in quotes. */
export const csvOf = (rows: readonly Cells[], separator = ','): string =>
  rows.map((cells) => cells.map((cell) => (cell === null ? '' : `"${cell}"`)).join(separator)).join('\r\n');
