import type { JsonObject, PublicEvent } from '@sunlit/kernel';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';

/**
 * The type of what is on a topic and cannot be read. No projection has a row for it, so its stream is set aside like one with an event
 * newer than the program. Its sequence is the message's own where that can be read: what follows in the stream waits. Where it cannot,
 * it is the last there could be: nothing says that the message belongs to the stream, so the stream is shown as set aside and goes on.
 * What was set aside is read anew by a rebuild, once the program or the topic is mended.
 */
export const UNREADABLE = 'Unreadable';

/**
 * A public event as a Kafka message: CloudEvents 1.0, binary mode. Attributes are headers `ce_…` in UTF-8, the body is the JSON of
 * `data`, the key is the subject; the trace context is the header `traceparent`, as tracers expect.
 */
export const messageOf = (event: PublicEvent): Message => ({
  key: event.subject,
  value: JSON.stringify(event.data),
  headers: {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.subject,
    ce_time: event.time,
    ce_sequence: String(event.sequence),
    ce_recordedat: event.recordedat,
    ce_stated: String(event.stated),
    ...(event.unit !== undefined && { ce_unit: event.unit }),
    'content-type': 'application/json',
    ...(event.trace !== undefined && { traceparent: event.trace }),
  },
});

/** Where a message was met. */
export interface Origin {
  readonly service: string;
  readonly topic: string;
  readonly partition: number;
}

const header = (headers: IHeaders | undefined, name: string): string | undefined => {
  const value = headers?.[name];
  const one = Array.isArray(value) ? value[0] : value;
  return one === undefined || one === null ? undefined : one.toString();
};

const sequenceOf = (headers: IHeaders | undefined): number | null => {
  const text = header(headers, 'ce_sequence');
  const sequence = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(sequence) ? sequence : null;
};

const instantOf = (headers: IHeaders | undefined, name: string): string => {
  const text = header(headers, name);
  if (text === undefined || Number.isNaN(Date.parse(text))) throw new Error(`${name} is missing or no instant`);
  return text;
};

const textOf = (headers: IHeaders | undefined, name: string): string => {
  const text = header(headers, name);
  if (!text) throw new Error(`${name} is missing`);
  return text;
};

const dataOf = (value: Buffer | null): JsonObject => {
  const data: unknown = JSON.parse(value?.toString() ?? 'null');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error('the body is no JSON object');
  return data as JsonObject;
};

const read = ({ key, value, headers }: KafkaMessage, { service }: Origin): PublicEvent => {
  const [subject, sequence] = [textOf(headers, 'ce_subject'), sequenceOf(headers)];
  if (header(headers, 'ce_specversion') !== '1.0') throw new Error('it is no CloudEvent 1.0');
  if (key?.toString() !== subject) throw new Error('key and subject differ');
  if (header(headers, 'ce_source') !== service) throw new Error('another service said it');
  if (sequence === null) throw new Error('ce_sequence is missing or no number');
  const [unit, trace] = [header(headers, 'ce_unit'), header(headers, 'traceparent')];
  return {
    id: textOf(headers, 'ce_id'),
    source: service,
    type: textOf(headers, 'ce_type'),
    subject,
    sequence,
    time: instantOf(headers, 'ce_time'),
    stated: header(headers, 'ce_stated') === 'true',
    recordedat: instantOf(headers, 'ce_recordedat'),
    ...(unit !== undefined && { unit }),
    ...(trace !== undefined && { trace }),
    data: dataOf(value),
  };
};

/** What stands for a message that cannot be read; nothing of its body. */
const unreadable = (message: KafkaMessage, { service, topic, partition }: Origin): PublicEvent => {
  const place = `${topic}/${partition}/${message.offset}`;
  const moment = new Date(Number(message.timestamp));
  const at = Number.isNaN(moment.getTime()) ? new Date(0).toISOString() : moment.toISOString();
  return {
    id: header(message.headers, 'ce_id') || place,
    source: service,
    type: UNREADABLE,
    subject: message.key?.toString() || header(message.headers, 'ce_subject') || `unreadable-${place}`,
    sequence: sequenceOf(message.headers) ?? Number.MAX_SAFE_INTEGER,
    time: at,
    stated: false,
    recordedat: at,
    data: {},
  };
};

/** The public event of a message, or one of the type `UNREADABLE` in its place, and then why. Never throws. */
export const eventOf = (
  message: KafkaMessage,
  origin: Origin,
): { readonly event: PublicEvent; readonly why?: string } => {
  try {
    return { event: read(message, origin) };
  } catch (error) {
    // A parser's message quotes the body.
    const why = error instanceof SyntaxError ? 'the body is no JSON' : (error as Error).message;
    return { event: unreadable(message, origin), why };
  }
};
