import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { freshBytes } from './fresh-bytes.js';

/** Bytes of a key of personal data, and of a master key. */
export const KEY_BYTES = 32;
const ID_BYTES = 8;
const SALT_BYTES = 4;
const IV_BYTES = ID_BYTES + SALT_BYTES;
const TAG_BYTES = 16;

/** Bytes of a wrapped key: the master key's id, salt, ciphertext, tag. */
export const WRAPPED_BYTES = IV_BYTES + KEY_BYTES + TAG_BYTES;

/** What stands where a wrapped key was destroyed. */
export const BLANK = Buffer.alloc(WRAPPED_BYTES);

/** Master keys of 32 bytes: the one to wrap with, and those that what was wrapped before may still need. */
export interface MasterKeys {
  readonly current: Buffer;
  readonly previous: readonly Buffer[];
}

/** Wraps and unwraps keys under the master keys a process has. */
export interface Wrapping {
  /** The id of the current master key. */
  readonly current: string;
  has(id: string): boolean;
  /** The key under the master key of this id, bound to its name (use and id). Every result states that id in its first bytes. */
  wrap(id: string, name: string, key: Buffer): Buffer;
  /** The key, or an error where master key, name or content are not those of the wrapping. */
  unwrap(name: string, wrapped: Buffer): Buffer;
}

/** The id of the master key a wrapped key states, 16 hex digits. */
export const wrappedBy = (wrapped: Buffer): string => wrapped.subarray(0, ID_BYTES).toString('hex');

/** The id of a master key, 16 hex digits: tells master keys apart and nothing about them. */
export const masterKeyId = (masterKey: Buffer): string =>
  createHmac('sha256', masterKey).update('sunlit master key id').digest().subarray(0, ID_BYTES).toString('hex');

/** Every name has a wrapping key of its own, so that the few random bytes beside the id in the iv are enough. */
const wrappingKey = (masterKey: Buffer, name: string): Buffer =>
  createHmac('sha256', masterKey).update(`sunlit wrapping key\0${name}`).digest();

const byId = (masterKeys: readonly Buffer[]): ReadonlyMap<string, Buffer> =>
  new Map(
    masterKeys.map((masterKey) => {
      if (masterKey.length !== KEY_BYTES)
        throw new RangeError(`A master key is ${KEY_BYTES} bytes, not ${masterKey.length}.`);
      return [masterKeyId(masterKey), masterKey];
    }),
  );

/** One master key alone, or several, as `MasterKeys`. */
export const masterKeysOf = (given: Buffer | MasterKeys): MasterKeys =>
  Buffer.isBuffer(given) ? { current: given, previous: [] } : given;

/** AES-256-GCM under a key derived from the master key and the name. Throws `RangeError` for a master key that is not 32 bytes. */
export const wrappingUnder = ({ current, previous }: MasterKeys): Wrapping => {
  const masterKeys = byId([current, ...previous]);
  const keyFor = (id: string, name: string): Buffer => {
    const masterKey = masterKeys.get(id);
    if (!masterKey) throw new Error(`${name} is wrapped under the master key ${id}, which is not here.`);
    return wrappingKey(masterKey, name);
  };
  return {
    current: masterKeyId(current),
    has: (id) => masterKeys.has(id),
    wrap: (id, name, key) => {
      const iv = Buffer.concat([Buffer.from(id, 'hex'), freshBytes(SALT_BYTES)]);
      const cipher = createCipheriv('aes-256-gcm', keyFor(id, name), iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(name, 'utf8'));
      return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: (name, wrapped) => {
      const iv = wrapped.subarray(0, IV_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(wrappedBy(wrapped), name), iv, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(name, 'utf8')).setAuthTag(wrapped.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    },
  };
};
