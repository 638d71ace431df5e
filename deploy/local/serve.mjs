/**
 * Runs the stand-in for one of the three servers in a container of `sunlit-servers:local`: `serve.mjs kurrentdb|kafka|mongodb`. Kafka is Kafka
 * itself; the other two speak the protocols of what they stand for and keep nothing.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const REPOSITORY = new URL('../../', import.meta.url);
const JARS = '/jars';
/** Where the two that listen on the loopback address alone do so. */
const WITHIN = 17_000;

/** Lets other containers reach what listens on the loopback address. */
const forward = (port) => {
  const join = (client) => {
    const server = connect(WITHIN, '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ])
      one.on('error', () => other.destroy()).pipe(other);
  };
  createServer(join).listen(port, '0.0.0.0');
};

/** Runs Java until it ends, and ends as it did; what stops this process stops it. */
const java = (args, { then = () => undefined } = {}) => {
  const child = spawn('java', args, { stdio: ['pipe', 'inherit', 'inherit'] });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (code === 0 ? then() : process.exit(code ?? 1)));
};

const kafka = async () => {
  const { serverProperties } = await import(new URL('e2e/servers/kafka/properties.mjs', REPOSITORY));
  const file = '/tmp/kafka/server.properties';
  mkdirSync('/tmp/kafka', { recursive: true });
  const listening = { listen: '0.0.0.0:9092', advertise: 'kafka:9092', controllerPort: 9093 };
  writeFileSync(file, serverProperties({ data: '/tmp/kafka/data', ...listening }));
  const jars = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', `${JARS}/kafka/*`];
  const run = () =>
    java(['-Xmx400m', '-XX:+UseSerialGC', ...jars, 'kafka.Kafka', file], { then: () => process.exit(0) });
  const format = ['format', '--ignore-formatted', '-t', '5L6g3nShT-eMCtK--X86sw', '-c', file];
  java([...jars, 'kafka.tools.StorageTool', ...format], { then: run });
};

const mongodb = () => {
  const program = new URL('e2e/servers/mongo-java-server/Server.java', REPOSITORY).pathname;
  java(['-Xmx512m', '-XX:+UseSerialGC', '-cp', `${JARS}/mongodb/*`, program, String(WITHIN)], {
    then: () => process.exit(0),
  });
  forward(27_017);
};

const kurrentdb = async () => {
  const { startKurrentdbStandIn } = await import(new URL('e2e/servers/kurrentdb/stand-in.mjs', REPOSITORY));
  const running = await startKurrentdbStandIn({ port: WITHIN });
  console.log(running.name);
  forward(2113);
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
};

const servers = { kurrentdb, kafka, mongodb };
await servers[process.argv[2]]();
