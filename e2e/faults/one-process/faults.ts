import { cpus } from 'node:os';
import { checkers } from './checkers.fault.js';
import { clock } from './clock.fault.js';
import { repeats, writers } from './contention.fault.js';
import { diskFull } from './disk-full.fault.js';
import { failpoints, handovers, keyMaking, erasing, rebuilding } from './failpoints.fault.js';
import { Violated, type Conditions, type Fault } from './fault.js';
import { fsyncError } from './fsync-error.fault.js';
import { fsyncOrder } from './fsync-order.fault.js';
import { gone } from './gone.fault.js';
import { kills } from './kills.fault.js';
import { overload } from './overload.fault.js';
import { restoring } from './restore.fault.js';
import { sameAgain } from './same-again.fault.js';
import { slow } from './slow.fault.js';
import { inLanes } from './lanes.js';

/** Every fault by its one name, in the order they are tried. */
const FAULTS: Readonly<Record<string, Fault>> = {
  failpoints,
  handover: handovers,
  rebuild: rebuilding,
  keys: keyMaking,
  erasure: erasing,
  kills,
  'disk-full': diskFull,
  'fsync-error': fsyncError,
  'fsync-order': fsyncOrder,
  writers,
  repeats,
  clock,
  overload,
  slow,
  gone,
  restore: restoring,
  'same-again': sameAgain,
  checkers,
};

const chosen = (names: readonly string[]): readonly (readonly [string, Fault])[] =>
  (names.length > 0 ? names : Object.keys(FAULTS)).map((name) => {
    const fault = FAULTS[name];
    if (!fault) throw new Error(`There is no fault ${name}: take one of ${Object.keys(FAULTS).join(', ')}.`);
    return [name, fault];
  });

interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: string;
  readonly failed: boolean;
}

const reportOfFailure = (name: string, error: unknown, { small, seed }: Conditions): string => {
  const violated = error instanceof Violated;
  const seeded = violated && error.again ? error.again : `--seed ${seed}`;
  const what = violated ? `VIOLATED\n${error.message}` : `FAILED\n${(error as Error).stack}`;
  return `${what}\nagain: npm run faults -- ${name} ${seeded}${small ? ' --small' : ''}`;
};

/** The promise, or an error once so many ms have passed: what hangs is told as well. */
const inTime = <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const tried = async (name: string, { title, run }: Fault, given: Conditions): Promise<Row> => {
  const began = performance.now();
  const conditions = { ...given, say: (text: string): void => given.say(`${name}: ${text}`) };
  console.log(`${name}  ${title}`);
  const result = await inTime(run(conditions), conditions.small ? 600_000 : 7_200_000).then(
    (outcome) => ({ outcome, failed: false }),
    (error: unknown) => ({ outcome: reportOfFailure(name, error, conditions), failed: true }),
  );
  console.log(`  ${result.failed ? '✗' : '✓'} ${name}: ${result.outcome}`);
  return { name, seconds: Math.round((performance.now() - began) / 1000), ...result };
};

const firstLines = (text: string): string => text.split('\n').slice(0, 2).join(' ').slice(0, 150);

const printTable = (rows: readonly Row[]): void => {
  console.log('');
  for (const { name, seconds, outcome, failed } of rows)
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(14)} ${`${seconds} s`.padStart(7)}  ${firstLines(outcome)}`);
};

/** Tries these faults one after another (no names: all), shows each as it goes and a table at the end; true where every promise held. */
export const faults = async (
  names: readonly string[],
  { small, seeds = small ? 1 : 50, seed = 1 }: { small: boolean; seeds?: number; seed?: number },
): Promise<boolean> => {
  const say = (text: string): void => console.log(`  … ${text}`);
  const conditions: Conditions = { small, seeds, seed, say };
  const all = chosen(names);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}${small ? '; SMALL' : ''}`);
  const rows: Row[] = [];
  // What is small measures nothing: two at a time.
  await inLanes(small ? 2 : 1, all, async ([name, fault]) => void rows.push(await tried(name, fault, conditions)));
  printTable(rows);
  return rows.every(({ failed }) => !failed);
};
