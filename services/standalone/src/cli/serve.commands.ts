import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ConfigurationError, untilSignal } from '@sunlit/platform';
import type { Serving } from '../composition/serve.js';
import { settingsOf, type Settings } from './connection.js';
import type { Terminal } from './terminal.js';

/** Serves until a signal comes or the worker is lost, then closes in order. */
const run = async (settings: Settings, at: Terminal, ready: (serving: Serving) => void): Promise<void> => {
  const { configuration, logger } = settings;
  const { serve } = await import('../composition/serve.js');
  let lost: unknown = null;
  let giveUp: () => void = () => undefined;
  const workerLost = new Promise<void>((resolve) => (giveUp = resolve));
  const onWorkerLost = (error: unknown): void => {
    lost = error;
    giveUp();
  };
  const serving = await serve({ configuration, logger, onWorkerLost });
  ready(serving);
  await Promise.race([untilSignal(), workerLost]);
  at.err('正在停止 stopping …\n');
  await serving.close();
  if (lost) throw lost;
};

const port = (options: { port?: string; host?: string }) => ({
  ...(options.port && { SUNLIT_PORT: options.port }),
  ...(options.host && { SUNLIT_HOST: options.host }),
});

const start = (command: Command, at: Terminal) => async (options: { port?: string; host?: string }) => {
  await run(settingsOf(command, { SUNLIT_LOG: 'info', ...port(options) }), at, ({ url, firstAccount }) => {
    const first = firstAccount
      ? `首个管理员 the first administrator: ${firstAccount.account} / ${firstAccount.password}  (只显示一次 shown this once)\n`
      : '';
    at.out(`${first}阳光已启动 Sunlit serves on ${url}/ (GraphiQL: ${url}/graphiql)\n`);
  });
};

interface DemoOptions {
  readonly port?: string;
  readonly host?: string;
  readonly seed: string;
  readonly serve: boolean;
}

const seedOf = (seed: string): number => {
  if (/^\d{1,9}$/.test(seed)) return Number(seed);
  throw new ConfigurationError(`--seed "${seed}":应为非负整数 must be a whole number from 0 to 999999999.`);
};

/** This same command in a process of its own that ends once the year is made: the server then starts with what serving needs. */
const makeApart = async (): Promise<void> => {
  const [program, ...args] = process.argv.slice(1);
  const child = spawn(process.execPath, [program!, ...args, '--no-serve'], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new ConfigurationError('演示数据未能生成,原因见上。 The demonstration year was not made: see above.');
};

const demo = (command: Command, at: Terminal) => async (options: DemoOptions) => {
  const { data } = command.optsWithGlobals<{ data?: string }>();
  // eslint-disable-next-line no-restricted-syntax -- the command line is where a process meets its environment
  const folder = data ?? process.env['SUNLIT_DATA'] ?? join('data', 'demo');
  const settings = settingsOf(command, { ...port(options), SUNLIT_DATA: folder });
  const seed = seedOf(options.seed);
  const { demoExists, makeDemoFolder } = await import('../composition/demo-folder.js');
  if (!demoExists(settings.configuration) && options.serve) await makeApart();
  else if (!demoExists(settings.configuration)) {
    at.err('正在生成一年的演示数据(约一分钟) making a year of demonstration data …\n');
    await makeDemoFolder({ ...settings, seed, onProgress: at.progress });
    at.progressDone();
  }
  if (!options.serve) return;
  const { demoGuide } = await import('./demo-guide.js');
  await run(settings, at, ({ url }) => at.out(demoGuide(url)));
};

/** Commands that start a server. */
export const serveCommands = (program: Command, at: Terminal): void => {
  const add = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--port <n>', 'SUNLIT_PORT, default 4000')
      .option('--host <address>', 'SUNLIT_HOST, default 127.0.0.1');
  const server = add('serve', '启动 serve everything in this one process');
  server.action(start(server, at));
  const show = add('demo', '演示 make the demonstration year if it is not there, and serve it');
  show
    .option('--seed <n>', 'another seed, another year', '2021')
    .option('--no-serve', 'make the year and end')
    .action(demo(show, at));
};
