import type { Text } from '@sunlit/contracts';

/** One thing wrong with a mapping: the line (from 1), the field as a path, what and what to do. */
export interface MappingProblem {
  readonly line: number;
  readonly field: string;
  readonly text: Text;
}

/** A mapping cannot be used; the message names file, line and field of everything wrong, in both languages. */
export class MappingError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly MappingProblem[],
  ) {
    const lines = problems.map(
      ({ line, field, text }) => `${file}:${line}: ${field ? `${field}: ` : ''}${text.en} / ${text.zh}`,
    );
    super(lines.join('\n'));
    this.name = 'MappingError';
  }
}
