import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { anyHistory, officeAtWork } from '@sunlit/casework/testing';
import { complaintEvents, complaints } from '@sunlit/complaints';
import { complaintCommands, consultationCommands } from '@sunlit/contracts';
import { typesByService } from '@sunlit/contracts/published';
import { publishedChecks } from '@sunlit/contracts/testing';
import { consultationEvents, consultations } from '@sunlit/consultations';
import { categoryOf, type StoredEvent } from '@sunlit/kernel';
import fc from 'fast-check';
import { z } from 'zod';

const checks = publishedChecks();

/** By type: takes what the published JSON Schema of the type takes. */
const publishedSchemas = (types: readonly string[]): Readonly<Record<string, z.ZodType>> =>
  Object.fromEntries(types.map((type) => [type, z.custom((data) => checks.data(type, data).length === 0, type)]));

const services = [
  { service: 'complaints', kind: 'complaint', make: complaints, commands: complaintCommands, events: complaintEvents },
  {
    service: 'consultations',
    kind: 'consultation',
    make: consultations,
    commands: consultationCommands,
    events: consultationEvents,
  },
];

/** The service's events as they stand in logs: every type there is. */
const storedEvents = (service: string): StoredEvent[] => {
  const root = fileURLToPath(new URL(`../../${service}/src/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.golden.json'))
    .map((name) => JSON.parse(readFileSync(root + name, 'utf8')) as StoredEvent);
};

describe.each(services)('what $service says', ({ service, kind, make, commands, events }) => {
  const types = typesByService().get(service)!;

  it('is what was published of it, of every type', () => {
    const { publishes } = officeAtWork([make]).definitions.get(service)!;
    const said = storedEvents(service).flatMap((event) => publishes[categoryOf(event.stream)]!(event) ?? []);
    for (const { type, data } of said) expect([type, ...checks.data(type, data)]).toEqual([type]);
    expect([...new Set(said.map(({ type }) => type))].sort()).toEqual([...types].sort());
  });

  it('is what was published of it, over any history', async () => {
    const history = {
      service,
      kind,
      make,
      schemas: events,
      publicSchemas: publishedSchemas(types),
    };
    await fc.assert(
      anyHistory(history, (type) => Object.hasOwn(commands, type)),
      { numRuns: 15 },
    );
  });
});
