import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refused, type JsonObject } from '@sunlit/kernel';

/** What a try at a password costs: scrypt's parameters. Kept with each secret. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
/** 32 MB and some 200 ms a try (one of OWASP's settings for scrypt). */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const BYTES = 32;
const MAX_MEMORY = 64 * 1024 * 1024;
/** Tries at once: each holds a thread of the pool and 32 MB. */
const AT_ONCE = 2;
const WAITING = 32;

export const SECRET_SHAPE = 'secret.v1';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
let running = 0;
const waiting: (() => void)[] = [];

/** Runs off the main thread, a few at once; a queue that is full is refused, so sign-ins cannot starve the rest. */
const derived = async (password: string, salt: Buffer, cost: Cost): Promise<Buffer> => {
  if (running >= AT_ONCE && waiting.length >= WAITING) throw new Refused('TooManyRequests', { seconds: 5 });
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await derive(password.normalize('NFC'), salt, BYTES, { ...cost, maxmem: MAX_MEMORY });
  } finally {
    running--;
    waiting.shift()?.();
  }
};

/** What a password is checked by: {salt, hash} in base64url and scrypt's N, r, p. */
export const secretOf = async (password: string, cost: Cost = COST): Promise<JsonObject> => {
  const salt = randomBytes(16);
  const hash = await derived(password, salt, cost);
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url'), n: cost.N, r: cost.r, p: cost.p };
};

interface Secret {
  readonly salt: string;
  readonly hash: string;
  readonly n: number;
  readonly r: number;
  readonly p: number;
}
/** Compared with where there is no account, so that its absence takes as long to find out. */
const NOBODY: Secret = { salt: '', hash: '', n: COST.N, r: COST.r, p: COST.p };

/** Whether the password is that of the secret; with `null` (no such account) false after the same work. */
export const passwordMatches = async (password: string, secret: JsonObject | null): Promise<boolean> => {
  const { salt, hash, n, r, p } = (secret ?? NOBODY) as unknown as Secret;
  const found = await derived(password, Buffer.from(salt, 'base64url'), { N: n, r, p });
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === found.length && timingSafeEqual(found, expected);
};

/** Refuses a password too short or too long for a person to have chosen with care. */
export const checkPassword = (password: string): void => {
  const problem =
    password.length < 10 ? '至少 10 个字符 at least 10 characters' : '至多 200 个字符 at most 200 characters';
  if (password.length < 10 || password.length > 200) throw new Refused('InvalidInput', { field: 'password', problem });
};

/** A password nobody has to invent: 20 characters without the look-alikes, some 98 bits. */
export const generatedPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789A';
  const text = [...randomBytes(20)].map((byte) => letters[byte % 32]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
};
