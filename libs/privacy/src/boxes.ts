import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Box, JsonObject } from '@sunlit/kernel';
import { freshBytes } from './fresh-bytes.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A box was changed, cut, moved under another key or shape, or the key is not the one it was sealed under. Names no content. */
export class BoxUnreadable extends Error {
  constructor(
    readonly key: string,
    readonly shape: string,
  ) {
    super(
      `The box of shape ${shape} under key ${key} cannot be opened: it is not what was sealed, or the key is another. ` +
        'Compare the log and the key store with a backup; nothing else is affected.',
    );
    this.name = 'BoxUnreadable';
  }
}

/** A step from one shape to the next. What was sealed never changes; a new shape is a new name and a step from the old one. */
export type ShapeUpcasts = Readonly<
  Record<string, (content: JsonObject) => { readonly shape: string; readonly content: JsonObject }>
>;

// A JSON list keeps the two names apart whatever characters they hold.
const associated = (keyId: string, shape: string): Buffer => Buffer.from(JSON.stringify([keyId, shape]), 'utf8');

/**
 * Seals a JSON object of a versioned shape (`caller.v1`) under a 32-byte key. `box` is the base64url of iv (12 bytes), ciphertext and
 * tag (16 bytes) of AES-256-GCM over the content's UTF-8 JSON; associated data is the UTF-8 JSON list `[key id, shape]`.
 */
export const sealBox = (key: Buffer, keyId: string, shape: string, content: JsonObject): Box => {
  const iv = freshBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(keyId, shape));
  const sealed = Buffer.concat([
    iv,
    cipher.update(JSON.stringify(content), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return { key: keyId, alg: 'A256GCM', shape, box: sealed.toString('base64url') };
};

const bytesOf = ({ box, alg, key, shape }: Box): Buffer => {
  const bytes = Buffer.from(box, 'base64url');
  // Only the one spelling of these bytes is accepted: spare bits of the last character are part of what must not change.
  const whole = bytes.length >= IV_BYTES + TAG_BYTES && bytes.toString('base64url') === box;
  if (!whole || alg !== 'A256GCM') throw new BoxUnreadable(key, shape);
  return bytes;
};

const decrypted = (key: Buffer, box: Box): JsonObject => {
  const bytes = bytesOf(box);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(box.key, box.shape)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(plain.toString('utf8')) as JsonObject;
  } catch {
    // The cause is left out: a parser's message could quote the content.
    throw new BoxUnreadable(box.key, box.shape);
  }
};

/** What was sealed, brought to the newest shape by the upcasts; `BoxUnreadable` after any change to the box, or with another key. */
export const openBox = (key: Buffer, box: Box, upcasts: ShapeUpcasts = {}): JsonObject => {
  let { shape } = box;
  let content = decrypted(key, box);
  while (Object.hasOwn(upcasts, shape)) ({ shape, content } = upcasts[shape]!(content));
  return content;
};

/** Whether the value is a box: exactly its four texts, under the one algorithm there is. */
export const isBox = (value: unknown): value is Box => {
  if (typeof value !== 'object' || value === null) return false;
  const { key, alg, shape, box } = value as Partial<Record<keyof Box, unknown>>;
  const texts = typeof key === 'string' && typeof shape === 'string' && typeof box === 'string';
  return texts && alg === 'A256GCM' && Object.keys(value).length === 4;
};
