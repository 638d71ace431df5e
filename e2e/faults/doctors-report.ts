import type { ChildProcess } from 'node:child_process';
import { ended, gathered } from '../harness/processes.js';

/** What `sunlit doctor --json` says, as far as it is looked at here. */
export interface Report {
  readonly ok: boolean;
  readonly findings: readonly { readonly invariant: string; readonly text: { readonly en: string } }[];
  readonly notes: readonly { readonly en: string }[];
  readonly setAside: readonly unknown[];
  readonly asOf: string | null;
  readonly checked: { readonly events: number; readonly figures: number };
}

/** What a `sunlit doctor --json` that was started reports. */
export const reportOf = async (child: ChildProcess): Promise<Report> => {
  const text = gathered(child);
  const code = await ended(child);
  try {
    return JSON.parse(text.out) as Report;
  } catch (cause) {
    throw new Error(`sunlit doctor gave no JSON (exit ${code}): ${text.out}${text.err}`, { cause });
  }
};

/** All that a report says against a system that had time to come to rest: findings, what was not checked, streams set aside. */
export const wrongIn = ({ ok, findings, notes, setAside, asOf }: Report): readonly string[] => [
  ...findings.map(({ invariant, text }) => `${invariant} ${text.en}`),
  // Within sixty days of its end the doctor says so of the holiday table: nothing that a fault could have done.
  ...notes.flatMap(({ en }) => (en.startsWith('The holiday table ends') ? [] : [`note: ${en}`])),
  ...setAside.map((row) => `set aside: ${JSON.stringify(row)}`),
  ...(asOf === null ? ['I4 figures were not compared'] : []),
  ...(ok || findings.length > 0 ? [] : ['the doctor says that not all is well, and not what']),
];
