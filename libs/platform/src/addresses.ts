import { ConfigurationError } from './configuration.error.js';

/** Where something listens or is called. */
export interface Address {
  readonly host: string;
  /** When listening, 0: any free port. */
  readonly port: number;
}

/** `tcp://host:port` or `http://host:port` as its parts; throws `ConfigurationError` naming the setting. */
export const addressOf = (name: string, value: string, schemes: readonly string[]): Address => {
  const match = /^([a-z]+):\/\/(\[[\da-f:]+\]|[^/:\s]+):(\d{1,5})\/?$/i.exec(value);
  const port = Number(match?.[3]);
  if (!match || !schemes.includes(match[1]!) || port > 65535) {
    throw new ConfigurationError(
      `${name} is "${value}": it must look like ${schemes.map((scheme) => `${scheme}://host:port`).join(' or ')}.`,
    );
  }
  return { host: match[2]!.replace(/^\[|\]$/g, ''), port };
};

/** How services reach each other. */
export interface RpcAddresses {
  /** `tcp://{service}-{role}:7000`. */
  readonly template: string;
  /** What stands in for the template, by service and role: `complaints-worker`. */
  readonly own: Readonly<Record<string, string>>;
}

const SINGLE = /^SUNLIT_RPC_([A-Z][A-Z0-9]*)_(API|WORKER)$/;

/** The addresses an environment names; null where there is no `SUNLIT_RPC`. */
export const rpcAddressesFrom = (env: Readonly<Record<string, string | undefined>>): RpcAddresses | null => {
  const template = env['SUNLIT_RPC'];
  if (!template) return null;
  if (!template.includes('{service}') || !template.includes('{role}')) {
    throw new ConfigurationError(`SUNLIT_RPC is "${template}": it must hold {service} and {role}.`);
  }
  const own = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const single = SINGLE.exec(name);
      return single && value ? [[`${single[1]}-${single[2]}`.toLowerCase(), value]] : [];
    }),
  );
  for (const value of [template.replace('{service}', 'a').replace('{role}', 'api'), ...Object.values(own)])
    addressOf('SUNLIT_RPC', value, ['tcp', 'tcps']);
  return { template, own };
};

/** The address of an rpc service: `complaints` and `complaints.api` are its api, `complaints.worker` its worker. */
export const rpcAddressOf =
  ({ template, own }: RpcAddresses) =>
  (name: string): string => {
    const [service, role = 'api'] = name.split('.') as [string, string?];
    return own[`${service}-${role}`] ?? template.replace('{service}', service).replace('{role}', role);
  };
