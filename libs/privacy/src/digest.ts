import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type Json } from '@sunlit/kernel';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

// One key serves boxes and several hashes: each use has a label of its own, so none can be mistaken for another.
const derived = (key: Buffer, label: string): Buffer => createHmac('sha256', key).update(label).digest();

/**
 * What tells a repeated command from another under its id: the SHA-256 of its canonical JSON in hex. With personal data in it give the
 * case's key: a bare hash of a phone number gives the number away, a keyed one is gone with the key.
 */
export const commandDigest = (command: Json, key?: Buffer): string => {
  const hash = key ? createHmac('sha256', derived(key, 'sunlit.command-digest.v1')) : createHash('sha256');
  return hash.update(canonicalJson(command)).digest('hex');
};

/** A citizen's query code: 8 characters (40 bits) of Crockford's base32, the same for the same case's key, stored nowhere, gone with the key. */
export const queryCode = (caseKey: Buffer): string => {
  let bits = BigInt(`0x${derived(caseKey, 'sunlit.query-code.v1').toString('hex', 0, 5)}`);
  let code = '';
  for (let n = 0; n < CODE_LENGTH; n++, bits >>= 5n) code = CROCKFORD[Number(bits & 31n)]! + code;
  return code;
};

const plainCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/**
 * Whether two query codes are the same, in constant time. Forgives what people do when they copy: case, full width, spaces, hyphens,
 * O for 0, I and L for 1. Anything that is no code equals nothing.
 */
export const sameCode = (a: string, b: string): boolean => {
  const [left, right] = [plainCode(a), plainCode(b)];
  const hash = (code: string) => createHash('sha256').update(code).digest();
  const same = timingSafeEqual(hash(left), hash(right));
  return same && left.length === CODE_LENGTH && [...left].every((character) => CROCKFORD.includes(character));
};
