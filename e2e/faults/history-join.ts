import type { StoredEvent } from '@sunlit/kernel';
import type { Line } from './history.js';

/** Where an event stands in its stream. */
export const place = ({ stream, revision }: StoredEvent): string => `${stream}@${revision}`;

/** Where the history a client kept and the log disagree: I1 what was acknowledged is there once, I8 what was refused left nothing. */
export const disagreements = (lines: readonly Line[], log: readonly StoredEvent[]): readonly string[] => {
  const byCommand = new Map<string, StoredEvent[]>();
  for (const event of log) {
    const all = byCommand.get(event.meta.commandId) ?? [];
    byCommand.set(event.meta.commandId, [...all, event]);
  }
  const expectedOf = ({ told }: Line): readonly string[] => {
    if (told.is !== 'acknowledged') return [];
    const { stream, revision, events } = told.answer;
    return events.map((type, at) => `${stream}@${revision - events.length + 1 + at} ${type}`);
  };
  return lines.flatMap((line) => {
    if (line.told.is === 'unknown') return [];
    const found = (byCommand.get(line.commandId) ?? []).map((event) => `${place(event)} ${event.type}`);
    const expected = expectedOf(line);
    const same = found.length === expected.length && expected.every((one, at) => one === found[at]);
    return same ? [] : [`${line.type} ${line.commandId}: ${expected.join(', ')} expected, found ${found.join(', ')}`];
  });
};
