/**
 * Breaks the one process in every way that is known and looks at what is left: `npm run faults`; by names only those
 * (`npm run faults -- kills --seeds 50`); `--small` does each kind briefly; `--seed N` begins with that seed.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { build, stop } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const outfile = join(here, '../dist/faults.mjs');
await build({
  entryPoints: [join(here, 'one-process/faults.ts')],
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
const options = { small: { type: 'boolean' }, seeds: { type: 'string' }, seed: { type: 'string' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const { faults } = await import(pathToFileURL(outfile).href);
// Programs that are waited for keep this one from nothing: it waits for them by itself.
const awake = setInterval(() => undefined, 1000);
const ok = await faults(positionals, {
  small: values.small ?? false,
  ...(values.seeds && { seeds: Number(values.seeds) }),
  ...(values.seed && { seed: Number(values.seed) }),
});
clearInterval(awake);
process.exit(ok ? 0 : 1);
