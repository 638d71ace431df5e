import { createHash, randomBytes } from 'node:crypto';

const NAMESPACE = Buffer.from('6f1d3b0a9c5e4f7d8a2b4c6e8f001122', 'hex');

const format = (bytes: Buffer, version: number): string => {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The UUIDv5 (RFC 9562) of a name made of parts: the same parts, the same id; no two lists of parts share a name. */
export const derivedId = (...parts: readonly (string | number)[]): string =>
  format(createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest(), 5);

/** A UUIDv7 (RFC 9562) for the instant `now` (ms since 1970): keys that grow in time. */
export const timeOrderedId = (now: number, random: Buffer = randomBytes(10)): string => {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now, 0, 6);
  random.copy(bytes, 6, 0, 10);
  return format(bytes, 7);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in lower case, as streams and command ids carry it. */
export const isUuid = (text: string): boolean => UUID.test(text);
