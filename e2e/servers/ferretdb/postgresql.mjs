import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

const run = (command, options, what) => {
  const { status, error, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new Error(`${what}: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
};

/** PostgreSQL refuses to run as root: then it runs as its own user. */
const asItsUser = (command, options) =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...options]] : [command, options];

const newest = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => /^\d+$/.test(name)) : [];
  const usable = versions.filter((name) => existsSync(join(DEBIAN, name, 'bin/initdb')));
  const version = usable.sort((a, b) => Number(b) - Number(a))[0];
  return version && join(DEBIAN, version, 'bin');
};

/** The folder of PostgreSQL's programs; installs them where that can be done. `who` needs it, for whoever reads that it is missing. */
export const postgresqlPrograms = (who = 'FerretDB needs') => {
  const found = newest();
  if (found) return found;
  const missing = `${who} PostgreSQL: install it (Debian: apt-get install postgresql)`;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Error(`${missing}.`);
  run('apt-get', ['update', '-q'], missing);
  run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-q', 'postgresql'], missing);
  const installed = newest();
  if (!installed) throw new Error(`${missing}.`);
  return installed;
};

/** "15.13". */
export const postgresqlVersion = (programs) =>
  run(join(programs, 'postgres'), ['--version'], 'PostgreSQL does not run').split(' ')[2];

const initialise = (programs, data) => {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  mkdirSync(data, { recursive: true });
  chmodSync(join(data, '..'), 0o755);
  if (isRoot) run('chown', ['postgres', data], 'PostgreSQL');
  const [command, options] = asItsUser(join(programs, 'initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '-U',
    'postgres',
  ]);
  run(command, options, `PostgreSQL could not make ${data} (its user must be able to enter the folders above)`);
};

/** It and its children: they leave its process group, so that a signal to the group does not reach them. */
const family = (postmaster) => {
  const children = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
};

const signal = (pid, name) => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

const ended = (child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null);

/** Ends the server when its input ends: so it never outlives the process that started it. */
const WRAPPER = '"$@" & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server';

const answers = async (programs, port, child) => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}: ${child.said()}`);
    const probe = spawn(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    const [code] = await once(probe, 'exit');
    if (code === 0) return;
    await setTimeout(50);
  }
};

/** Starts PostgreSQL on 127.0.0.1 with its data in this folder, made where there is none; resolves when it answers. */
export const startPostgresql = async (programs, data, port) => {
  initialise(programs, data);
  const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, 'unix_socket_directories=', 'max_connections=120'];
  const server = [join(programs, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const [command, options] = asItsUser('sh', ['-c', WRAPPER, 'sh', ...server]);
  const child = spawn(command, options, { stdio: ['pipe', 'ignore', 'pipe'], cwd: data });
  let said = '';
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  child.said = () => said;
  await answers(programs, port, child);
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    pid,
    stop: async () => {
      child.stdin.end();
      await ended(child);
    },
    kill: async () => {
      for (const each of family(pid)) signal(each, 'SIGKILL');
      child.stdin.end();
      await ended(child);
    },
  };
};
