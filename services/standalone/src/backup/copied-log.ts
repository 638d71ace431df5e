import type { Text } from '@sunlit/contracts';
import type { EventStore, StoredEvent } from '@sunlit/kernel';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { originOf, recordedProfiles } from '@sunlit/platform';
import { isBox } from '@sunlit/privacy';
import { stringify } from 'yaml';
import { readLog } from '../doctor/read-log.js';
import { soundLog } from '../doctor/sound-log.js';

/** What an erasure of the log takes away. */
export const keysErasedBy = ({ type, data }: StoredEvent): readonly string[] =>
  type === 'PersonalDataErased' ? (data['keys'] as unknown as readonly string[]) : [];

/** What a whole log holds, and where it is not sound (I2 of the doctor). */
export interface LogContent {
  readonly position: number;
  readonly events: number;
  readonly streams: number;
  readonly faults: readonly Text[];
}

/** Reads the log from end to end. */
export const contentOf = async (store: EventStore, onEvent: (position: number) => void): Promise<LogContent> => {
  const faults: Text[] = [];
  const sound = soundLog(({ text }) => void faults.push(text));
  const position = await store.head();
  await readLog(store, position, sound.visit, onEvent);
  sound.finish(position);
  const again = sound.suspects();
  if (again) await readLog(store, position, again);
  return { position, ...sound.counted(), faults };
};

/** That a log is not sound, in how many places, and what is wrong in the first of them. */
export const faultsText = (faults: readonly Text[]): string => {
  const shown = faults.slice(0, 5).map(({ zh, en }) => `  ${zh} ${en}`);
  return `事件日志有 ${faults.length} 处不正确。 The log is not sound in ${faults.length} places:\n${shown.join('\n')}`;
};

/** A case of which a register says that something was erased, and the log does not. */
export interface Unrecorded {
  readonly stream: string;
  readonly number: string;
}

/** Whose boxes lie under one of these keys without an erasure in the log: what a log from before it cannot say. */
export const unrecordedIn = async (
  store: EventStore,
  destroyed: ReadonlySet<string>,
): Promise<readonly Unrecorded[]> => {
  const streams = new Map<string, string>();
  const numbers = new Map<string, string>();
  const visit = (event: StoredEvent): void => {
    const { stream, data } = event;
    if (typeof data['number'] === 'string' && !numbers.has(stream)) numbers.set(stream, data['number']);
    for (const value of Object.values(data))
      if (isBox(value) && destroyed.has(value.key)) streams.set(value.key, stream);
    for (const key of keysErasedBy(event)) streams.delete(key);
  };
  await readLog(store, await store.head(), visit);
  return [...new Set(streams.values())].map((stream) => ({ stream, number: numbers.get(stream) ?? stream }));
};

/** The log in this file, for reading. */
export const logIn = (file: string): EventStore => sqliteEventStore({ file, readOnly: true });

/** What the store is for, and the profile of the office that was in force last, as an office.yaml. */
export const saidByLog = async (store: EventStore): Promise<{ readonly origin: string; readonly profile: string }> => ({
  origin: (await originOf(store))?.kind ?? 'live',
  profile: stringify((await recordedProfiles(store)).at(-1) ?? {}),
});
