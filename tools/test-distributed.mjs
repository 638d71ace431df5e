/**
 * Runs what needs real servers: adapters' contract suites, the scenarios on separate services, faults. Finds each server by its address in
 * the environment, in Docker, or starts one of its own (e2e/servers); says at the end what everything ran on. Arguments go to Jest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServers } from '../e2e/servers/find.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const servers = await findServers();
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  join(root, 'node_modules/jest/bin/jest.js'),
  '--config',
  join(root, 'jest.distributed.config.js'),
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, jest, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const [code] = await once(child, 'exit');
await servers.stop();
console.log('\nRun on 运行于:');
for (const line of servers.report()) console.log(`  ${line}`);
console.log(
  '  scenarios and faults use a KurrentDB stand-in of their own each, or a SQLite log a service: each needs an empty log',
);
process.exit(code ?? 1);
