import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { derivedId, timeOrderedId, type EventStore, type NewEvent, type StoredEvent } from '@sunlit/kernel';

const GOLDEN = fileURLToPath(new URL('../../services/complaints/src/domain/golden/', import.meta.url));

/** Every shape of a complaint's event there is, a registration first: one matter of the log has each of them once. */
const shapes = (): readonly StoredEvent[] => {
  const files = readdirSync(GOLDEN).filter((name) => name.endsWith('.golden.json'));
  const all = files.map((name) => JSON.parse(readFileSync(`${GOLDEN}${name}`, 'utf8')) as StoredEvent);
  return all.toSorted((a, b) => Number(b.type === 'CaseRegistered') - Number(a.type === 'CaseRegistered'));
};

const streamOf = (matter: number): string => `complaint-${derivedId(String(matter), 'bench', 'matter')}`;

/** Events for one append to a new stream. */
export interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** Makes registrations of complaints, each of a stream of its own that begins with a time as a command's id does; never one twice. */
export const registeredEvents = () => {
  const { type, data, meta } = shapes()[0]!;
  let made = 0;
  const one = (): Append => {
    const stream = `complaint-${timeOrderedId(Date.now() + ++made)}`;
    return { stream, events: [{ id: derivedId(stream, 'bench', '0'), type, data, meta }] };
  };
  return (count: number): readonly Append[] => Array.from({ length: count }, one);
};

/** Appends so many matters to an empty log. Gives every event that was written. */
export const fillLog = async (store: EventStore, matters: number): Promise<readonly NewEvent[]> => {
  const written: NewEvent[] = [];
  const all = shapes();
  const one = async (matter: number): Promise<void> => {
    const stream = streamOf(matter);
    const events = all.map((event, at) => ({ ...event, id: derivedId(stream, 'bench', String(at)) }));
    const bare = events.map(({ id, type, data, meta }) => ({ id, type, data, meta }));
    await store.append(stream, bare, -1);
    written.push(...bare);
  };
  for (let from = 0; from < matters; from += 50)
    await Promise.all(Array.from({ length: Math.min(50, matters - from) }, (_, at) => one(from + at)));
  return written;
};
