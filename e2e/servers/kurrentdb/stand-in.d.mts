/**
 * KurrentDB's protocol as far as the event store uses it, on 127.0.0.1, without KurrentDB. In memory; with `file` acknowledged events
 * outlive the process. `port` 0 (default) is a free one.
 */
export declare const startKurrentdbStandIn: (options?: {
  readonly port?: number;
  readonly file?: string;
}) => Promise<{ readonly url: string; readonly name: string; readonly stop: () => Promise<void> }>;
