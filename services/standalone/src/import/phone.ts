import { normal } from './normal.js';

/** Area codes of two digits begin with 1 or 2 (010, 021 …), the others have three: 0310–0998. 400 and 800 are numbers of their own kind. */
const LANDLINE = /^0(?:10|2\d)\d{8}$|^0(?!400|800)[3-9]\d{2}\d{7,8}$/;
const WHOLE = /^(?:1[3-9]\d{9}|\d{3,8}|[48]00\d{7})$/;
/** What a spreadsheet makes of a number: `13800000000.0`. */
const FLOAT = /^(\d{3,15})\.0+$/;

/**
 * A phone number as it was before a spreadsheet took it for a figure: without `.0`, with the zero in front that it lost, each only where what
 * comes out is a phone number. Everything else stays as it is written, normalised.
 */
export const restoredPhone = (written: string): string => {
  const plain = normal(written);
  const digits = FLOAT.exec(plain)?.[1] ?? plain;
  if (WHOLE.test(digits) || LANDLINE.test(digits)) return digits;
  return LANDLINE.test(`0${digits}`) ? `0${digits}` : plain;
};
