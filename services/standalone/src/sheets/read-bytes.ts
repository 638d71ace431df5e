import type { FileHandle } from 'node:fs/promises';

const PIECE = 256 * 1024;

/**
 * The bytes of an open file from `start` to before `end`, in pieces. A reader may stop early and another begin: a stream of the handle would
 * close the file with it.
 */
export async function* readBytes(handle: FileHandle, start: number, end = Infinity): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, end - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
