import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse, stringify } from 'yaml';
import { asyncapi } from '../published/asyncapi.js';
import { eventSchemas } from '../published/event-schemas.js';
import type { Contract } from '../published/incompatibilities.js';
import type { JsonSchema } from '../published/json-schema.js';
import { messageHeaders } from '../published/message-headers.js';

/** Where what is generated is kept, and what was released, in the same files. */
export const PUBLISHED = new URL('../../published/', import.meta.url);
export const RELEASED = new URL('released/', PUBLISHED);

const HEADER = '# Generated from libs/contracts/src by `npm run generate -w libs/contracts`: change those.\n';
const ASYNCAPI = 'asyncapi.yaml';
const HEADERS = 'headers.schema.json';
const EVENT = /^events\/(.+)\.schema\.json$/;

/** The files as they have to be, by their path below `PUBLISHED`. */
export const publishedFiles = async (): Promise<ReadonlyMap<string, string>> => {
  const texts: [path: string, text: string][] = [
    [ASYNCAPI, HEADER + stringify(asyncapi(), { lineWidth: 0, aliasDuplicateObjects: false })],
    [HEADERS, JSON.stringify(messageHeaders)],
    ...[...eventSchemas()].map(([type, schema]): [string, string] => [
      `events/${type}.schema.json`,
      JSON.stringify(schema),
    ]),
  ];
  const formatted = texts.map(async ([path, text]) => {
    const filepath = fileURLToPath(new URL(path, PUBLISHED));
    return [path, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
  });
  return new Map(await Promise.all(formatted));
};

/** The files that are there, by their path below the folder. */
export const filesIn = (folder: URL): ReadonlyMap<string, string> => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === ASYNCAPI || path === HEADERS || EVENT.test(path));
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]));
};

interface Document {
  readonly info: { readonly version: string };
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>;
}

/** The contract that these files hold. */
export const contractIn = (files: ReadonlyMap<string, string>): Contract => {
  const events = [...files].flatMap(([path, text]) => {
    const type = EVENT.exec(path)?.[1];
    return type ? [[type, JSON.parse(text) as JsonSchema] as const] : [];
  });
  const { channels } = parse(files.get(ASYNCAPI)!) as Document;
  return {
    topics: Object.fromEntries(
      Object.values(channels).map(({ address, messages }) => [address, Object.keys(messages)]),
    ),
    headers: JSON.parse(files.get(HEADERS)!) as JsonSchema,
    events: Object.fromEntries(events),
  };
};

/** The version these files state. */
export const versionIn = (files: ReadonlyMap<string, string>): string =>
  (parse(files.get(ASYNCAPI)!) as Document).info.version;
