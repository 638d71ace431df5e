import { once } from 'node:events';

/** Where a command writes: results on standard output, progress and troubles on standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A line that replaces the one before it where a person looks; nothing otherwise. */
  readonly progress: (text: string) => void;
  /** Ends the line of `progress`. */
  readonly progressDone: () => void;
  /** Resolves once what was written so far is on its way: for output larger than memory. */
  readonly flushed: () => Promise<void>;
  /** The command ran, but what it looked for is not as it should be. */
  readonly fail: () => void;
  readonly exitCode: () => number;
}

/** A reader that has seen enough (`sunlit events | head`) is no error. */
const endWithReader = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
};

/** The process's own terminal. */
export const terminal = (): Terminal => {
  let failed = false;
  process.stdout.on('error', endWithReader);
  const person = process.stderr.isTTY;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    progress: (text) => void (person ? process.stderr.write(`\r\u001b[2K${text}`) : undefined),
    progressDone: () => void (person ? process.stderr.write('\r\u001b[2K') : undefined),
    flushed: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    fail: () => void (failed = true),
    exitCode: () => (failed ? 1 : 0),
  };
};
