import { Buffer } from 'node:buffer';
import { closeSync, existsSync, fdatasync, openSync, readFileSync, truncateSync, write } from 'node:fs';
import { promisify } from 'node:util';

const writing = promisify(write);
const syncing = promisify(fdatasync);

/**
 * @typedef {object} Recorded An event of the log.
 * @property {string} stream
 * @property {number} revision
 * @property {number} position Commit and prepare position alike, as KurrentDB gives what is appended to one stream.
 * @property {string} id
 * @property {string} type
 * @property {string} contentType
 * @property {Uint8Array} data
 * @property {Uint8Array} metadata
 * @property {number} created Milliseconds since 1970.
 * @property {Buffer} [served] The answer that carries it, once it was asked for.
 *
 * @typedef {{ id: string, type: string, contentType: string, data: Uint8Array, metadata: Uint8Array }} Proposed
 * @typedef {{ revision: number, position: number | undefined } | { actual: number }} Outcome
 */

const textOf = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('base64');

const lineOf = (/** @type {Recorded} */ event) =>
  `${JSON.stringify({ ...event, data: textOf(event.data), metadata: textOf(event.metadata), served: undefined })}\n`;

/** @returns {Recorded} */
const recordOf = (/** @type {string} */ line) => {
  const { data, metadata, ...rest } = JSON.parse(line);
  return { ...rest, data: Buffer.from(data, 'base64'), metadata: Buffer.from(metadata, 'base64') };
};

/** The lines of the file that were written whole; what a kill left of the last one was never acknowledged and is cut off. */
const replayed = (/** @type {string} */ file) => {
  if (!existsSync(file)) return [];
  const content = readFileSync(file);
  const end = content.lastIndexOf(10) + 1;
  if (end < content.length) truncateSync(file, end);
  return content.toString('utf8', 0, end).split('\n').slice(0, -1).map(recordOf);
};

/** Group commit: what came while the last lines were written is written next, in one go, with one fdatasync. */
const durable = (/** @type {string} */ file) => {
  const descriptor = openSync(file, 'a');
  /** @type {{ lines: string, done: () => void }[]} */
  let waiting = [];
  let busy = false;
  const flush = async () => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const bytes = Buffer.from(batch.map(({ lines }) => lines).join(''));
      for (let from = 0; from < bytes.length;) from += (await writing(descriptor, bytes, from)).bytesWritten;
      await syncing(descriptor);
      for (const { done } of batch) done();
    }
    busy = false;
  };
  return {
    /** @returns {Promise<void>} */
    keep: (/** @type {string} */ lines) =>
      new Promise((done) => {
        waiting.push({ lines, done });
        if (!busy) void flush();
      }),
    close: () => closeSync(descriptor),
  };
};

/**
 * One log of streams in memory, beside it in a file of JSON lines where one is named: then what is acknowledged outlives the process.
 * Nobody reads what is not durable yet.
 *
 * @param {{ file?: string, now: () => number }} options
 */
export const openLog = ({ file, now }) => {
  /** @type {Recorded[]} */
  const all = [];
  /** @type {Map<string, Recorded[]>} */
  const streams = new Map();
  /** @type {Set<() => void>} */
  const sleepers = new Set();
  let visible = 0;
  let next = 0;

  const add = (/** @type {Recorded} */ event) => {
    const stream = streams.get(event.stream) ?? [];
    stream.push(event);
    streams.set(event.stream, stream);
    all.push(event);
    // Positions are places in a file there: they grow by more than one.
    next = event.position + 120 + event.data.length + event.metadata.length;
  };
  const show = (/** @type {number} */ upTo) => {
    visible = Math.max(visible, upTo);
    for (const wake of [...sleepers]) wake();
  };
  if (file) replayed(file).forEach(add);
  show(all.length);
  const disk = file ? durable(file) : undefined;

  /** Resolves when more can be read than now. */
  const woken = () =>
    new Promise((/** @type {(woken: void) => void} */ resolve) => {
      const wake = () => {
        sleepers.delete(wake);
        resolve();
      };
      sleepers.add(wake);
    });

  /** Resolves when everything appended so far can be read: what is answered of it before would be of a log nobody sees. */
  const shown = async () => {
    const end = all.length;
    while (visible < end) await woken();
  };

  /** The outcome of the append that stands there already, where these very ids do. */
  const repeated = (/** @type {Recorded[]} */ stream, /** @type {Proposed[]} */ events, /** @type {number} */ from) =>
    events.every(({ id }, index) => stream[from + index]?.id === id);

  return {
    /**
     * All or nothing, kept when it resolves. At the head everything is written, also ids that stand elsewhere; behind it the same ids
     * at the same place are the same append, whose position is not told again.
     *
     * @param {string} name @param {Proposed[]} events @param {number} expected
     * @returns {Promise<Outcome>}
     */
    append: async (name, events, expected) => {
      const stream = streams.get(name) ?? [];
      const actual = stream.length - 1;
      if (expected !== actual) {
        const same = expected < actual && events.length > 0 && repeated(stream, events, expected + 1);
        if (same) await shown();
        return same ? { revision: expected + events.length, position: undefined } : { actual };
      }
      const added = events.map((event, index) => {
        const recorded = { ...event, stream: name, revision: expected + 1 + index, position: next, created: now() };
        add(recorded);
        return recorded;
      });
      const end = all.length;
      if (disk) await disk.keep(added.map(lineOf).join(''));
      show(end);
      return { revision: expected + events.length, position: added.at(-1)?.position };
    },
    /** The stream as far as it can be read; undefined where there is none. */
    stream: (/** @type {string} */ name) => {
      const stream = streams.get(name);
      const last = all[visible - 1]?.position ?? -1;
      const readable = stream?.filter(({ position }) => position <= last);
      return readable?.length ? readable : undefined;
    },
    /** The event at this place of the whole log, as far as it can be read. */
    at: (/** @type {number} */ index) => (index < visible ? all[index] : undefined),
    /** How many events can be read. */
    size: () => visible,
    /** The place of the first event at or after a position. */
    placeOf: (/** @type {number} */ position) => {
      let [low, high] = [0, visible];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (/** @type {Recorded} */ (all[middle]).position < position) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    /** Resolves when there is more than `seen` events, or when woken otherwise. @returns {Promise<void>} */
    more: (/** @type {number} */ seen, /** @type {AbortSignal} */ signal) =>
      new Promise((resolve) => {
        if (visible > seen || signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        sleepers.add(wake);
        signal.addEventListener('abort', wake);
      }),
    close: () => disk?.close(),
  };
};

/** @typedef {ReturnType<typeof openLog>} Log */
