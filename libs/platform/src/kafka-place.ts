import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { ConfigurationError } from './configuration.error.js';
import type { Place } from './configuration.js';

const MECHANISMS = ['scram-sha-512', 'scram-sha-256', 'plain'] as const;
const OPTIONS = ['prefix', 'mechanism', 'ca'];
const NAME = 'SUNLIT_EVENT_BUS';
const FORM = 'kafka://host:port,host:port or kafka+ssl://user:password@host:port,host:port';

/** How a Kafka is connected to, as its driver takes it. Holds a password: never for a log. */
export interface KafkaConnection {
  readonly brokers: readonly string[];
  /** Before the names of topics and groups. */
  readonly prefix?: string;
  /** True: by the authorities the system knows. */
  readonly ssl?: true | { readonly ca: string[] };
  readonly sasl?: {
    readonly mechanism: (typeof MECHANISMS)[number];
    readonly username: string;
    readonly password: string;
  };
}

/** What a place says, before any file is read. */
interface KafkaPlace extends Omit<KafkaConnection, 'ssl'> {
  readonly secure: boolean;
  /** The absolute path of a PEM file. */
  readonly ca: string | null;
}

/** A place may hold a password: what is wrong is said without quoting it. */
const wrong = (why: string): ConfigurationError => new ConfigurationError(`${NAME} ${why}`);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('holds a user or password that is not percent-encoded.');
  }
};

const saslOf = (who: string | undefined, mechanism: string | null): KafkaConnection['sasl'] => {
  if (who === undefined) {
    if (mechanism !== null) throw wrong('names a mechanism and no user: write user:password@ before the first host.');
    return undefined;
  }
  const [username, password, ...more] = who.split(':');
  if (more.length > 0) throw wrong('holds a user or password that is not percent-encoded: write %3A for a colon.');
  if (!username || !password) throw wrong('must hold both or neither before the first host: user:password@.');
  const known = MECHANISMS.find((one) => one === (mechanism ?? MECHANISMS[0]));
  if (!known) throw wrong(`names a mechanism that is none of ${MECHANISMS.join(', ')}.`);
  return { mechanism: known, username: decoded(username), password: decoded(password) };
};

const caOf = (ca: string | null, secure: boolean): string | null => {
  if (ca === null) return null;
  if (!secure) throw wrong('names a ca: that needs kafka+ssl://.');
  if (!isAbsolute(ca)) throw wrong('names a ca that is no absolute path.');
  return ca;
};

const brokersIn = (hosts: string): readonly string[] => {
  const brokers = hosts.split(',');
  if (brokers.every((broker) => /^(\[[\da-f:]+\]|[\w.-]+):\d{1,5}$/i.test(broker))) return brokers;
  throw wrong(`must look like ${FORM}, a user or password percent-encoded.`);
};

/**
 * `kafka://host:port,host:port` or `kafka+ssl://…` as its parts. `user:password@`, both percent-encoded, before the first host is for SASL,
 * whose `mechanism` is scram-sha-512 unless the query names another; `ca` there is the file of an authority of its own, `prefix` stands
 * before the names of topics and groups. Throws `ConfigurationError`, which quotes nothing.
 */
export const kafkaPlaceOf = ({ scheme, rest }: Place): KafkaPlace => {
  const match = /^\/\/(?:([^@/?]*)@)?([^@/?]*)\/?(?:\?(.*))?$/.exec(rest);
  const [, who, hosts, options] = match ?? ['', undefined, ''];
  const brokers = brokersIn(hosts!);
  const query = new URLSearchParams(options);
  const unknown = [...query.keys()].find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) throw wrong(`has an option "${unknown}": there are ${OPTIONS.join(', ')}.`);
  const [prefix, mechanism, ca] = OPTIONS.map((name) => query.get(name)) as [
    string | null,
    string | null,
    string | null,
  ];
  const secure = scheme === 'kafka+ssl';
  const sasl = saslOf(who, mechanism);
  return {
    brokers,
    secure,
    ca: caOf(ca, secure),
    ...(prefix !== null && { prefix }),
    ...(sasl && { sasl }),
  };
};

const authorityIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${NAME}: ca=${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
};

/** How the Kafka of a place is connected to; reads the authority's file. Throws `ConfigurationError`. */
export const kafkaConnection = (place: Place): KafkaConnection => {
  const { secure, ca, ...said } = kafkaPlaceOf(place);
  if (!secure) return said;
  return { ...said, ssl: ca === null ? true : { ca: [authorityIn(ca)] } };
};
