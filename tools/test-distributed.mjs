/**
 * Runs what needs real servers: adapters' contract suites, the scenarios on separate services, faults. Finds each server by its address in
 * the environment, in Docker, or starts one of its own (e2e/servers); says at the end what each suite ran on. With `--short` fewer rounds of
 * the same, and no demonstration's year, for where minutes count; it says so. Other arguments go to Jest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServers } from '../e2e/servers/find.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the suites in a folder run on; the first that fits. */
const RUN_ON = [
  ['libs/event-store/src/kurrentdb/away', () => 'a KurrentDB stand-in of its own, stopped and frozen'],
  ['libs/event-store', ({ SUNLIT_TEST_KURRENTDB }) => SUNLIT_TEST_KURRENTDB],
  ['libs/event-bus', ({ SUNLIT_TEST_KAFKA }) => SUNLIT_TEST_KAFKA],
  ['e2e/servers/ferretdb', () => 'FerretDB on PostgreSQL of its own, killed'],
  [
    'libs/',
    ({ SUNLIT_TEST_MONGODB, SUNLIT_TEST_MONGODB_DURABLE }) => `${SUNLIT_TEST_MONGODB}; ${SUNLIT_TEST_MONGODB_DURABLE}`,
  ],
  [
    'services/',
    ({ SUNLIT_TEST_MONGODB, SUNLIT_TEST_MONGODB_DURABLE }) => `${SUNLIT_TEST_MONGODB}; ${SUNLIT_TEST_MONGODB_DURABLE}`,
  ],
  ['e2e/faults', (all) => `${all.SUNLIT_TEST_KAFKA}; ${all.SUNLIT_TEST_MONGODB}; a SQLite log a service`],
  ['e2e/', (all) => `${all.SUNLIT_TEST_KAFKA}; ${all.SUNLIT_TEST_MONGODB}; a KurrentDB stand-in of its own`],
];

const lineOf = (names, { name, status, assertionResults }) => {
  const path = relative(root, name);
  const on = RUN_ON.find(([folder]) => path.startsWith(folder))[1](names);
  const passed = assertionResults.filter((one) => one.status === 'passed').length;
  return `  ${status === 'passed' ? '✓' : '✕'} ${path}  ${passed}/${assertionResults.length}  on ${on}`;
};

const short = process.argv.includes('--short');
const LEFT_OUT = 'e2e/scenarios/demo';
const SHORT_FORM = [
  `Short form 简短形式: not run 未运行 ${LEFT_OUT} (some 41,000 events through separate services);`,
  'failpoints at passes 1, 2, 4, 8 … instead of every one, fewer random kills, the broker away for 15 s instead of 60.',
].join('\n  ');

const servers = await findServers();
const folder = mkdtempSync(join(tmpdir(), 'sunlit-distributed-'));
const results = join(folder, 'results.json');
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  join(root, 'node_modules/jest/bin/jest.js'),
  ...['--config', join(root, 'jest.distributed.config.js'), '--json', '--outputFile', results],
  ...process.argv.slice(2).filter((argument) => argument !== '--short'),
  ...(short ? ['--testPathIgnorePatterns', '/node_modules/', '/dist/', LEFT_OUT] : []),
];
const child = spawn(process.execPath, jest, {
  cwd: root,
  stdio: ['inherit', 'ignore', 'inherit'],
  env: { ...process.env, ...(short && { SUNLIT_TEST_SHORT: '1' }) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
await servers.stop();
console.log('\nRun on 运行于:');
for (const line of servers.report()) console.log(`  ${line}`);
for (const suite of JSON.parse(readFileSync(results, 'utf8')).testResults) console.log(lineOf(servers.names, suite));
if (short) console.log(`\n${SHORT_FORM}`);
rmSync(folder, { recursive: true, force: true });
process.exit(code ?? 1);
