import type { FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { PassThrough, type Transform } from 'node:stream';
import { readBytes } from './read-bytes.js';
import { SheetError } from './sheet.types.js';

/** A file inside a ZIP file: where its local header begins, how it is packed, both sizes in bytes as the directory states them. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly offset: number;
}

/** A ZIP file opened for reading. */
export interface Zip {
  readonly handle: FileHandle;
  readonly file: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_DIRECTORY = 16 * 1024 * 1024;
const U32 = 0xffffffff;

const readAt = async (handle: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
};

interface Directory {
  readonly offset: number;
  readonly size: number;
}

const directory64 = async (handle: FileHandle, locator: Buffer): Promise<Directory> => {
  const end = await readAt(handle, Number(locator.readBigUInt64LE(8)), 56);
  return { size: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
};

const directoryOf = async (handle: FileHandle, file: string, fileSize: number): Promise<Directory> => {
  const tailLength = Math.min(fileSize, 65_557 + 20);
  const tail = await readAt(handle, fileSize - tailLength, tailLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const locator = at >= 20 ? tail.subarray(at - 20, at) : null;
    if (locator?.readUInt32LE(0) === END64_LOCATOR) return directory64(handle, locator);
    return { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  throw new SheetError('Broken', file);
};

/** Sizes and offset that do not fit 32 bits stand in extra field 1, in this order, only those that do not fit. */
const wide = (extra: Buffer, values: readonly number[]): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return values.map((value) => (value === U32 ? Number(extra.readBigUInt64LE((next += 8) - 8)) : value));
  }
  return [...values];
};

const entriesOf = (directory: Buffer): Map<string, ZipEntry> => {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    ) as [number, number, number];
    const nameEnd = at + 46 + nameLength;
    const name = directory
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    const sizes = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
    const [, packed, offset] = wide(directory.subarray(nameEnd, nameEnd + extraLength), sizes);
    entries.set(name.toLowerCase(), {
      name,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      packed: packed!,
      offset: offset!,
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
};

/** Reads the directory of a ZIP file; `SheetError('Broken')` where it has none. */
export const openZip = async (handle: FileHandle, file: string): Promise<Zip> => {
  try {
    const { size: fileSize } = await handle.stat();
    const { offset, size } = await directoryOf(handle, file, fileSize);
    if (size > MAX_DIRECTORY || offset + size > fileSize) throw new SheetError('Broken', file);
    return { handle, file, entries: entriesOf(await readAt(handle, offset, size)) };
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('Broken', file, '', { cause: error });
  }
};

/** Honest sheets pack to a tenth or a thirtieth; a part that grows more than this once it is large is a trap. */
const MAX_GROWTH = 200;
const GROWTH_FROM = 64 * 1024 * 1024;

const packedBytes = async ({ handle, file }: Zip, { offset, packed }: ZipEntry) => {
  const header = await readAt(handle, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new SheetError('Broken', file);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return readBytes(handle, start, start + packed);
};

const unpacker = ({ method, encrypted }: ZipEntry, file: string): Transform => {
  if (encrypted) throw new SheetError('Encrypted', file);
  if (method === 8) return createInflateRaw({ chunkSize: 64 * 1024 });
  if (method === 0) return new PassThrough();
  throw new SheetError('Broken', file);
};

const isTooMuch = (total: number, packed: number, max: number): boolean =>
  total > max || (total > GROWTH_FROM && total > packed * MAX_GROWTH);

/** The bytes of an entry, unpacked as they are asked for, `max` at most: beyond it, or where a little unpacks to far too much, `TooLarge`. */
export async function* unpacked(zip: Zip, entry: ZipEntry, max: number): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return;
  const unpacking = unpacker(entry, zip.file);
  // The reader meets the same error on `unpacking`: destroyed by the pipeline.
  pipeline(await packedBytes(zip, entry), unpacking).catch(() => {});
  let total = 0;
  try {
    for await (const chunk of unpacking) {
      total += (chunk as Buffer).length;
      if (isTooMuch(total, entry.packed, max)) throw new SheetError('TooLarge', zip.file);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('Broken', zip.file, entry.name, { cause: error });
  } finally {
    unpacking.destroy();
  }
}
