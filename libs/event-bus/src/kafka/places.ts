import type { Extent, Topic } from './topics.js';

/** Where a subscription stands in each partition it may be given; moved on as batches are given out. */
export interface Places {
  /** The partition's number on the bus. */
  number(topic: string, partition: number): number;
  topic(topic: string): Topic;
  /** The offset of the last message given out or that the subscriber had before, -1 for none. */
  reached(number: number): number;
  moveTo(number: number, offset: number): void;
}

/** The places of a subscription to these topics after these offsets. */
export const placesOf = (topics: readonly Topic[], after: ReadonlyMap<number, number>): Places => {
  const byName = new Map(topics.map((topic) => [topic.name, topic]));
  const offsets = new Map(after);
  return {
    topic: (name) => byName.get(name)!,
    number: (name, partition) => byName.get(name)!.first + partition,
    reached: (number) => offsets.get(number) ?? -1,
    moveTo: (number, offset) => void offsets.set(number, Math.max(offset, offsets.get(number) ?? -1)),
  };
};

/** What is wrong with going on after `reached` in a partition that reaches from `first` to before `next`; null where nothing is. */
export const gapIn = (where: string, reached: number, { first, next }: Extent): Error | null => {
  const remedy =
    'The topic was made anew or cut. Let the relay fill a topic of a new version, and rebuild the projections that read it from there.';
  if (next < reached + 1)
    return new Error(`${where} ends at offset ${next - 1}, before the checkpoint at offset ${reached}. ${remedy}`);
  if (first > reached + 1)
    return new Error(`${where} begins at offset ${first}, after the checkpoint at offset ${reached}. ${remedy}`);
  return null;
};
