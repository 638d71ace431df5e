import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL: every file of `schema/`, in the order of their names; the source of truth of the API. */
export const schemaSources = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
