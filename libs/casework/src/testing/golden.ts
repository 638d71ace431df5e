import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyEvent, type JsonObject, type Projection, type StoredEvent } from '@sunlit/kernel';
import { upcast, type Upcasts } from '@sunlit/runner';
import type { z } from 'zod';
import { unregistered, type CaseState } from '../case/case.state.js';
import { fieldsOf, pathsIn } from './fields.js';

export interface GoldenOptions {
  /** Where the files are: `<Type>.golden.json`, or `<Type>.<which>.golden.json` for another of that type, and `digests.json` with the SHA-256 of each. */
  readonly folder: string;
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  readonly upcasts: Upcasts;
  /** What else reads such an event. */
  readonly read?: (event: StoredEvent) => void;
  /** Fields of a schema that no event here ever has, as `Type.field`. */
  readonly never?: readonly string[];
}

const SUFFIX = '.golden.json';

/**
 * Every event type ever stored has files with such events as they stand in logs: each is read through the upcasts and by its schema, and
 * together they hold every field the schema names. An edited file fails: what is stored cannot be edited either.
 */
export const goldenFiles = (name: string, { folder, schemas, upcasts, read, never = [] }: GoldenOptions): void => {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const eventOf = (file: string) => upcast(JSON.parse(text(file)) as StoredEvent, upcasts);
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));

  describe(`the stored events of ${name}`, () => {
    it('each have a golden file, named by its type', () => {
      expect(files.map((file) => file.split('.')[0])).toEqual(expect.arrayContaining(Object.keys(schemas)));
      for (const file of files)
        expect((JSON.parse(text(file)) as StoredEvent).type).toBe(file.slice(0, -SUFFIX.length).split('.')[0]);
    });

    it('are as they were: no golden file is edited, added to the digests unseen, or lost', () => {
      const digests = Object.fromEntries(
        files.map((file) => [file, createHash('sha256').update(text(file)).digest('hex')]),
      );
      expect(digests).toEqual(JSON.parse(text('digests.json')));
    });

    it.each(files)('%s is read by everything that reads it', (file) => {
      const event = eventOf(file);
      expect(schemas[event.type]!.parse(event.data)).toEqual(event.data);
      read?.(event);
    });

    it.each(Object.entries(schemas))('%s has no field that no golden file holds', (type, schema) => {
      const held = new Set(files.map(eventOf).flatMap((event) => (event.type === type ? pathsIn(event.data) : [])));
      const missing = fieldsOf(schema)
        .map(({ path }) => path)
        .filter((path) => !held.has(path) && !never.includes(`${type}.${path}`));
      expect(missing).toEqual([]);
    });
  });
};

export interface CaseReaders {
  /** A `CaseRegistered`, which the others follow. */
  readonly first: StoredEvent;
  readonly evolve: object;
  readonly desk: unknown;
  readonly publish: (event: StoredEvent) => { type: string; data: JsonObject } | null;
  readonly publicSchemas: Readonly<Record<string, z.ZodType>>;
}

/** Reads an event of a case as the decider, the desk and the public form do. */
export const readByCase =
  ({ first, evolve, desk, publish, publicSchemas }: CaseReaders) =>
  (event: StoredEvent): void => {
    const rows = evolve as Readonly<Record<string, (state: CaseState, event: StoredEvent) => CaseState>>;
    const starts = event.type === 'CaseRegistered';
    const registered = starts ? unregistered : rows['CaseRegistered']!(unregistered, first);
    expect(rows[event.type]!(registered, event).status).not.toBe('unregistered');
    const before = starts ? null : applyEvent(desk as Projection<never, JsonObject>, null, first);
    expect(applyEvent(desk as Projection<never, JsonObject>, before, event)).not.toBeNull();
    const form = publish(event);
    if (form) expect(publicSchemas[form.type]!.parse(form.data)).toEqual(form.data);
  };

/** A golden file as an event. */
export const goldenEvent = (folder: string, name: string): StoredEvent =>
  JSON.parse(readFileSync(join(folder, name + SUFFIX), 'utf8')) as StoredEvent;
