/** Many texts kept outside the heap: a sheet of a hundred thousand rows shares half a million. */
export interface StringPool {
  readonly add: (text: string) => void;
  /** The text that was added at this place, from 0; undefined where none was. */
  readonly at: (index: number) => string | undefined;
}

const PAGE = 1024 * 1024;

interface Page {
  readonly bytes: Buffer;
  used: number;
}

const doubled = (full: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
  const wider = new Float64Array(full.length * 2);
  wider.set(full);
  return wider;
};

/** A pool that holds texts as UTF-8 in pages, without loss but for halves of characters, which a sheet cannot hold. */
export const stringPool = (): StringPool => {
  const pages: Page[] = [];
  // Where each text begins: its page times 2³², and its place there; then how long it is.
  let [starts, lengths, count] = [new Float64Array(1024), new Float64Array(1024), 0];
  const pageFor = (length: number): Page => {
    const last = pages.at(-1);
    if (last && last.used + length <= last.bytes.length) return last;
    const fresh = { bytes: Buffer.allocUnsafeSlow(Math.max(PAGE, length)), used: 0 };
    pages.push(fresh);
    return fresh;
  };
  const add = (text: string): void => {
    const length = Buffer.byteLength(text);
    const page = pageFor(length);
    if (count === starts.length) [starts, lengths] = [doubled(starts), doubled(lengths)];
    starts[count] = (pages.length - 1) * 2 ** 32 + page.used;
    lengths[count++] = length;
    page.bytes.write(text, page.used);
    page.used += length;
  };
  const at = (index: number): string | undefined => {
    if (!(index >= 0 && index < count)) return undefined;
    const start = starts[index]! % 2 ** 32;
    return pages[Math.floor(starts[index]! / 2 ** 32)]!.bytes.toString('utf8', start, start + lengths[index]!);
  };
  return { add, at };
};
