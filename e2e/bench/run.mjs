/**
 * Measures what the product promises to reach: `npm run bench -- P13`, without a name all there is; `--small` takes seconds and only shows
 * that the benches work. Each server is the one named in the environment, one in Docker, or one of our own (e2e/servers).
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clearInterval, setInterval } from 'node:timers';
import { build, stop } from 'esbuild';
import { findServers } from '../servers/find.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const outfile = join(here, '../dist/bench.mjs');
await build({
  entryPoints: [join(here, 'bench.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await stop();
const { bench, serversOf } = await import(pathToFileURL(outfile).href);
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const servers = serversOf(names) ? await findServers({ say: () => undefined }) : null;
// Programs under measurement keep this one from nothing: it waits for them by itself.
const awake = setInterval(() => undefined, 1000);
let code = 1;
try {
  await bench(names, { small: process.argv.includes('--small'), servers: servers?.report() ?? [] });
  code = 0;
} catch (error) {
  console.error(error);
}
clearInterval(awake);
await servers?.stop();
process.exit(code);
