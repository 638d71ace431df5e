import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { BusBatch } from '@sunlit/kernel';
import type { Batch, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Administration } from './admin.js';
import { asOurs, within } from './errors.js';
import type { Handover } from './handover.js';
import { eventOf } from './message.js';
import type { KafkaLog } from './options.js';
import { gapIn, type Places } from './places.js';
import { extentsOf, type Topic } from './topics.js';

/** A group takes over from a member that was killed when it was not heard of for so long. */
const SESSION_MS = 10_000;
const HEARTBEAT_MS = 1_000;
/** How long the broker keeps a question for more open: so long leaving may take. */
const LONGEST_POLL_MS = 250;
const LEAVING_MS = 5_000;
/** After a leader changed, a partition's end may for a moment seem to lie before what was read. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 400;

/** The partitions of each topic a member was given. */
type Assignment = Readonly<Record<string, readonly number[]>>;

export interface SessionOptions {
  readonly kafka: Kafka;
  readonly admin: Administration;
  readonly group: string;
  readonly topics: readonly Topic[];
  readonly places: Places;
  readonly handover: Handover;
  /** Ends the session. */
  readonly signal: AbortSignal;
  readonly log: (line: KafkaLog) => void;
  /** Calls the function whenever the driver finds an offset out of range (and would read on elsewhere, in silence). */
  readonly onStray: (look: () => void) => void;
}

/** How a session ended: it was told to; a fault that another session may not meet; a topic that must not be read on. */
export type Ending =
  | { readonly is: 'stopped' }
  | { readonly is: 'refused'; readonly error: Error }
  | { readonly is: 'fault'; readonly error: Error; readonly joined: boolean };

/** The batch from where the subscription stands, for the subscriber; what cannot be read is told of. */
const batchOf = ({ places, log }: SessionOptions, batch: Batch): BusBatch => {
  const { topic, partition, highWatermark } = batch;
  const number = places.number(topic, partition);
  const origin = { service: places.topic(topic).service, topic, partition };
  const messages = batch.messages
    .filter(({ offset }) => Number(offset) > places.reached(number))
    .map((message) => {
      const { event, why } = eventOf(message, origin);
      if (why) log({ level: 'error', message: `${topic}/${partition}/${message.offset} cannot be read: ${why}.` });
      return { offset: Number(message.offset), event };
    });
  const offset = Math.max(places.reached(number), Number(batch.lastOffset()));
  return { partition: number, messages, offset, caughtUp: offset + 1 >= Number(highWatermark) };
};

/** Looks at the partitions' ends: nothing where all is well, else the refusal; tells of those with nothing to come. */
const inspection = ({ admin, places, handover }: SessionOptions) => {
  const extents = (topic: string) => admin.ask(`to look at ${topic}`, (asked) => extentsOf(asked, places.topic(topic)));

  const gapsOf = async (assignment: Assignment) => {
    const read: number[] = [];
    for (const [topic, partitions] of Object.entries(assignment)) {
      const all = await extents(topic);
      for (const partition of partitions) {
        const number = places.number(topic, partition);
        const reached = places.reached(number);
        const gap = gapIn(`${topic}/${partition}`, reached, all[partition]!);
        if (gap) return { gap, read };
        if (all[partition]!.next === reached + 1) read.push(number);
      }
    }
    return { gap: null, read };
  };

  return async (assignment: Assignment, signal: AbortSignal): Promise<Error | null> => {
    for (let look = 1; ; look++) {
      const { gap, read } = await gapsOf(assignment);
      if (gap && (look === LOOKS || signal.aborted)) return gap;
      if (!gap) {
        for (const partition of read)
          handover.leave({ partition, messages: [], offset: places.reached(partition), caughtUp: true });
        return null;
      }
      await pause(BETWEEN_LOOKS_MS, undefined, { signal }).catch(() => undefined);
    }
  };
};

/** Whether the batch was dealt with, staying a member of the group until that is known. */
const outcome = async (done: Promise<boolean>, { heartbeat }: EachBatchPayload): Promise<boolean> => {
  const over = new AbortController();
  const known = done.then((dealtWith) => ({ dealtWith }));
  try {
    for (;;) {
      const beat = pause(HEARTBEAT_MS / 4, null, { signal: over.signal }).catch(() => null);
      const answer = await Promise.race([known, beat]);
      if (answer) return answer.dealtWith;
      await heartbeat();
    }
  } finally {
    over.abort();
  }
};

/** For those who watch the group's lag; where reading starts is said by the subscriber, so a failure changes nothing. */
const commit = async ({ batch: { topic, partition }, commitOffsetsIfNecessary }: EachBatchPayload, offset: number) =>
  commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(offset + 1) }] }] }).catch(
    () => undefined,
  );

/** One life of a member of the group: joins, gives out what it reads, leaves. Never rejects. */
export const session = async (options: SessionOptions): Promise<Ending> => {
  const { kafka, group, topics, places, handover } = options;
  const inner = new AbortController();
  const signal = AbortSignal.any([options.signal, inner.signal]);
  const inspect = inspection(options);
  let ending: Ending = { is: 'stopped' };
  let assignment: Assignment = {};
  let inspected: Promise<void> = Promise.resolve();
  let joined = false;

  const fault = (error: Error): void => end({ is: 'fault', error, joined });

  const end = (how: Ending): void => {
    if (!signal.aborted) ending = how;
    inner.abort();
  };

  const look = (): void => {
    const looked = inspect(assignment, signal).then((error) => error && end({ is: 'refused', error }), fault);
    inspected = looked.then(() => undefined);
  };

  const begin = (consumer: Consumer, assigned: Assignment): void => {
    [assignment, joined] = [assigned, true];
    for (const [topic, partitions] of Object.entries(assigned))
      for (const partition of partitions)
        consumer.seek({ topic, partition, offset: String(places.reached(places.number(topic, partition)) + 1) });
    look();
  };

  const eachBatch = async (consumer: Consumer, payload: EachBatchPayload): Promise<void> => {
    const { topic, partition } = payload.batch;
    const number = places.number(topic, partition);
    await inspected;
    if (signal.aborted || payload.isStale()) return;
    const from = Number((payload.batch as Batch & { fetchedOffset: string }).fetchedOffset);
    const batch = batchOf(options, payload.batch);
    // A batch asked for before the group changed may begin elsewhere than where this subscription stands now.
    if (from > places.reached(number) + 1 || batch.messages.length === 0)
      return consumer.seek({ topic, partition, offset: String(places.reached(number) + 1) });
    const { done, withdraw } = handover.hand(batch);
    try {
      // Reading on need not wait for it.
      if (await outcome(done, payload)) void commit(payload, batch.offset);
    } finally {
      withdraw();
    }
  };

  options.onStray(look);
  signal.addEventListener('abort', handover.clear, { once: true });
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: LONGEST_POLL_MS,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4, restartOnFailure: async () => false },
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => begin(consumer, payload.memberAssignment));
  consumer.on(consumer.events.CRASH, ({ payload }) => fault(asOurs(`as a member of ${group}`, payload.error)));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map(({ name }) => name), fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatch: (payload) => eachBatch(consumer, payload) });
    if (!signal.aborted) await once(signal, 'abort');
  } catch (error) {
    fault(asOurs(`as a member of ${group}`, error));
  }
  await within(LEAVING_MS, 'when leaving', consumer.disconnect()).catch(() => undefined);
  return ending;
};
