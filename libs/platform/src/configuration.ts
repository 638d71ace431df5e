import { isAbsolute, resolve } from 'node:path';
import { addressOf, rpcAddressesFrom, type Address, type RpcAddresses } from './addresses.js';
import { ConfigurationError } from './configuration.error.js';
import { kafkaPlaceOf } from './kafka-place.js';

/** A store or bus, as its URL names it: `sqlite:./data/events` → scheme `sqlite`, rest `./data/events`. */
export interface Place {
  readonly scheme: string;
  readonly rest: string;
}

/** What separate processes need beside the stores. */
export interface Distribution {
  /** How services reach each other; null: all of them are in this process. */
  readonly rpc: RpcAddresses | null;
  readonly listen: Address;
  /** Where health and metrics are asked for. */
  readonly operations: Address;
  /** PEM files; null: no TLS between services. */
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string } | null;
}

/** Traces are sent there; the share of requests that is traced, 0 to 1. */
export interface TracingSettings {
  readonly endpoint: string;
  readonly ratio: number;
}

/** Topics as they are made where they are missing; null: three copies, or as many as there are brokers. */
export interface TopicSettings {
  readonly partitions: number;
  /** Which topics: more partitions are a new version, filled by the relays from the log. */
  readonly version: number;
  readonly copies: number | null;
}

/** All that a process is told from outside, checked. */
export interface Configuration {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly eventStore: Place;
  readonly readStore: Place;
  readonly keyStore: Place;
  readonly eventBus: Place;
  readonly topics: TopicSettings;
  /** Absolute paths; null: the master key lies beside the key store's file, there is no previous one. */
  readonly masterKey: { readonly file: string | null; readonly previous: string | null };
  /** Absolute path of a register of erasures that is applied to the key store before anything is served; null: none. */
  readonly erasureRegister: string | null;
  /** Absolute path of the office profile, or null for the shipped one. */
  readonly office: string | null;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Whose word for a client's address (`X-Forwarded-For`) is believed: addresses, networks, or names of such. */
  readonly trustProxy: readonly string[];
  readonly logLevel: string;
  readonly distribution: Distribution;
  readonly tracing: TracingSettings | null;
  /** `name:n`: the process kills itself at the n-th pass of the failpoint; null: never. For tests of faults. */
  readonly fail: string | null;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  SUNLIT_EVENT_STORE: ['sqlite', 'kurrentdb', 'kurrentdb+discover', 'esdb', 'esdb+discover'],
  SUNLIT_READ_STORE: ['sqlite', 'mongodb', 'mongodb+srv'],
  SUNLIT_KEY_STORE: ['sqlite', 'mongodb', 'mongodb+srv'],
  SUNLIT_EVENT_BUS: ['embedded', 'kafka', 'kafka+ssl'],
};

type Env = Readonly<Record<string, string | undefined>>;

/** A value may hold a password: an error tells its beginning only. */
const place = (name: string, value: string): Place => {
  const colon = value.indexOf(':');
  const scheme = value.slice(0, Math.max(colon, 0));
  if (!SCHEMES[name]!.includes(scheme)) {
    throw new ConfigurationError(
      `${name} begins with "${scheme || value.slice(0, 12)}": it must begin with ${SCHEMES[name]!.map((s) => `${s}:`).join(' or ')}.`,
    );
  }
  return { scheme, rest: value.slice(colon + 1) };
};

/** The place of one service, where a place holds `{service}`. */
export const placeOf = ({ scheme, rest }: Place, service: string): Place => ({
  scheme,
  rest: rest.replaceAll('{service}', service),
});

/** Whether each service has a place of its own. */
export const isPerService = ({ rest }: Place): boolean => rest.includes('{service}');

/** The place as it was written: for a driver, never for a log. */
export const urlOf = ({ scheme, rest }: Place): string => `${scheme}:${rest}`;

/** The bus as it was named, checked: what is wrong with it is told at the start. */
const busAt = (bus: Place): Place => {
  if (bus.scheme !== 'embedded') kafkaPlaceOf(bus);
  return bus;
};

const wholeNumber = (name: string, value: string, [least, most]: readonly [number, number]): number => {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new ConfigurationError(`${name} is "${value}": it must be a whole number from ${least} to ${most}.`);
};

const level = (value: string): string => {
  if (LEVELS.includes(value)) return value;
  throw new ConfigurationError(`SUNLIT_LOG is "${value}": it must be one of ${LEVELS.join(', ')}.`);
};

const PROXY = /^([\da-f.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i;

const proxiesFrom = (value: string): readonly string[] => {
  const proxies = value.split(',').map((one) => one.trim());
  const wrong = proxies.find((one) => !PROXY.test(one));
  if (wrong === undefined) return proxies;
  throw new ConfigurationError(
    `SUNLIT_TRUST_PROXY has "${wrong}": it must be addresses, networks (10.0.0.0/8) or uniquelocal, with commas.`,
  );
};

const tlsFrom = (env: Env): Distribution['tls'] => {
  const [key, cert, ca] = ['SUNLIT_RPC_KEY_FILE', 'SUNLIT_RPC_CERT_FILE', 'SUNLIT_RPC_CA_FILE'].map(
    (name) => env[name],
  );
  if (!key && !cert && !ca) return null;
  if (key && cert && ca) return { key, cert, ca };
  throw new ConfigurationError(
    'SUNLIT_RPC_KEY_FILE, SUNLIT_RPC_CERT_FILE and SUNLIT_RPC_CA_FILE belong together: set all three or none.',
  );
};

const distributionFrom = (env: Env): Distribution => ({
  rpc: rpcAddressesFrom(env),
  listen: addressOf('SUNLIT_RPC_LISTEN', env['SUNLIT_RPC_LISTEN'] || 'tcp://127.0.0.1:7000', ['tcp', 'tcps']),
  operations: addressOf('SUNLIT_OPERATIONS', env['SUNLIT_OPERATIONS'] || 'http://127.0.0.1:9464', ['http']),
  tls: tlsFrom(env),
});

const tracingFrom = (env: Env): TracingSettings | null => {
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (!endpoint) return null;
  const share = env['OTEL_TRACES_SAMPLER_ARG'] || '0.1';
  const ratio = Number(share);
  if (ratio >= 0 && ratio <= 1) return { endpoint, ratio };
  throw new ConfigurationError(`OTEL_TRACES_SAMPLER_ARG is "${share}": it must be a number from 0 to 1.`);
};

const failFrom = (env: Env): string | null => {
  const fail = env['SUNLIT_FAIL'];
  if (!fail || /^[a-z:-]+:\d+$/.test(fail)) return fail || null;
  throw new ConfigurationError(`SUNLIT_FAIL is "${fail}": it must be the name of a failpoint and a number, name:n.`);
};

const topicsFrom = (env: Env): TopicSettings => {
  const number = (name: string, fallback: string, bounds: readonly [number, number]) =>
    wholeNumber(name, env[name] || fallback, bounds);
  return {
    partitions: number('SUNLIT_TOPIC_PARTITIONS', '6', [1, 999]),
    version: number('SUNLIT_TOPIC_VERSION', '1', [1, 31]),
    copies: env['SUNLIT_TOPIC_COPIES'] ? number('SUNLIT_TOPIC_COPIES', '', [1, 9]) : null,
  };
};

/** Reads the settings from an environment; relative paths are taken from `cwd`. Throws `ConfigurationError`. */
export const configurationFrom = (env: Env, cwd: string): Configuration => {
  const data = resolve(cwd, env['SUNLIT_DATA'] || 'data');
  const at = (name: string, fallback: string) => place(name, env[name] || fallback);
  const path = (name: string): string | null => {
    const value = env[name];
    return value ? (isAbsolute(value) ? value : resolve(cwd, value)) : null;
  };
  return {
    data,
    eventStore: at('SUNLIT_EVENT_STORE', `sqlite:${resolve(data, 'events.sqlite')}`),
    readStore: at('SUNLIT_READ_STORE', `sqlite:${resolve(data, 'read.sqlite')}`),
    keyStore: at('SUNLIT_KEY_STORE', `sqlite:${resolve(data, 'keys.sqlite')}`),
    eventBus: busAt(at('SUNLIT_EVENT_BUS', 'embedded:')),
    topics: topicsFrom(env),
    masterKey: { file: path('SUNLIT_MASTER_KEY_FILE'), previous: path('SUNLIT_PREVIOUS_MASTER_KEY_FILE') },
    erasureRegister: path('SUNLIT_ERASURE_REGISTER'),
    office: path('SUNLIT_OFFICE'),
    host: env['SUNLIT_HOST'] || '127.0.0.1',
    port: wholeNumber('SUNLIT_PORT', env['SUNLIT_PORT'] || '4000', [0, 65535]),
    trustProxy: env['SUNLIT_TRUST_PROXY'] ? proxiesFrom(env['SUNLIT_TRUST_PROXY']) : [],
    logLevel: level(env['SUNLIT_LOG'] || 'info'),
    distribution: distributionFrom(env),
    tracing: tracingFrom(env),
    fail: failFrom(env),
  };
};

export { ConfigurationError };
