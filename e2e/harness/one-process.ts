import { CLI, ended, gathered, startProgram, type Env } from './processes.js';

/** The built program, serving. */
export interface Server {
  readonly url: string;
  /** Of the first administrator, where this start made it. */
  readonly password: string | null;
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const URL_LINE = /http:\/\/[\d.]+:\d+/;
const PASSWORD_LINE = /administrator: admin \/ (\S+)/;

/** Starts a program that serves and resolves when it says where. */
export const servingProgram = async (
  path: string,
  args: readonly string[],
  env: Env,
): Promise<Server & { readonly pid: number }> => {
  const child = startProgram(path, args, env);
  const text = gathered(child);
  const over = ended(child);
  const saysWhere = /Sunlit serves on |GraphiQL/;
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => saysWhere.test(text.out) && URL_LINE.test(text.out) && setImmediate(resolve));
    void over.then((code) => reject(new Error(`${path} ${args.join(' ')} ended (${code}): ${text.out}${text.err}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return over;
  };
  return {
    url: URL_LINE.exec(text.out)![0],
    password: PASSWORD_LINE.exec(text.out)?.[1] ?? null,
    pid: child.pid!,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
};

/** Starts `sunlit <args>` on any free port and resolves when it says where it serves. */
export const servingOneProcess = (args: readonly string[], env: Env = {}): Promise<Server & { readonly pid: number }> =>
  servingProgram(CLI, [...args, '--port', '0'], env);
