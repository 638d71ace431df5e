export interface Ferretdb {
  readonly url: string;
  readonly name: string;
  readonly version: string;
  /** Where its data lies. */
  readonly folder: string;
  /** Starts what was killed, on the same data under the same url. */
  start(): Promise<void>;
  /** Ends both servers; removes the data where no folder was given. */
  stop(): Promise<void>;
  /** SIGKILL of both. */
  kill(): Promise<void>;
}

export function startFerretdb(options?: {
  readonly port?: number;
  readonly folder?: string;
  readonly cache?: string;
}): Promise<Ferretdb>;
