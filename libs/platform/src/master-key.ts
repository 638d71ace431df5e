import { dirname, join } from 'node:path';
import { openMasterKeys, type MasterKeys } from '@sunlit/privacy';
import { ConfigurationError, type Configuration, type Place } from './configuration.js';

/** The address of a database without the account in it. */
const shown = ({ scheme, rest }: Place): string => `${scheme}:${rest.replace(/\/\/[^@/]*@/, '//')}`;

/** The master keys of a key store: the configured files, or, for a store that is a file, the one beside it, made with it. */
export const masterKeysFor = ({ masterKey }: Configuration, keyStore: Place): MasterKeys => {
  const { file, previous: previousFile } = masterKey;
  if (keyStore.scheme === 'sqlite') {
    const beside = join(dirname(keyStore.rest), 'master.key');
    return openMasterKeys({ file: file ?? beside, previousFile, keyStore: keyStore.rest, create: true });
  }
  if (file) return openMasterKeys({ file, previousFile, keyStore: shown(keyStore), create: false });
  throw new ConfigurationError(
    'SUNLIT_MASTER_KEY_FILE is not set: a key store that is no file needs the file that holds its master key (32 bytes as hex or base64).',
  );
};
