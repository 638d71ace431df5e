import type { Cell } from '../sheets/index.js';
import { cleanText } from './clean-text.js';

/** A time of day without a day is kept by spreadsheets as a time of the day before 1900. */
const NO_DAY = '1899-12-3';

const dateText = (local: string, toTheDay: boolean): string => {
  if (local.startsWith(NO_DAY)) return local.slice(11);
  return toTheDay ? local.slice(0, 10) : local.replace('T', ' ');
};

/** The apostrophe that keeps a text from being read as a formula when a sheet is saved on as CSV is no part of it. */
const unquoted = (text: string): string => text.replace(/^'(?=[=+\-@])/, '');

/** What a cell says, cleaned; '' for an empty one and for one whose formula failed. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return cleanText(unquoted(String(cell)));
  return cell.kind === 'date' ? dateText(cell.local, cell.precision === 'day') : '';
};

/** A spreadsheet keeps 15 digits of a number: of a longer one the rest is lost, and nobody can say what it was. */
const MAX_EXACT = 1e15;
const EXPONENT = /^\d(?:\.\d+)?E\+?\d+$/i;

/** Whether the cell is a number of 16 digits or more: an order's or identity number that is no longer itself. */
export const isDamaged = (cell: Cell | undefined): boolean => typeof cell === 'number' && Math.abs(cell) >= MAX_EXACT;

/** Whether what should be a number somebody goes by is only its beginning (`4.30103E+17`), or a figure with a fraction. */
export const isInexact = (cell: Cell | undefined, written: string): boolean =>
  EXPONENT.test(written) || (typeof cell === 'number' && !Number.isInteger(cell));
