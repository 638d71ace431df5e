import { setTimeout as after } from 'node:timers/promises';
import type { BusBatch, EventBus } from '@sunlit/kernel';
import { Unavailable } from '@sunlit/kernel';
import type { Administration } from './admin.js';
import { handover } from './handover.js';
import { kafkaOf, type KafkaOptions } from './options.js';
import { placesOf } from './places.js';
import { session, type Ending, type SessionOptions } from './session.js';
import { ensureTopics, topicsOf, type Topic } from './topics.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** What the driver logs before it goes to the partition's first offset by itself. */
const STRAY = 'Offset out of range';

type Asked = Parameters<EventBus['subscribe']>[0];

/** Joins the group again and again until told to stop; gives the Error for which it must not. */
const sessions = async (options: SessionOptions, all: KafkaOptions): Promise<Error | null> => {
  const { admin, topics, signal, log } = options;

  const one = async (): Promise<Ending> => {
    try {
      await admin.ask('to find the topics', (asked) => ensureTopics(asked, topics, all));
    } catch (error) {
      const is = error instanceof Unavailable ? 'fault' : 'refused';
      return { is, error: error as Error, joined: false };
    }
    return session(options);
  };

  let pause = FIRST_PAUSE_MS;
  let told = '';
  while (!signal.aborted) {
    const ending = await one();
    if (ending.is === 'stopped') return null;
    if (ending.is === 'refused' || !(ending.error instanceof Unavailable)) return ending.error;
    const { message } = ending.error;
    if (ending.joined || message !== told) log({ level: 'warn', message: `${message} Trying again until it works.` });
    told = message;
    pause = ending.joined ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
    await after(pause, undefined, { signal }).catch(() => undefined);
  }
  return null;
};

/** What a subscriber of `subscribe` iterates over. */
export const subscription = async function* (
  options: KafkaOptions,
  { group, services, after: offsets, signal: asked }: Asked,
  { admin, closing }: { readonly admin: Administration; readonly closing: AbortSignal },
): AsyncGenerator<BusBatch> {
  const topics: readonly Topic[] = topicsOf(options, services);
  const over = new AbortController();
  const signal = AbortSignal.any([asked, closing, over.signal]);
  if (signal.aborted) return;
  let look = (): void => undefined;
  const kafka = kafkaOf(options, (message) => message.includes(STRAY) && look());
  const place = handover();
  const places = placesOf(topics, offsets);
  let refusal: Error | null = null;
  const running = sessions(
    {
      kafka,
      admin,
      group: `${options.prefix ?? 'sunlit'}.${group}`,
      topics,
      places,
      handover: place,
      signal,
      log: options.log ?? (() => undefined),
      onStray: (asked) => (look = asked),
    },
    options,
  ).then((error) => {
    refusal = error;
    over.abort();
  });
  let inHand: Awaited<ReturnType<typeof place.take>> = null;
  try {
    while ((inHand = await place.take(signal))) {
      places.moveTo(inHand.batch.partition, inHand.batch.offset);
      yield inHand.batch;
      inHand.answer(true);
    }
  } finally {
    inHand?.answer(false);
    over.abort();
    await running;
  }
  if (refusal) throw refusal as Error;
};
