import type { Text } from '@sunlit/contracts';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ConfigurationError,
  configurationFrom,
  EVERY_SERVICE,
  openKeyStore,
  type Configuration,
} from '@sunlit/platform';
import { erasuresUpTo, readRegister, type Erasure } from '@sunlit/privacy';
import { keysBeside } from './backup.js';
import { contentOf, faultsText, keysErasedBy, logIn, unrecordedIn, type Unrecorded } from './copied-log.js';
import { copyNew, mustBeFree, putInPlace, sync, withoutLog } from './files.js';
import { checkFile, FILES, manifestOf, type Manifest } from './manifest.js';

export interface RestoreOptions {
  /** The backup's folder. */
  readonly from: string;
  /** The backup's keys; default: beside its folder. */
  readonly keysFile?: string;
  /** The master key of then, which becomes the folder's; default: the configured file, which stays where it is. */
  readonly masterKeyFile?: string;
  /** The newest register of erasures; null: it is said that there is no newer one than the backup's. */
  readonly register: string | null;
  /** Whether a log that is not sound is restored as it is. */
  readonly evenUnsound?: boolean;
  /** Its data folder is to be filled. */
  readonly configuration: Configuration;
  readonly onProgress?: (position: number) => void;
}

/** What was restored. */
export interface Restored {
  readonly folder: string;
  readonly position: number;
  readonly events: number;
  readonly madeAt: string;
  /** Keys that were in the backup and are destroyed now. */
  readonly destroyed: number;
  /** Cases whose log, being older, does not say that something of them was erased: erase them again, so that it does. */
  readonly unrecorded: readonly Unrecorded[];
}

/** The register to apply: the newest there is, which knows at least what the backup's does. */
const newestRegister = (from: string, register: string | null): readonly Erasure[] => {
  const then = readRegister(join(from, FILES.register));
  if (register === null) return then;
  const newest = readRegister(register);
  const known = new Set(newest.map(({ key }) => key));
  const missing = then.filter(({ key }) => !known.has(key)).length;
  if (missing === 0) return newest;
  throw new ConfigurationError(
    `${register} 缺少备份中已有的 ${missing} 项删除,不是最新的登记。 ` +
      `${register} lacks ${missing} erasures that the backup knows already: it is not the newest register of this office.`,
  );
};

const checkTarget = ({ data, eventStore, keyStore }: Configuration): void => {
  const own = eventStore.rest === resolve(data, 'events.sqlite') && keyStore.rest === resolve(data, 'keys.sqlite');
  if (!own)
    throw new ConfigurationError(
      'restore 只恢复到数据目录:请去掉 SUNLIT_EVENT_STORE 和 SUNLIT_KEY_STORE;分服务部署见 docs/operations.md。 ' +
        'restore fills a data folder: take SUNLIT_EVENT_STORE and SUNLIT_KEY_STORE away; for separate services see docs/operations.md.',
    );
  mustBeFree(data);
};

const masterKeyOf = ({ masterKeyFile, configuration }: RestoreOptions): string => {
  const file = masterKeyFile === undefined ? configuration.masterKey.file : resolve(masterKeyFile);
  if (file !== null && existsSync(file)) return file;
  throw new ConfigurationError(
    '请用 --master-key 指定备份时的主密钥文件(或设置 SUNLIT_MASTER_KEY_FILE):没有它,备份中的个人信息无法读取。 ' +
      'Name the master key of then with --master-key FILE (or SUNLIT_MASTER_KEY_FILE): without it the personal data in the backup cannot be read.',
  );
};

const checkFiles = async (from: string, keysFile: string, { files }: Manifest): Promise<void> => {
  for (const name of ['log', 'profile', 'register'] as const) await checkFile(join(from, FILES[name]), files[name]);
  await checkFile(keysFile, files.keys);
};

const checkSound = (faults: readonly Text[], { evenUnsound = false }: RestoreOptions): void => {
  if (faults.length === 0 || evenUnsound) return;
  throw new ConfigurationError(
    `${faultsText(faults)}\n请换用另一份备份;如没有更好的,请加 --even-unsound。 Take another backup; if there is none that is better, say --even-unsound.`,
  );
};

/** Whatever any register or the log itself says was destroyed is destroyed in these keys; gives how many still were there. */
const settleKeys = async (options: RestoreOptions, configuration: Configuration, erasures: readonly Erasure[]) => {
  const { onProgress = () => undefined } = options;
  const keys = await openKeyStore({ configuration, service: EVERY_SERVICE, roles: [] });
  const store = logIn(configuration.eventStore.rest);
  try {
    const { faults, ...content } = await contentOf(store, onProgress);
    checkSound(faults, options);
    const destroyed = await keys.apply(erasures);
    await erasuresUpTo({ store, keys, isErasure: keysErasedBy });
    const unrecorded = await unrecordedIn(store, new Set(erasures.map(({ key }) => key)));
    return { ...content, destroyed, unrecorded };
  } finally {
    await store.close();
    await keys.close();
  }
};

const fill = async (options: RestoreOptions, making: string, keysFile: string, erasures: readonly Erasure[]) => {
  const { from, masterKeyFile } = options;
  const masterKey = masterKeyOf(options);
  const inside = (name: string): string => join(making, name);
  copyNew(join(from, FILES.log), inside('events.sqlite'));
  copyNew(join(from, FILES.profile), inside('office.yaml'));
  copyNew(keysFile, inside('keys.sqlite'));
  if (masterKeyFile !== undefined) copyNew(masterKey, inside('master.key'));
  const { previous } = options.configuration.masterKey;
  const settings = configurationFrom(
    { SUNLIT_DATA: making, SUNLIT_MASTER_KEY_FILE: masterKey, SUNLIT_PREVIOUS_MASTER_KEY_FILE: previous ?? undefined },
    making,
  );
  const content = await settleKeys(options, settings, erasures);
  withoutLog(inside('keys.sqlite'));
  for (const name of ['events.sqlite', 'keys.sqlite', '.']) sync(inside(name));
  return content;
};

/**
 * Fills an empty or missing data folder from a backup whose files are, byte for byte, what was backed up. Before the folder has its name, and
 * so before anything can be served, every key that the newest register, the backup's or the restored log says was destroyed is destroyed, and
 * the log is read from end to end. Stopped anywhere the folder is as it was, and the restore can be run again. Throws `ConfigurationError`,
 * `RegisterUnusable`, or what the key store says of its master key.
 */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const { configuration, register } = options;
  const from = resolve(options.from);
  const keysFile = resolve(options.keysFile ?? keysBeside(from));
  checkTarget(configuration);
  const manifest = manifestOf(from);
  await checkFiles(from, keysFile, manifest);
  const erasures = newestRegister(from, register);
  const making = `${configuration.data}.restoring`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    const { position, events, destroyed, unrecorded } = await fill(options, making, keysFile, erasures);
    putInPlace(making, configuration.data);
    return { folder: configuration.data, position, events, madeAt: manifest.madeAt, destroyed, unrecorded };
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
};
