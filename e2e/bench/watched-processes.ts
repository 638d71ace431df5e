import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** A program that this one started, and what it is. */
export interface WatchedProcess {
  readonly pid: number;
  /** `complaints-worker`, or the program's file. */
  readonly name: string;
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const statOf = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const nameOf = (pid: number): string => {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const program = command.find((part) => /\.m?js$/.test(part)) ?? command[0]!;
  const service = /services\/([a-z]+)\/dist\/main\.js$/.exec(program)?.[1];
  const role = /(?:^|\0)SUNLIT_ROLE=(\w+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1];
  if (!service) return program.slice(program.lastIndexOf('/') + 1);
  return service === 'gateway' ? service : `${service}-${role}`;
};

/** Whatever `work` gives for a process that has not ended meanwhile. */
const unlessGone = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** The programs this one started that run now, by name. Linux alone keeps what this reads. */
export const startedHere = (): readonly WatchedProcess[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && unlessGone(() => Number(statOf(Number(entry))[1])) === process.pid)
    .flatMap((entry) => {
      const name = unlessGone(() => nameOf(Number(entry)));
      return name ? [{ pid: Number(entry), name }] : [];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The processor time it took until now, in ms. */
export const processorTime = ({ pid }: WatchedProcess): number => {
  const stat = statOf(pid);
  return ((Number(stat[11]) + Number(stat[12])) * 1000) / TICKS;
};

/** Memory of a process in MiB: resident, and its share of it where pages are shared. */
export const memoryOf = ({ pid }: WatchedProcess): { readonly rss: number; readonly pss: number } => {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)![1]);
  return { rss: kilobytes('Rss') / 1024, pss: kilobytes('Pss') / 1024 };
};

/** Begins to count processor time; `end` gives the ms each process took since, `total` since it was started. */
export const countProcessorTime = (processes: readonly WatchedProcess[]) => {
  const taken = (): readonly number[] => processes.map(processorTime);
  const before = taken();
  const named = (times: readonly number[]) => new Map(processes.map(({ name }, at) => [name, times[at]!]));
  return {
    total: (): ReadonlyMap<string, number> => named(taken()),
    end: (): ReadonlyMap<string, number> => named(taken().map((ms, at) => ms - before[at]!)),
  };
};
