import {
  derivedId,
  recordedAfter,
  WrongExpectedRevision,
  type Actor,
  type Clock,
  type EventStore,
  type Fact,
  type JsonObject,
  type StoredEvent,
} from '@sunlit/kernel';
import type { Text } from '@sunlit/calendar';
import { changesBetween, officeContent, officeDigest, type Office } from './office/index.js';

/** What a store is for, said by its very first event: `demo` marks every page, figure and export, and takes no import. */
export type StoreOrigin =
  { readonly kind: 'live' } | { readonly kind: 'demo'; readonly seed: number; readonly year: number };

const ORIGIN = 'store-origin';
const PROFILE = 'office-profile';
const SYSTEM: Actor = { account: 'system', role: 'system' };

/** Appends a fact of the office itself to what its stream holds; somebody else's at the same place is kept instead. */
export const appendFact = async (
  store: EventStore,
  stream: string,
  fact: Fact,
  { clock, after }: { clock: Clock; after: readonly StoredEvent[] },
): Promise<void> => {
  const revision = after.length - 1;
  const commandId = derivedId(stream, fact.type, JSON.stringify(fact.data), revision);
  const recordedAt = recordedAfter(after, clock());
  const meta = { commandId, digest: '', by: SYSTEM, recordedAt, correlation: commandId, causation: commandId };
  const event = { ...fact, id: derivedId(stream, commandId, 0), meta };
  await store.append(stream, [event], revision).catch((error: unknown) => {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  });
};

/** The origin the store's first event states; null for an empty store. */
export const originOf = async (store: EventStore): Promise<StoreOrigin | null> => {
  const [first] = await store.read(ORIGIN);
  return first ? (first.data as unknown as StoreOrigin) : null;
};

/** Makes `origin` the first event of an empty store; the origin the store has had from its beginning otherwise. */
export const openOrigin = async (store: EventStore, clock: Clock, origin: StoreOrigin): Promise<StoreOrigin> => {
  const existing = await originOf(store);
  if (existing) return existing;
  await appendFact(store, ORIGIN, { type: 'StoreOpened', data: origin as unknown as JsonObject }, { clock, after: [] });
  return (await originOf(store)) ?? origin;
};

/** The contents of all profiles the office has had here, the last one in force. */
export const recordedProfiles = async (store: EventStore): Promise<readonly JsonObject[]> =>
  (await store.read(PROFILE)).map(({ data }) => data['content'] as JsonObject);

/** A changed profile takes back what events already rest on: says what, where, and what to do. */
export class ProfileConflict extends Error {
  constructor(problems: readonly Text[]) {
    super(problems.map(({ zh, en }) => `office.yaml: ${en} / ${zh}`).join('\n'));
    this.name = 'ProfileConflict';
  }
}

/** Records the office profile with its content where it differs from the last one recorded. Throws `ProfileConflict`. */
export const recordProfile = async (store: EventStore, clock: Clock, office: Office): Promise<void> => {
  const earlier = await store.read(PROFILE);
  const digest = officeDigest(office);
  if (earlier.at(-1)?.data['digest'] === digest) return;
  const before = earlier.at(-1)?.data['content'] as JsonObject | undefined;
  const problems = before ? changesBetween(before, office).problems : [];
  if (problems.length > 0) throw new ProfileConflict(problems);
  const fact = { type: 'OfficeProfileRecorded', data: { digest, content: officeContent(office) } };
  await appendFact(store, PROFILE, fact, { clock, after: earlier });
};
