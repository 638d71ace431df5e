import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../services/standalone/bin/sunlit.js', import.meta.url));

/** A folder whose name holds a space and Chinese characters; removed by `remove`. */
export const aFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'sunlit 数据 '));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};

/** What one run of the command line did. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const gathered = (child: ChildProcess) => {
  const text = { out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', (part: string) => (text.out += part));
  child.stderr!.setEncoding('utf8').on('data', (part: string) => (text.err += part));
  return text;
};

/** Runs the built program's command line to its end. */
export const sunlit = (...args: readonly string[]): Promise<Ran> => {
  const child = start(args);
  const text = gathered(child);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
};

/** The same, its standard output read as one JSON value. */
export const sunlitJson = async <T>(...args: readonly string[]): Promise<T & { code: number | null }> => {
  const { code, out, err } = await sunlit(...args, '--json');
  try {
    return { ...(JSON.parse(out) as T), code };
  } catch (cause) {
    throw new Error(`sunlit ${args.join(' ')} gave no JSON (exit ${code}): ${out}${err}`, { cause });
  }
};

/** The built program, serving. */
export interface Server {
  readonly url: string;
  /** Of the first administrator, where this start made it. */
  readonly password: string | null;
  readonly pid: number;
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const URL_LINE = /http:\/\/[\d.]+:\d+/;
const PASSWORD_LINE = /administrator: admin \/ (\S+)/;

/** Starts `sunlit <args>` on any free port and resolves when it says where it serves. */
export const serving = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const child = start([...args, '--port', '0'], env);
  const text = gathered(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => URL_LINE.test(text.out) && setImmediate(resolve));
    void ended.then((code) => reject(new Error(`sunlit ${args.join(' ')} ended (${code}): ${text.out}${text.err}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url: URL_LINE.exec(text.out)![0],
    password: PASSWORD_LINE.exec(text.out)?.[1] ?? null,
    pid: child.pid!,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
};
