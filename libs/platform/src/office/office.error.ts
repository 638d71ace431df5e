import type { Text } from '@sunlit/calendar';

/** One thing wrong with the profile: where in the file (line from 1; 0 where it is the file itself), which field, what and what to do. */
export interface OfficeProblem {
  readonly line: number;
  /** `units[3].parent`; empty for the file as a whole. */
  readonly field: string;
  readonly text: Text;
}

const lineOf = (file: string, { line, field, text }: OfficeProblem): string =>
  `${file}${line > 0 ? `:${line}` : ''}: ${field ? `${field}: ` : ''}${text.en} / ${text.zh}`;

/** The profile cannot be used; the message names file, line and field of everything wrong, in English and Chinese. */
export class OfficeError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly OfficeProblem[],
  ) {
    super(problems.map((problem) => lineOf(file, problem)).join('\n'));
    this.name = 'OfficeError';
  }
}
