/**
 * Measures what the product promises to reach: `npm run bench -- P4`, without a name all there is. `--small` takes seconds a bench and only
 * shows that they work; `--large` fills logs with ten million events; `--one-process` leaves out what needs Kafka, MongoDB or KurrentDB.
 * Each server is the one named in the environment, one in Docker, or one of our own (e2e/servers).
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clearInterval, setInterval } from 'node:timers';

const here = dirname(fileURLToPath(import.meta.url));

// It has to be in the environment before anything is imported: graphql-js looks once.
if (process.env.NODE_ENV !== 'production') {
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = ['--expose-gc', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
}

const { build, stop } = await import('esbuild');
const outdir = join(here, '../dist');
await build({
  entryPoints: { bench: join(here, 'bench.ts'), 'bench-server': join(here, 'opponents/server.ts') },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await stop();
const { bench, serversOf } = await import(pathToFileURL(join(outdir, 'bench.mjs')).href);
const { findServers } = await import('../servers/find.mjs');
const has = (flag) => process.argv.includes(flag);
const choice = {
  names: process.argv.slice(2).filter((argument) => !argument.startsWith('--')),
  oneProcess: has('--one-process'),
};
const servers = serversOf(choice) ? await findServers({ say: () => undefined }) : null;
// Programs under measurement keep this one from nothing: it waits for them by itself.
const awake = setInterval(() => undefined, 1000);
let code = 1;
try {
  await bench(choice, { small: has('--small'), large: has('--large'), servers: servers?.report() ?? [] });
  code = 0;
} catch (error) {
  console.error(error);
}
clearInterval(awake);
await servers?.stop();
process.exit(code);
