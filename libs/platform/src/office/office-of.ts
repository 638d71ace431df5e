import { fileURLToPath } from 'node:url';
import type { Configuration } from '../configuration.js';
import { loadOffice } from './load-office.js';
import type { Office } from './office.types.js';

/** The file of the profile that comes with the program. */
export const SHIPPED_OFFICE = fileURLToPath(new URL('../../office.yaml', import.meta.url));

/** The profile in force: the configured file, or the one that comes with the program. Throws `OfficeError`. */
export const officeOf = ({ office }: Pick<Configuration, 'office'>): Office => loadOffice(office ?? SHIPPED_OFFICE);
