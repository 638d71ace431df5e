import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of a key of personal data. */
export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of a wrapped key: iv, ciphertext, tag. */
export const WRAPPED_BYTES = IV_BYTES + KEY_BYTES + TAG_BYTES;

/** AES-256-GCM over a key under the master key, bound to the name (use and id) it is stored under. */
export const wrapKey = (masterKey: Buffer, name: string, key: Buffer): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', masterKey, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(name, 'utf8'));
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
};

/** The key, or an error where master key, name or content are not those of the wrapping. */
export const unwrapKey = (masterKey: Buffer, name: string, wrapped: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(name, 'utf8')).setAuthTag(wrapped.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
};
