import { dirname, join } from 'node:path';
import { loadMasterKey } from '@sunlit/privacy';
import { ConfigurationError, type Configuration, type Place } from './configuration.js';

/** The master key of a key store: the configured file, or, for a store that is a file, the one beside it, made with it. */
export const masterKeyOf = async ({ masterKey }: Configuration, keyStore: Place): Promise<Buffer> => {
  const { file } = masterKey;
  if (keyStore.scheme === 'sqlite')
    return loadMasterKey(file ?? join(dirname(keyStore.rest), 'master.key'), { keyStore: keyStore.rest });
  if (file) return loadMasterKey(file, { keyStore: 'MongoDB' });
  throw new ConfigurationError(
    'SUNLIT_MASTER_KEY_FILE is not set: a key store that is no file needs the file that holds its master key (32 bytes as hex or base64).',
  );
};
