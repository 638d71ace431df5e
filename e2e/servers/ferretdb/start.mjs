import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { postgresqlPrograms, postgresqlVersion, startPostgresql } from './postgresql.mjs';
import { freePort } from '../free-port.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = ['go.mod', 'go.sum', 'main.go'];

const digest = () => {
  const hash = createHash('sha256');
  for (const name of SOURCES) hash.update(readFileSync(join(here, name)));
  return hash.digest('hex').slice(0, 12);
};

/** The program, built once: made aside and renamed, so that a stopped build leaves nothing half done. */
const binary = (cache) => {
  const file = join(cache, `ferretdb-${digest()}`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const making = `${file}.${randomUUID()}`;
  const { status, error, stderr } = spawnSync('go', ['build', '-o', making, '.'], { cwd: here, encoding: 'utf8' });
  if (status !== 0) {
    rmSync(making, { force: true });
    throw new Error(`FerretDB could not be built; install Go of at least 1.22. ${error?.message ?? stderr.trim()}`);
  }
  renameSync(making, file);
  return file;
};

const version = () => /FerretDB v(\S+)/.exec(readFileSync(join(here, 'go.mod'), 'utf8'))[1];

const answers = async (url, child) => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`FerretDB ended with ${child.exitCode}: ${child.said()}`);
    const connection = mongoose.createConnection(url, { serverSelectionTimeoutMS: 500 });
    const there = await connection
      .asPromise()
      .then(() => connection.db.command({ ping: 1 }))
      .then(
        () => true,
        () => false,
      );
    await connection.close(true);
    if (there) return;
  }
};

const startProgram = async (program, url, database) => {
  const child = spawn(program, [new URL(url).host, database], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  child.said = () => said;
  await answers(url, child);
  const end = async (name) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(name);
    await once(child, 'exit');
  };
  return { pid: child.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};

/**
 * Starts FerretDB on PostgreSQL, both on 127.0.0.1: a real database that keeps what it acknowledged. Resolves when it answers.
 * `folder` keeps the data (default: one of its own, removed by `stop()`); `cache` keeps the built program (default: under
 * node_modules/.cache). `kill()` is SIGKILL of everything; `start()` then goes on with the same data under the same url.
 */
export const startFerretdb = async ({ port, folder, cache } = {}) => {
  const program = binary(cache ?? join(repository, 'node_modules/.cache/sunlit-servers'));
  const programs = postgresqlPrograms();
  const home = folder ?? mkdtempSync(join(tmpdir(), 'sunlit-ferretdb-'));
  const url = `mongodb://127.0.0.1:${port ?? (await freePort())}`;
  const inner = await freePort();
  let running = [];
  const start = async () => {
    const postgresql = await startPostgresql(programs, join(home, 'postgresql'), inner);
    running = [postgresql];
    const database = `postgres://postgres@127.0.0.1:${inner}/postgres?pool_max_conns=100`;
    running = [await startProgram(program, url, database), postgresql];
  };
  const stop = async () => {
    for (const server of running.splice(0)) await server.stop();
    if (!folder) rmSync(home, { recursive: true, force: true });
  };
  await start().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url,
    name: 'FerretDB on PostgreSQL',
    version: `${version()} on ${postgresqlVersion(programs)}`,
    folder: home,
    start,
    stop,
    kill: async () => void (await Promise.all(running.splice(0).map((server) => server.kill()))),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startFerretdb({ port: process.argv[2] && Number(process.argv[2]) });
  console.log(server.url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.stop().then(() => process.exit(0)));
}
