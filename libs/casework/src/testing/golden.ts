import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyEvent, type JsonObject, type Projection, type StoredEvent } from '@sunlit/kernel';
import { upcast, type Upcasts } from '@sunlit/runner';
import type { z } from 'zod';
import { unregistered, type CaseState } from '../case.state.js';

export interface GoldenOptions {
  /** Where the files are: `<Type>.golden.json`, and `digests.json` with the SHA-256 of each. */
  readonly folder: string;
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  readonly upcasts: Upcasts;
  readonly evolve: object;
  readonly desk: unknown;
  readonly publish: (event: StoredEvent) => { type: string; data: JsonObject } | null;
  readonly publicSchemas: Readonly<Record<string, z.ZodType>>;
}

/**
 * Every event type ever stored has a file with one such event as it stands in logs: each is read through the upcasts, by its schema, by
 * the decider, the desk and the public form. An edited file fails: what is stored cannot be edited either.
 */
export const goldenFiles = (name: string, options: GoldenOptions): void => {
  const { folder, schemas, upcasts, evolve, desk, publish, publicSchemas } = options;
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const eventOf = (file: string) => upcast(JSON.parse(text(file)) as StoredEvent, upcasts);
  const files = readdirSync(folder).filter((file) => file.endsWith('.golden.json'));
  const first = eventOf('CaseRegistered.golden.json');
  const rows = evolve as Readonly<Record<string, (state: CaseState, event: StoredEvent) => CaseState>>;

  describe(`the stored events of ${name}`, () => {
    it('each have a golden file', () => {
      const types = files.map((file) => file.replace('.golden.json', ''));
      expect(types).toEqual(expect.arrayContaining(Object.keys(schemas)));
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
      const registered = event.type === 'CaseRegistered' ? unregistered : rows['CaseRegistered']!(unregistered, first);
      expect(rows[event.type]!(registered, event).status).not.toBe('unregistered');
      const before =
        event.type === 'CaseRegistered' ? null : applyEvent(desk as Projection<never, JsonObject>, null, first);
      expect(applyEvent(desk as Projection<never, JsonObject>, before, event)).not.toBeNull();
      const form = publish(event);
      if (form) expect(publicSchemas[form.type]!.parse(form.data)).toEqual(form.data);
    });
  });
};
