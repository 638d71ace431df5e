import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../free-port.mjs';
import { serverProperties } from './properties.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const repository = resolve(here, '../../..');
const pom = join(here, 'pom.xml');
const run = promisify(execFile);

/** The version `pom.xml` pins. */
const VERSION = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8'))[1];
const STARTED = 'Kafka Server started';
const PATIENCE_MS = 60_000;

/** Copies the jars once; whoever comes second while it is done copies too, and the first to finish stays. */
const jars = async () => {
  const cache = join(repository, 'node_modules/.cache/sunlit-servers/kafka');
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const lib = join(cache, `lib-${hash}`);
  if (existsSync(lib)) return lib;
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  await run('mvn', ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${join(part, 'lib')}`]);
  try {
    renameSync(join(part, 'lib'), lib);
  } catch (error) {
    if (!existsSync(lib)) throw error;
  }
  rmSync(part, { recursive: true, force: true });
  return lib;
};

const format = async (lib, folder, config) => {
  if (existsSync(join(folder, 'data/meta.properties'))) return;
  const id = randomBytes(16);
  // An id that begins with "-" would be taken for an option: one in 64 otherwise does.
  id[0] &= 0x7f;
  const cluster = id.toString('base64url');
  await run('java', ['-cp', `${lib}/*`, 'kafka.tools.StorageTool', 'format', '-t', cluster, '-c', config]);
};

/** Starts the broker's process and waits until it says that it serves. */
const launch = async (lib, folder, config) => {
  const quiet = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.log.kafka.server=info'];
  const args = ['-Xmx400m', '-XX:+UseSerialGC', ...quiet, '-cp', `${lib}/*`, 'kafka.Kafka', config];
  const child = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(folder, 'kafka.log'), { flags: 'a' });
  const ended = once(child, 'exit');
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  void ended.then(() => process.off('exit', orphaned));
  await new Promise((resolve, reject) => {
    const failed = () => reject(new Error(`Kafka did not start: read ${join(folder, 'kafka.log')}.`));
    const timer = setTimeout(failed, PATIENCE_MS);
    const read = (part) => {
      log.write(part);
      if (!String(part).includes(STARTED)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', failed);
  });
  return { pid: child.pid, signal: (name) => child.kill(name), ended };
};

/**
 * Starts Kafka, one KRaft node, on 127.0.0.1. `folder` holds its data, configuration and log; a folder and port used before give the same
 * broker again. `stop` ends it in good order, `kill` with SIGKILL, `pause` and `resume` freeze it and let it go on, `restart` starts it again
 * on the same folder and port (stopping it where it runs). It ends with this process.
 */
export const startKafka = async ({ folder, port }) => {
  const lib = await jars();
  mkdirSync(folder, { recursive: true });
  const ports = { port: port ?? (await freePort()), controllerPort: await freePort() };
  const config = join(folder, 'server.properties');
  const at = `127.0.0.1:${ports.port}`;
  const { controllerPort } = ports;
  writeFileSync(config, serverProperties({ data: join(folder, 'data'), listen: at, advertise: at, controllerPort }));
  await format(lib, folder, config);
  let running = await launch(lib, folder, config);
  const end = async (signal) => {
    running?.signal(signal);
    await running?.ended;
    running = null;
  };
  return {
    address: `127.0.0.1:${ports.port}`,
    name: 'Kafka',
    version: VERSION,
    pid: () => running?.pid,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => running?.signal('SIGSTOP'),
    resume: () => running?.signal('SIGCONT'),
    restart: async () => {
      await end('SIGTERM');
      running = await launch(lib, folder, config);
    },
  };
};

/** By hand: `node e2e/servers/kafka/start.mjs [folder] [port]` prints the address and serves until it is interrupted. */
const byHand = async ([folder, port]) => {
  const temporary = folder === undefined;
  const place = folder ?? mkdtempSync(join(tmpdir(), 'sunlit-kafka-'));
  const kafka = await startKafka({ folder: place, ...(port && { port: Number(port) }) });
  console.log(kafka.address);
  const stop = async () => {
    await kafka.stop();
    if (temporary) rmSync(place, { recursive: true, force: true });
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await byHand(process.argv.slice(2));
