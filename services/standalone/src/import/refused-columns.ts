/** The two columns a file of refused rows has in front of the sheet's own: where the row was, and why it was refused. */
export const [PLACE_COLUMN, REASON_COLUMN] = ['原行号 row', '拒收原因 reason'] as const;

/** Columns Sunlit itself put there: no mapping needs to know them. */
export const HELP_COLUMNS: readonly string[] = [PLACE_COLUMN, REASON_COLUMN];
