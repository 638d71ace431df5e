import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const pom = readFileSync(join(here, 'pom.xml'), 'utf8');
const NAME = 'mongo-java-server';
const VERSION = /<artifactId>mongo-java-server-memory-backend<\/artifactId>\s*<version>([^<]+)/.exec(pom)[1];

/** The jars, fetched once: made aside and renamed, so that a stopped fetch leaves nothing half done. */
const jars = (cache) => {
  const folder = join(cache, `${NAME}-${createHash('sha256').update(pom).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${randomUUID()}`;
  mkdirSync(making, { recursive: true });
  const maven = ['-B', '-q', 'dependency:copy-dependencies', `-DoutputDirectory=${making}`];
  const { status, error, stdout, stderr } = spawnSync('mvn', maven, { cwd: here, encoding: 'utf8' });
  if (status !== 0) {
    rmSync(making, { recursive: true, force: true });
    const why = error?.message ?? `${stdout}${stderr}`.trim();
    throw new Error(`${NAME}: Maven could not fetch its jars; install maven and a Java of at least 17. ${why}`);
  }
  try {
    renameSync(making, folder);
  } catch (failure) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw failure;
  }
  return folder;
};

const listening = (child) =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${NAME} ended with ${code}: ${said}`)));
    createInterface(child.stdout).on('line', (line) => line === 'listening' && resolve());
  });

/**
 * Starts the server, in memory, on 127.0.0.1: a fake made for tests, fast, with nothing kept. Resolves when it listens; it ends with
 * `stop()`, and with the process that started it. `folder` keeps its jars (default: under node_modules/.cache).
 */
export const startMongoJavaServer = async ({ port, folder } = {}) => {
  const lib = jars(folder ?? join(repository, 'node_modules/.cache/sunlit-servers'));
  const at = port ?? (await freePort());
  const java = ['-Xmx1g', '-XX:+UseSerialGC', '-cp', join(lib, '*'), join(here, 'Server.java'), String(at)];
  const child = spawn('java', java, { stdio: ['pipe', 'pipe', 'pipe'] });
  await listening(child);
  return {
    url: `mongodb://127.0.0.1:${at}`,
    name: NAME,
    version: VERSION,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startMongoJavaServer({ port: process.argv[2] && Number(process.argv[2]) });
  console.log(server.url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.stop().then(() => process.exit(0)));
}
