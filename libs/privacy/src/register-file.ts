import { createHash, randomBytes, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Erasure } from './register.js';

/** The file is no register, not a whole one, or one of a newer program; the message says what to do, in English and Chinese. */
export class RegisterUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RegisterUnusable';
  }
}

const FORMAT = 'sunlit.erasures.v1';

const unusable = (file: string, en: string, zh: string): RegisterUnusable =>
  new RegisterUnusable(
    `The erasure register ${file} ${en}: name the newest whole one, as "sunlit backup --register-only FILE" writes it.\n` +
      `删除登记 ${file} ${zh}:请指定最新且完整的登记文件(由 "sunlit backup --register-only FILE" 写出)。`,
  );

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** A line of the file by itself: only what a register keeps, whatever else an object holds. */
const lineOf = ({ key, log, position }: Erasure): string => line({ key, log, position });

const endOf = (count: number, hash: Hash): string => line({ count, sha256: hash.digest('hex') });

/**
 * Writes a register as a file, one JSON object a line: the format, an erasure each, and at the end how many there are and the SHA-256 of all
 * lines before, so that a file cut short is found out. Mode 0600; whole and durable before it has its name. Gives how many erasures it holds.
 */
export const writeRegister = async (file: string, erasures: AsyncIterable<readonly Erasure[]>): Promise<number> => {
  const made = `${file}.${randomBytes(4).toString('hex')}`;
  const hash = createHash('sha256');
  const handle = openSync(made, 'wx', 0o600);
  let count = 0;
  const write = (text: string): void => {
    hash.update(text);
    writeSync(handle, text);
  };
  try {
    write(line({ format: FORMAT }));
    for await (const page of erasures) {
      count += page.length;
      write(page.map(lineOf).join(''));
    }
    writeSync(handle, endOf(count, hash));
    fsyncSync(handle);
    renameSync(made, file);
    return count;
  } finally {
    closeSync(handle);
    rmSync(made, { force: true });
  }
};

const parsed = (file: string, text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw unusable(file, 'is damaged', '已损坏');
  }
};

const erasureIn = (file: string, text: string): Erasure => {
  const { key, log, position } = parsed(file, text);
  if (typeof key !== 'string' || typeof log !== 'string' || typeof position !== 'number')
    throw unusable(file, 'is damaged', '已损坏');
  return { key, log, position };
};

const textIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw unusable(file, `cannot be read (${code})`, `无法读取(${code})`);
  }
};

/** Reads a register's file. Throws `RegisterUnusable` where it is missing, damaged, not whole, or of another format. */
export const readRegister = (file: string): readonly Erasure[] => {
  const text = textIn(file);
  const lines = text.split('\n');
  const [first = '', ...rest] = lines;
  const { format } = parsed(file, first);
  if (format !== FORMAT) throw unusable(file, `has another format than ${FORMAT}`, `的格式不是 ${FORMAT}`);
  // After the last line feed there is nothing.
  if (rest.pop() !== '') throw unusable(file, 'is not whole', '不完整');
  const erasures = rest.slice(0, -1).map((one) => erasureIn(file, one));
  const hash = createHash('sha256').update(`${lines.slice(0, -2).join('\n')}\n`);
  if (`${rest.at(-1)}\n` !== endOf(erasures.length, hash)) throw unusable(file, 'is not whole', '不完整');
  return erasures;
};
