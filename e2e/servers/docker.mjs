import { spawnSync } from 'node:child_process';
import { freePort } from './free-port.mjs';

/** The images a bureau would run, as docker-compose.yml names them. */
const IMAGES = {
  kafka: 'apache/kafka:4.1.0',
  mongodb: 'mongo:8.0',
  kurrentdb: 'docker.kurrent.io/kurrent-latest/kurrentdb:25.1.4',
};

const STARTS_WITHIN_MS = 180_000;

/** Whether a Docker daemon answers. */
export const dockerAnswers = () => spawnSync('docker', ['info'], { timeout: 10_000 }).status === 0;

/** A container of the image whose port `inside` is this machine's `outside`, once its log says that it serves. */
const container = async (image, { inside, outside, environment = {}, command, says }) => {
  // Its helper container cannot be had everywhere; what was started is stopped by whoever started it.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const { GenericContainer, Wait } = await import('testcontainers');
  const described = new GenericContainer(image)
    .withExposedPorts({ container: inside, host: outside })
    .withEnvironment(environment)
    .withWaitStrategy(Wait.forLogMessage(says))
    .withStartupTimeout(STARTS_WITHIN_MS);
  const started = await (command ? described.withCommand(command) : described).start();
  return { name: image, version: 'Docker', stop: async () => void (await started.stop()) };
};

/** Apache Kafka, one KRaft node. */
export const dockerKafka = async () => {
  const outside = await freePort();
  const environment = {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_LISTENERS: `PLAINTEXT://:${outside},CONTROLLER://:9093`,
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${outside}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  };
  const started = await container(IMAGES.kafka, {
    inside: outside,
    outside,
    environment,
    says: /Kafka Server started/,
  });
  return { ...started, address: `127.0.0.1:${outside}` };
};

/** MongoDB itself. */
export const dockerMongodb = async () => {
  const outside = await freePort();
  const started = await container(IMAGES.mongodb, { inside: 27017, outside, says: /Waiting for connections/ });
  return { ...started, address: `mongodb://127.0.0.1:${outside}` };
};

/** KurrentDB itself. */
export const dockerKurrentdb = async () => {
  const outside = await freePort();
  const environment = { KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true', KURRENTDB_MAX_APPEND_SIZE: '4194304' };
  const started = await container(IMAGES.kurrentdb, { inside: 2113, outside, environment, says: /IS LEADER/ });
  return { ...started, address: `kurrentdb://127.0.0.1:${outside}?tls=false` };
};
