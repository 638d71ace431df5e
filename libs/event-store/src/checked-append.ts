import { MAX_APPEND_BYTES, MAX_EVENT_BYTES, isUuid, problemOf, type NewEvent } from '@sunlit/kernel';

/** An append no store takes: a bug or hostile input, never worth a retry. Says what is wrong and where, never a value. */
export class InvalidEvent extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidEvent';
  }
}

/** An event with its data and meta as the JSON texts to store. */
export interface CheckedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

const STREAM = /^[a-z][A-Za-z0-9]*-[A-Za-z0-9][A-Za-z0-9._:-]*$/;
const TYPE = /^[A-Z][A-Za-z0-9]*$/;
const MAX_STREAM_LENGTH = 200;
const MAX_TYPE_LENGTH = 100;

const refuse = (where: string, why: string): never => {
  throw new InvalidEvent(`${where} ${why}. Nothing was stored.`);
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonOf = (value: object, name: 'data' | 'meta', where: string): string => {
  if (!isObject(value)) refuse(where, `has ${name} that is no JSON object`);
  try {
    const problem = problemOf(value, name);
    return problem ? refuse(where, `cannot be stored: ${problem}`) : JSON.stringify(value);
  } catch (error) {
    // A value that holds itself, or thousands of levels, ends the recursion of whoever walks it.
    if (error instanceof RangeError) return refuse(where, `has ${name} that is nested too deep`);
    throw error;
  }
};

const checkedEvent = (event: NewEvent, where: string): CheckedEvent => {
  if (!isUuid(event.id)) refuse(where, 'has an id that is no UUID in lower case');
  if (event.type.length > MAX_TYPE_LENGTH || !TYPE.test(event.type))
    refuse(where, `has a type that is no name in PascalCase of at most ${MAX_TYPE_LENGTH} characters`);
  const checked = {
    id: event.id,
    type: event.type,
    data: jsonOf(event.data, 'data', where),
    meta: jsonOf(event.meta, 'meta', where),
  };
  const bytes = bytesOf(checked);
  if (bytes > MAX_EVENT_BYTES)
    refuse(where, `has ${bytes} bytes, more than ${MAX_EVENT_BYTES}: keep large content outside, with its digest here`);
  return checked;
};

/** What counts towards the limits: the bytes of data and meta as UTF-8 JSON. */
const bytesOf = ({ data, meta }: CheckedEvent): number => Buffer.byteLength(data) + Buffer.byteLength(meta);

/** Throws `InvalidEvent` unless the name is `<category>-<uuid or name>`; the name is not repeated, as it may be anything. */
export const checkStream = (stream: string): void => {
  if (stream.length > MAX_STREAM_LENGTH || !STREAM.test(stream))
    refuse(
      `The stream's name (${stream.length} characters)`,
      `must be <category>-<uuid or name> of at most ${MAX_STREAM_LENGTH} characters: letters, digits and . _ : -`,
    );
};

const checkTogether = (stream: string, checked: readonly CheckedEvent[]): void => {
  if (checked.length === 0) refuse(`An append to ${stream}`, 'has no events');
  if (new Set(checked.map(({ id }) => id)).size < checked.length)
    refuse(`An append to ${stream}`, 'has the same event id twice');
  const bytes = checked.reduce((sum, event) => sum + bytesOf(event), 0);
  if (bytes > MAX_APPEND_BYTES)
    refuse(`An append to ${stream}`, `has ${bytes} bytes, more than ${MAX_APPEND_BYTES}: append in parts`);
};

/**
 * The append's events as texts, or `InvalidEvent`. Every adapter checks with this, so that all refuse alike: names of streams and
 * types, UUIDs as ids, plain JSON (`problemOf`), `MAX_EVENT_BYTES`, `MAX_APPEND_BYTES`, expected revision from -1.
 */
export const checkedAppend = (stream: string, events: readonly NewEvent[], expected: number): CheckedEvent[] => {
  checkStream(stream);
  if (!Number.isSafeInteger(expected) || expected < -1)
    refuse(`An append to ${stream}`, 'needs a whole number from -1 as its expected revision');
  const checked = events.map((event, index) => checkedEvent(event, `Event ${index} of an append to ${stream}`));
  checkTogether(stream, checked);
  return checked;
};
