import type { WakeUp } from '@sunlit/runner';

const channelOf = (data: string): string => `sunlit-progress ${data}`;

/** Tells every thread of this process that a projection of this data folder has come further. */
export const announcer = (data: string): { announce(): void; close(): void } => {
  const channel = new BroadcastChannel(channelOf(data));
  channel.unref();
  return { announce: () => channel.postMessage(0), close: () => channel.close() };
};

/** Wakes those of this thread who wait for a projection whenever one has come further, in whichever thread. */
export const wakeUps = (data: string): WakeUp => {
  const waiting = new Set<() => void>();
  let channel: InstanceType<typeof BroadcastChannel> | null = null;
  const listen = (): void => {
    channel = new BroadcastChannel(channelOf(data));
    channel.unref();
    channel.onmessage = () => waiting.forEach((wake) => wake());
  };
  return (wake) => {
    if (!channel) listen();
    waiting.add(wake);
    return () => {
      waiting.delete(wake);
      if (waiting.size > 0) return;
      channel?.close();
      channel = null;
    };
  };
};
