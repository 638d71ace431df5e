import { canonicalJson, type Json, type JsonObject } from '@sunlit/kernel';
import type { JsonSchema } from './json-schema.js';

/** What is published: the types on each topic, and the shapes of headers and data. */
export interface Contract {
  readonly topics: Readonly<Record<string, readonly string[]>>;
  readonly headers: JsonSchema;
  readonly events: Readonly<Record<string, JsonSchema>>;
}

/** Keywords that tell people something and change nothing of what is valid. */
const ANNOTATIONS = ['$schema', '$id', '$comment', 'title', 'description', 'examples', 'deprecated'];
const COMPARED_APART = ['properties', 'required', 'items'];
const NEW_NAME = 'A released shape is never changed: give the new one a type name of its own.';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (schema: JsonSchema, name: string): Readonly<Record<string, JsonSchema>> => {
  const value = schema[name];
  return isObject(value) ? (value as Readonly<Record<string, JsonSchema>>) : {};
};

const requiredOf = (schema: JsonSchema): readonly string[] => (schema['required'] as string[] | undefined) ?? [];

/** A keyword's value, to compare: the order of an enum or of types means nothing. */
const meaningOf = (value: unknown): string => {
  const sorted = Array.isArray(value) ? [...(value as Json[])].sort() : (value as Json | undefined);
  return canonicalJson({ value: sorted ?? null, absent: value === undefined });
};

const same = (one: unknown, other: unknown): boolean => meaningOf(one) === meaningOf(other);

/** What a keyword was or is, for a message. */
const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

const keywordChanges = (before: JsonSchema, after: JsonSchema, at: string): string[] => {
  const apart = (name: string) => ANNOTATIONS.includes(name) || COMPARED_APART.includes(name);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !apart(name) && !same(before[name], after[name]))
    .map((name) => `${at}: ${name} was ${shown(before[name])} and is ${shown(after[name])}. ${NEW_NAME}`);
};

const requiredChanges = (before: JsonSchema, after: JsonSchema, at: string): string[] => {
  const [was, is] = [requiredOf(before), requiredOf(after)];
  return [
    ...was
      .filter((name) => !is.includes(name))
      .map((name) => `${at}/${name} was required and is no more: who reads it rests on it. ${NEW_NAME}`),
    ...is
      .filter((name) => !was.includes(name))
      .map((name) => `${at}/${name} is required now: events on the topic lack it. Make it optional.`),
  ];
};

const propertyChanges = (before: JsonSchema, after: JsonSchema, at: string): string[] => {
  const now = membersOf(after, 'properties');
  return Object.entries(membersOf(before, 'properties')).flatMap(([name, was]) =>
    now[name]
      ? schemaChanges(was, now[name], `${at}/${name}`)
      : [
          `${at}/${name} is gone: events on the topic have it, and its name must not come to mean something else. Keep it.`,
        ],
  );
};

const itemChanges = (before: JsonSchema, after: JsonSchema, at: string): string[] => {
  const [was, is] = [before['items'], after['items']];
  if (isObject(was) && isObject(is)) return schemaChanges(was, is, `${at}/[]`);
  return same(was, is) ? [] : [`${at}: items was ${shown(was)} and is ${shown(is)}. ${NEW_NAME}`];
};

const schemaChanges = (before: JsonSchema, after: JsonSchema, at: string): string[] => [
  ...keywordChanges(before, after, at),
  ...propertyChanges(before, after, at),
  ...requiredChanges(before, after, at),
  ...itemChanges(before, after, at),
];

const topicChanges = (before: Contract, after: Contract): string[] =>
  Object.entries(before.topics).flatMap(([topic, types]) => {
    const now = after.topics[topic];
    if (!now) return [`${topic} is gone: who reads it waits for ever. Keep it.`];
    return types
      .filter((type) => !now.includes(type))
      .map((type) => `${type} is gone from ${topic}: its events are there. Keep it, even if it is said no more.`);
  });

/**
 * What keeps a program written for `before` from reading what is sent under `after`, or one written for `after` from reading what was
 * sent under `before`, since topics are for ever; none where all is well. Fine are new topics and types, new optional properties, and
 * other words. Everything else is named, with its place and what to do: also what one side alone would not mind, such as another value
 * of an enum, which breaks whoever handles each of them.
 */
export const incompatibilities = (before: Contract, after: Contract): string[] => [
  ...topicChanges(before, after),
  ...schemaChanges(before.headers, after.headers, 'headers'),
  ...Object.entries(before.events).flatMap(([type, was]) => {
    const is = after.events[type];
    return is ? schemaChanges(was, is, type) : [`${type} is gone: its events are on the topics. Keep it.`];
  }),
];
