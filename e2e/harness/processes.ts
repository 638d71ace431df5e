import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { erasingProfile } from './profile.js';

/** Where everything is, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** Variables for a program. */
export type Env = Readonly<Record<string, string>>;

/** Starts one of the built programs, by its path from the root. */
export const startProgram = (path: string, args: readonly string[], env: Env = {}): ChildProcess => {
  const child = spawn(process.execPath, [`${ROOT}${path}`, ...args], {
    env: { SUNLIT_OFFICE: erasingProfile(), ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  // A test that fails half-way leaves programs behind: they keep no test run from ending, and end with it.
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket).unref();
  return child;
};

/** What a program writes, as it comes. */
export const gathered = (child: ChildProcess): { out: string; err: string } => {
  const text = { out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', (part: string) => (text.out += part));
  child.stderr!.setEncoding('utf8').on('data', (part: string) => (text.err += part));
  return text;
};

/** Resolves when the program has ended, with its exit code; null where a signal ended it. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));

/** The command line. */
export const CLI = 'services/standalone/bin/sunlit.js';
