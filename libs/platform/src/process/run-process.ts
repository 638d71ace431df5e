import { ConfigurationError, configurationFrom, placeOf } from '../configuration.js';
import { loggerFor } from '../logging.js';
import type { Role } from '../service.js';
import { untilSignal } from '../until-signal.js';
import { startProcess } from './start-process.js';
import type { ServiceProcess } from './service-process.js';

const rolesFrom = (value: string | undefined): readonly Role[] => {
  if (value === 'api' || value === 'worker') return [value];
  throw new ConfigurationError(`SUNLIT_ROLE is "${value ?? ''}": it must be api or worker.`);
};

/** How long a process that was told to end may take, in ms. */
const ENDS_WITHIN = 25_000;

/**
 * Runs a service as this whole process, configured by the environment, until a signal ends it; the role is `SUNLIT_ROLE` where the service
 * does not say. What only a person can mend ends it with exit code 1, said in one line.
 */
export const runProcess = async (
  service: Omit<ServiceProcess, 'roles'> & { roles?: readonly Role[] },
): Promise<void> => {
  try {
    const configuration = configurationFrom(process.env, process.cwd());
    const roles = service.roles ?? rolesFrom(process.env['SUNLIT_ROLE']);
    const logger = loggerFor(configuration.logLevel, `${service.service}-${roles.join('+')}`);
    const own = { ...configuration, eventStore: placeOf(configuration.eventStore, service.service) };
    const started = await startProcess({ ...service, roles }, own, logger);
    await Promise.race([untilSignal(), started.serving.then(() => new Promise(() => undefined))]);
    setTimeout(() => process.exit(1), ENDS_WITHIN).unref();
    await started.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
};
