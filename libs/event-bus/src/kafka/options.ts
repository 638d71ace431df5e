import { Kafka, logLevel, type KafkaConfig, type SASLOptions } from 'kafkajs';

/** What the driver has to say, or a note of ours; for the log. Holds no event data. */
export interface KafkaLog {
  readonly level: 'error' | 'warn';
  readonly message: string;
}

export interface KafkaOptions {
  /** `host:port` of some of the cluster's brokers. */
  readonly brokers: readonly string[];
  /**
   * Every service that publishes. Its index here makes the numbers of its partitions, which stand in checkpoints: only ever append,
   * never reorder or remove.
   */
  readonly publishers: readonly string[];
  /** Of a topic made here, default 12. A topic that exists keeps what it has. */
  readonly partitions?: number;
  /** Of a topic made here, default 3, or the number of brokers where there are fewer. */
  readonly replicationFactor?: number;
  /** Default `sunlit`. */
  readonly clientId?: string;
  /** Before the names of topics and groups, default `sunlit`. */
  readonly prefix?: string;
  /** Of the topics, from 1 (default). A higher one is how there come to be more partitions: new topics, which the relay fills from the log. */
  readonly version?: number;
  readonly ssl?: NonNullable<KafkaConfig['ssl']>;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Nothing is ever written to the console. */
  readonly log?: (line: KafkaLog) => void;
}

/** What a broker that starts or a group that changes makes the driver say, at warn or error, before it goes on by itself. */
const NOISE = [
  'coordinator is not available',
  'coordinator is loading',
  'not the correct coordinator',
  'not the leader for',
  'no leader for',
  'The group is rebalancing',
  'The coordinator is not aware of this member',
  'Limiting retries for the idempotent producer',
];

/** Parts of the driver that tell of each single attempt; what comes of them all is told by us, once. */
const ATTEMPTS = ['Connection', 'BrokerPool', 'RequestQueue', 'Producer', 'Consumer'];

/** Told of every line of the driver at warn or error, also those not passed on. */
export type Listener = (message: string) => void;

/** The driver, with answers awaited for seconds, not minutes: who asks decides whether to try again. */
export const kafkaOf = (options: KafkaOptions, listener?: Listener): Kafka =>
  new Kafka({
    clientId: options.clientId ?? 'sunlit',
    brokers: [...options.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, level, log }) => {
        const why = typeof log['error'] === 'string' ? ` (${log['error']})` : '';
        const message = `${namespace}: ${log.message}${why}`;
        listener?.(message);
        if (ATTEMPTS.includes(namespace) || NOISE.some((noise) => message.includes(noise))) return;
        options.log?.({ level: level === logLevel.ERROR ? 'error' : 'warn', message: `Kafka ${message}` });
      },
    ...(options.ssl !== undefined && { ssl: options.ssl }),
    ...(options.sasl !== undefined && { sasl: options.sasl as SASLOptions }),
  });
