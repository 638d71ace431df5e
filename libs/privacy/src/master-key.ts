import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMountedSecret } from './mounted-secret.js';
import { KEY_BYTES, type MasterKeys } from './wrapping.js';

/** The master key cannot be used; the message says why and what to do, in English and Chinese. */
export class MasterKeyUnusable extends Error {
  constructor(
    readonly reason: 'missing' | 'readable-by-others' | 'malformed',
    message: string,
  ) {
    super(message);
    this.name = 'MasterKeyUnusable';
  }
}

const missing = (file: string, keyStore: string): MasterKeyUnusable =>
  new MasterKeyUnusable(
    'missing',
    `The master key ${file} is missing, but the key store ${keyStore} exists: without it no name, phone number or statement kept so far can ` +
      `be read (cases, answers and figures can). Put the file back from its backup (${KEY_BYTES} bytes as hex or base64, mode 0600). ` +
      'Only if it is lost for good: move the key store away; a new key is then made and the old personal data shows as erased.\n' +
      `主密钥文件 ${file} 不存在,而密钥库 ${keyStore} 已存在:缺少它,已保存的姓名、电话和陈述都无法读取(案件、答复和统计不受影响)。` +
      '请从备份中恢复该文件(32 字节,hex 或 base64,权限 0600)。只有确认永久丢失时,才将密钥库移走:系统会生成新密钥,旧的个人信息将显示为已删除。',
  );

const missingAnywhere = (file: string, keyStore: string): MasterKeyUnusable =>
  new MasterKeyUnusable(
    'missing',
    `The master key ${file} is missing. The key store ${keyStore} is shared, so a master key is never made here by itself. Was one made before: put ` +
      `that file back (${KEY_BYTES} bytes as hex or base64), or correct the path; a new one would open nothing kept so far. ` +
      'For a new system: make one once, give the same file to every process, and keep a copy apart.\n' +
      `主密钥文件 ${file} 不存在。密钥库 ${keyStore} 由多个进程共用,因此不会自动生成主密钥。如曾生成过:请恢复该文件(32 字节,hex 或 base64)或更正路径;` +
      '新密钥无法读取已保存的内容。如为新系统:请生成一次,让所有进程使用同一文件,并另行保存副本。',
  );

const readableByOthers = (file: string): MasterKeyUnusable =>
  new MasterKeyUnusable(
    'readable-by-others',
    `The master key ${file} can be read or written by every user of this machine. Run: chmod 600 '${file}'\n` +
      `主密钥文件 ${file} 可被本机所有用户读写。请执行:chmod 600 '${file}'`,
  );

const malformed = (file: string): MasterKeyUnusable =>
  new MasterKeyUnusable(
    'malformed',
    `The master key ${file} is not ${KEY_BYTES} bytes as hex (64 characters) or base64 (44 characters). Put it back from its backup.\n` +
      `主密钥文件 ${file} 的内容不是 32 字节的 hex(64 个字符)或 base64(44 个字符)。请从备份中恢复。`,
  );

const parsed = (text: string): Buffer | null => {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
};

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** Gives the new file its name unless another creator was first; file systems without links get a rename. */
const publish = (made: string, file: string): void => {
  try {
    linkSync(made, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && !existsSync(file)) renameSync(made, file);
  }
  rmSync(made, { force: true });
};

/** Whole and durable before it has its name: a key cut short would be found at the next start and lock everybody out. */
const create = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  const made = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(made, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  publish(made, file);
};

const openToAll = (file: string): boolean => (statSync(file).mode & 0o007) !== 0;

/** Some file systems (FAT, Windows drives under WSL) show every file as open to all and keep no mode: there chmod would be no way out. */
const keepsModes = (folder: string): boolean => {
  const probe = join(folder, `.mode-${randomBytes(4).toString('hex')}`);
  try {
    closeSync(openSync(probe, 'wx', 0o600));
    return !openToAll(probe);
  } catch {
    return true;
  } finally {
    rmSync(probe, { force: true });
  }
};

/** A secret mounted into a container is open to all in it, and who that is was said where it was mounted: there is nothing to close here. */
const isOpen = (file: string): boolean =>
  process.platform !== 'win32' && openToAll(file) && keepsModes(dirname(file)) && !isMountedSecret(file);

const read = (file: string): Buffer => {
  if (isOpen(file)) throw readableByOthers(file);
  const key = parsed(readFileSync(file, 'utf8').trim());
  if (!key) throw malformed(file);
  return key;
};

/**
 * The 32 bytes of the master key file (hex or base64). Where neither it nor the key store exists it is made, durable, mode 0600. Throws
 * `MasterKeyUnusable` where it is missing beside an existing key store, malformed, or open to every user (POSIX; a group may read it, and so
 * may all a secret that is mounted read-only).
 */
export const loadMasterKey = (file: string, options: { readonly keyStore: string }): Buffer => {
  if (!existsSync(file)) {
    if (existsSync(options.keyStore)) throw missing(file, options.keyStore);
    create(file);
  }
  return read(file);
};

/** Which files hold master keys, and of which key store. */
export interface MasterKeyFiles {
  readonly file: string;
  /** The one before, while a rotation goes on. */
  readonly previousFile?: string | null;
  /** The key store's file; or, where that is a database, its address as it may be shown. */
  readonly keyStore: string;
  /** Whether a missing master key may be made, where the key store's file is missing as well; never for a database. */
  readonly create: boolean;
}

/** The current master key and the previous one. Throws as `loadMasterKey` does, and where one is missing that may not be made. */
export const openMasterKeys = ({ file, previousFile, keyStore, create: mayCreate }: MasterKeyFiles): MasterKeys => {
  for (const one of previousFile ? [file, previousFile] : [file])
    if (!existsSync(one) && (!mayCreate || one === previousFile)) throw missingAnywhere(one, keyStore);
  const previous = previousFile ? [read(previousFile)] : [];
  return { current: loadMasterKey(file, { keyStore }), previous };
};
