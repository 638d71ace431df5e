export * from './sheet.types.js';
export * from './open-book.js';
export * from './write-workbook.js';
export type { CsvOptions, Encoding } from './csv.js';
export { dateOfSerial } from './serial-date.js';
