import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Text } from '@sunlit/contracts';
import type { Clock } from '@sunlit/kernel';
import { copyLog } from '@sunlit/event-store/sqlite';
import { ConfigurationError, EVERY_SERVICE, isPerService, openKeyStore, type Configuration } from '@sunlit/platform';
import { erasuresUpTo, writeRegister } from '@sunlit/privacy';
import { copyKeys } from '@sunlit/privacy/sqlite';
import { keysErasedBy, logIn, saidByLog, contentOf } from './copied-log.js';
import { mustBeFree, putInPlace, sync, withoutLog, writeNew } from './files.js';
import { BACKUP_FORMAT, checkOf, FILES, manifestFile, type Manifest } from './manifest.js';

export interface BackupOptions {
  readonly configuration: Configuration;
  /** The folder to be made. */
  readonly to: string;
  /** The file for the keys; default: beside the folder. */
  readonly keysFile?: string;
  /** Whether keys and log may lie in one folder. */
  readonly together: boolean;
  readonly program: string;
  readonly clock: Clock;
  readonly onProgress?: (position: number) => void;
}

/** A backup that was made: its manifest, and where its two parts are. */
export interface BackupMade extends Omit<Manifest, 'faults'> {
  /** Where the log is not sound: it is backed up as it is. */
  readonly faults: readonly Text[];
  readonly folder: string;
  readonly keysFile: string;
}

type Described = Omit<BackupMade, 'folder' | 'keysFile'>;

/** The keys' file of a backup where none is named: beside its folder. */
export const keysBeside = (folder: string): string => `${resolve(folder)}.keys.sqlite`;

const checkSource = ({ eventStore, keyStore }: Configuration): void => {
  const files = eventStore.scheme === 'sqlite' && keyStore.scheme === 'sqlite' && !isPerService(eventStore);
  if (!files)
    throw new ConfigurationError(
      'sunlit backup 只备份单进程的文件;分服务部署请按 docs/operations.md 用各存储自己的工具备份。 ' +
        'sunlit backup copies the files of the one process; back up separate services with their stores’ own tools, as docs/operations.md says.',
    );
  if (!existsSync(eventStore.rest))
    throw new ConfigurationError(`${eventStore.rest} 不存在,没有可备份的数据。 There is no data to back up yet.`);
};

/** Whether a path lies in the folder. */
const liesIn = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

const checkApart = (folder: string, keysFile: string, together: boolean): void => {
  if (folder !== keysFile && (together || !liesIn(folder, keysFile))) return;
  throw new ConfigurationError(
    `${keysFile} 在备份目录之内:密钥与事件放在一起,拿到备份的人就可能读到个人信息。请另选位置,或加 --together。 ` +
      `${keysFile} lies in the backup's folder: whoever gets hold of keys and log together may read personal data. Choose another place, or say --together.`,
  );
};

/** The settings under which a copy of the keys is opened: the same master keys. */
const withKeysIn = (configuration: Configuration, file: string): Configuration => ({
  ...configuration,
  keyStore: { scheme: 'sqlite', rest: file },
  masterKey: {
    ...configuration.masterKey,
    file: configuration.masterKey.file ?? join(dirname(configuration.keyStore.rest), 'master.key'),
  },
});

/** Destroys in the copied keys what the copied log erases, and writes down what is destroyed there. */
const settleKeys = async (configuration: Configuration, made: string, keysFile: string): Promise<number> => {
  const settings = withKeysIn(configuration, keysFile);
  const keys = await openKeyStore({ configuration: settings, service: EVERY_SERVICE, roles: [] });
  const store = logIn(join(made, FILES.log));
  try {
    await erasuresUpTo({ store, keys, isErasure: keysErasedBy });
    return await writeRegister(join(made, FILES.register), keys.register());
  } finally {
    await store.close();
    await keys.close();
  }
};

const describe = async (options: BackupOptions, made: string, keysFile: string): Promise<Described> => {
  const { configuration, program, clock, onProgress = () => undefined } = options;
  const erasures = await settleKeys(configuration, made, keysFile);
  withoutLog(keysFile);
  const store = logIn(join(made, FILES.log));
  try {
    const content = await contentOf(store, onProgress);
    const { origin, profile } = await saidByLog(store);
    writeNew(join(made, FILES.profile), profile);
    const [log, office, register] = [FILES.log, FILES.profile, FILES.register].map((name) => checkOf(join(made, name)));
    const files = { log: await log!, profile: await office!, register: await register!, keys: await checkOf(keysFile) };
    const madeAt = new Date(clock()).toISOString();
    return { format: BACKUP_FORMAT, program, madeAt, origin, ...content, erasures, files };
  } finally {
    await store.close();
  }
};

/**
 * Copies log, profile, register and keys of a data folder into a new folder and, apart, a file of keys, also while it is served. The log comes
 * first: keys are made before events that need them, and one that is destroyed between the two is missing, never back. Each has its name only
 * when it is whole and durable, the folder last; stopped anywhere there is no backup of that name, and it can be made again. Throws
 * `ConfigurationError` where a place is taken or the keys would lie with the log. A log that is not sound is backed up as it is, and said to be so.
 */
export const backup = async (options: BackupOptions): Promise<BackupMade> => {
  const { configuration, together } = options;
  const folder = resolve(options.to);
  const keysFile = resolve(options.keysFile ?? keysBeside(folder));
  checkSource(configuration);
  mustBeFree(folder);
  // Beside a folder that is not there, keys of its name are what a stopped backup left.
  if (options.keysFile !== undefined) mustBeFree(keysFile);
  checkApart(folder, keysFile, together);
  const making = `${folder}.making`;
  const inFolder = liesIn(folder, keysFile);
  const keysMaking = inFolder ? join(making, relative(folder, keysFile)) : `${keysFile}.making`;
  const clear = (): void => {
    rmSync(making, { recursive: true, force: true });
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${keysMaking}${suffix}`, { force: true });
  };
  clear();
  mkdirSync(making, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(keysMaking), { recursive: true });
  try {
    copyLog(configuration.eventStore.rest, join(making, FILES.log));
    copyKeys(configuration.keyStore.rest, keysMaking);
    const described = await describe(options, making, keysMaking);
    writeNew(...manifestFile(making, { ...described, faults: described.faults.length }));
    sync(making);
    sync(keysMaking);
    if (!inFolder) putInPlace(keysMaking, keysFile);
    putInPlace(making, folder);
    return { ...described, folder, keysFile };
  } catch (error) {
    clear();
    throw error;
  }
};
