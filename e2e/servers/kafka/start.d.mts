export interface OwnKafka {
  /** `host:port`. */
  readonly address: string;
  readonly name: string;
  readonly version: string;
  pid(): number | undefined;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Freezes it, with every connection left open. */
  pause(): void;
  resume(): void;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
}

/** Starts Kafka, one KRaft node, on 127.0.0.1; the same folder and port give the same broker again. It ends with this process. */
export function startKafka(options: { readonly folder: string; readonly port?: number }): Promise<OwnKafka>;
