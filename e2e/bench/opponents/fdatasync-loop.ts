import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Writes the bytes at the end of a file and waits until they are durable, so many times. Gives the writes a second; throws where the file lacks one. */
export const fdatasyncLoop = (file: string, bytes: Buffer, times: number): number => {
  const open = openSync(file, 'a');
  try {
    const before = fstatSync(open).size;
    const began = performance.now();
    for (let time = 0; time < times; time++) {
      writeSync(open, bytes);
      fdatasyncSync(open);
    }
    const seconds = (performance.now() - began) / 1000;
    if (fstatSync(open).size !== before + times * bytes.length) throw new Error(`${file} lacks what was written.`);
    return times / seconds;
  } finally {
    closeSync(open);
  }
};
