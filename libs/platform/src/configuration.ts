import { isAbsolute, resolve } from 'node:path';

/** A store or bus, as its URL names it: `sqlite:./data/events` → scheme `sqlite`, rest `./data/events`. */
export interface Place {
  readonly scheme: string;
  readonly rest: string;
}

/** All that a process is told from outside, checked. */
export interface Configuration {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly eventStore: Place;
  readonly readStore: Place;
  readonly keyStore: Place;
  readonly eventBus: Place;
  /** Absolute path of the office profile, or null for the shipped one. */
  readonly office: string | null;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly logLevel: string;
}

/** A setting was wrong: says which one, what it held and what it may hold. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  SUNLIT_EVENT_STORE: ['sqlite'],
  SUNLIT_READ_STORE: ['sqlite'],
  SUNLIT_KEY_STORE: ['sqlite'],
  SUNLIT_EVENT_BUS: ['embedded'],
};

const place = (name: string, value: string): Place => {
  const colon = value.indexOf(':');
  const scheme = value.slice(0, Math.max(colon, 0));
  if (!SCHEMES[name]!.includes(scheme)) {
    throw new ConfigurationError(
      `${name} is "${value}": it must begin with ${SCHEMES[name]!.map((s) => `${s}:`).join(' or ')}.`,
    );
  }
  return { scheme, rest: value.slice(colon + 1) };
};

const port = (value: string): number => {
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number <= 65535) return number;
  throw new ConfigurationError(`SUNLIT_PORT is "${value}": it must be a whole number from 0 to 65535.`);
};

const level = (value: string): string => {
  if (LEVELS.includes(value)) return value;
  throw new ConfigurationError(`SUNLIT_LOG is "${value}": it must be one of ${LEVELS.join(', ')}.`);
};

/** Reads the settings from an environment; relative paths are taken from `cwd`. Throws `ConfigurationError`. */
export const configurationFrom = (env: Readonly<Record<string, string | undefined>>, cwd: string): Configuration => {
  const data = resolve(cwd, env['SUNLIT_DATA'] || 'data');
  const at = (name: string, fallback: string) => place(name, env[name] || fallback);
  const office = env['SUNLIT_OFFICE'];
  return {
    data,
    eventStore: at('SUNLIT_EVENT_STORE', `sqlite:${resolve(data, 'events.sqlite')}`),
    readStore: at('SUNLIT_READ_STORE', `sqlite:${resolve(data, 'read.sqlite')}`),
    keyStore: at('SUNLIT_KEY_STORE', `sqlite:${resolve(data, 'keys.sqlite')}`),
    eventBus: at('SUNLIT_EVENT_BUS', 'embedded:'),
    office: office ? (isAbsolute(office) ? office : resolve(cwd, office)) : null,
    host: env['SUNLIT_HOST'] || '127.0.0.1',
    port: port(env['SUNLIT_PORT'] || '4000'),
    logLevel: level(env['SUNLIT_LOG'] || 'info'),
  };
};
