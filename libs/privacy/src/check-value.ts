import { randomBytes } from 'node:crypto';
import { KeyStoreUnusable } from './key-store-unusable.js';
import { KEY_BYTES, wrappedBy, type Wrapping } from './wrapping.js';

/**
 * A value a key store keeps to prove master keys on, wrapped under the master key in force: the one new keys are wrapped under. While a
 * rotation is not finished `previous` is the same value under the master key before.
 */
export interface Check {
  readonly wrapped: Buffer;
  readonly previous: Buffer | null;
}

/** What the first opening of a key store keeps. */
export const firstCheck = (wrapping: Wrapping): Buffer =>
  wrapping.wrap(wrapping.current, 'check', randomBytes(KEY_BYTES));

/** The master key is not the one the key store was made with; the message says what to do, in English and Chinese. */
export const wrongMasterKey = (where: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `The master key is not the one the key store ${where} was made with: personal data cannot be read with it. ` +
      'Put the right master key back from its backup; do not delete the key store.\n' +
      `主密钥与密钥库 ${where} 不匹配,无法读取个人信息。请从备份中恢复正确的主密钥;不要删除密钥库。`,
  );

const unfinished = (where: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `The rotation of the master key of the key store ${where} is not finished: some keys are wrapped under the previous one still. ` +
      'Name the previous master key as well, run the rotation again to its end, and only then leave the previous one out.\n' +
      `密钥库 ${where} 的主密钥轮换尚未完成:部分密钥仍由旧主密钥加密。请同时配置旧主密钥,再次运行轮换直至完成,然后才可去掉旧主密钥。`,
  );

const opens = (wrapping: Wrapping, wrapped: Buffer): boolean => {
  try {
    wrapping.unwrap('check', wrapped);
    return true;
  } catch {
    return false;
  }
};

/** The id of the master key in force. Throws `KeyStoreUnusable` where it, or one that some keys still need, is not among ours. */
export const inForceOf = ({ wrapped, previous }: Check, wrapping: Wrapping, where: string): string => {
  if (!opens(wrapping, wrapped)) throw wrongMasterKey(where);
  if (previous && !opens(wrapping, previous)) throw unfinished(where);
  return wrappedBy(wrapped);
};

/** The key; `KeyStoreUnusable` where its master key is not here, or it is damaged. */
export const unwrapped = (wrapping: Wrapping, name: string, wrapped: Buffer, where: string): Buffer => {
  try {
    return wrapping.unwrap(name, wrapped);
  } catch {
    const by = wrappedBy(wrapped);
    throw new KeyStoreUnusable(
      wrapping.has(by)
        ? `${name} in the key store ${where} is damaged: restore the key store from its backup.\n` +
            `密钥库 ${where} 中的 ${name} 已损坏:请从备份中恢复密钥库。`
        : `${name} in the key store ${where} is damaged, or wrapped under the master key ${by}, which this process was not given: ` +
            'after a rotation start it with the new master key; else restore the key store from its backup.\n' +
            `密钥库 ${where} 中的 ${name} 已损坏,或由本进程没有的主密钥 ${by} 加密:轮换之后请用新主密钥启动;否则请从备份中恢复密钥库。`,
    );
  }
};
