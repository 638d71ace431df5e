const UNSEEN =
  // eslint-disable-next-line no-control-regex -- what copy and paste leaves in sheets
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * A code, date, number or phone in the form it is compared and recorded in: full-width letters and digits as plain ones, U+3000 and its like as a
 * space, invisible characters gone (Unicode NFKC). What people wrote as text is never put through this.
 */
export const normal = (text: string): string =>
  text.toWellFormed().normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** What two headings have in common that name the same column: no spaces, no line breaks, no mark of a required field, no colon at the end. */
export const labelKey = (label: string): string =>
  normal(label)
    .replace(/\s/g, '')
    .replace(/^[*＊]+|[*＊]+$|[:：]+$/g, '');
