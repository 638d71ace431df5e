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

const KEY_BYTES = 32;

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

/**
 * The 32 bytes of the master key file (hex or base64). Where neither it nor the key store exists it is made, durable, mode 0600. Throws
 * `MasterKeyUnusable` where it is missing beside an existing key store, malformed, or open to every user (POSIX; a group may read it).
 */
export const loadMasterKey = (file: string, options: { readonly keyStore: string }): Buffer => {
  if (!existsSync(file)) {
    if (existsSync(options.keyStore)) throw missing(file, options.keyStore);
    create(file);
  }
  if (process.platform !== 'win32' && openToAll(file) && keepsModes(dirname(file))) throw readableByOthers(file);
  const key = parsed(readFileSync(file, 'utf8').trim());
  if (!key) throw malformed(file);
  return key;
};
