import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesHolding } from './holding.js';
import { distributedOffices } from './offices.js';
import { servingOneProcess, type Server } from './one-process.js';
import { CLI, ended, gathered, startProgram, type Env } from './processes.js';

export type { Server } from './one-process.js';

/** Whether scenarios run on services as separate processes; else on the one process that needs nothing. */
export const DISTRIBUTED = process.env['SUNLIT_TEST_COMPOSITION'] === 'distributed';

const offices = distributedOffices();

/** A folder whose name holds a space and Chinese characters; removed by `remove`, with what runs on it. */
export const aFolder = (): { path: string; remove: () => Promise<void> } => {
  const path = mkdtempSync(join(tmpdir(), 'sunlit 数据 '));
  const remove = async (): Promise<void> => {
    await offices.close(path);
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  return { path, remove };
};

/** What one run of the command line did. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program's command line to its end; on separate services where the scenarios do. */
export const sunlit = async (...args: readonly string[]): Promise<Ran> => {
  const env = DISTRIBUTED ? await offices.envFor(args) : {};
  const child = startProgram(CLI, args, env);
  const text = gathered(child);
  const code = await ended(child);
  return { code, ...text };
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

/** Serves the office of a data folder: `serve`, or `demo` with its year; resolves when it does. */
export const serving = (args: readonly string[], env: Env = {}): Promise<Server> =>
  DISTRIBUTED ? offices.serve(args, env) : servingOneProcess(args, env);

/** Where what is kept for the office of a data folder holds the text: files, collections, topics. */
export const holding = (data: string, text: string): Promise<readonly string[]> =>
  DISTRIBUTED ? offices.holding(data, text) : Promise.resolve(filesHolding(data, text));
