import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { eventSchemas } from '../published/event-schemas.js';
import type { JsonSchema } from '../published/json-schema.js';
import { messageHeaders } from '../published/message-headers.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const isDay = (text: string): boolean => {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text) && text.length === 10;
};

const isInstant = (text: string): boolean => INSTANT.test(text) && isDay(text.slice(0, 10));

/** A validator that knows every keyword and format that published schemas use, and refuses others. */
const ajv = (): Ajv2020 =>
  new Ajv2020({ strict: true, allErrors: true, formats: { date: isDay, 'date-time': isInstant } });

const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** What is wrong with a value by a published schema; none where it is valid. */
export const checkOf = (schema: JsonSchema): ((value: unknown) => string[]) => {
  const validate = ajv().compile(schema);
  return (value) => problemsOf(validate, value);
};

/** A message as it stands on a topic, its headers as texts. */
export interface PublishedMessage {
  readonly headers: Readonly<Record<string, unknown>>;
  /** The parsed body. */
  readonly data: unknown;
}

/** What is wrong with a message by the published schemas, or with data of a type; none where nothing is. */
export const publishedChecks = () => {
  const headers = checkOf(messageHeaders);
  const events = new Map([...eventSchemas()].map(([type, schema]) => [type, checkOf(schema)]));
  const data = (type: string, value: unknown): string[] =>
    events.get(type)?.(value) ?? [`${type} is not published: add it to the public events.`];
  return {
    data,
    message: (message: PublishedMessage): string[] => [
      ...headers(message.headers),
      ...data(String(message.headers['ce_type']), message.data),
    ],
  };
};
