import type { Type } from '@nestjs/common';
import type { InProcessRpc } from '@sunlit/rpc/in-process';
import type { Configuration } from '../configuration.js';
import type { Logger } from '../logging.js';
import type { StoreOrigin } from '../origin.js';
import type { Role, ServiceContext } from '../service.js';
import type { Stores } from '../stores.js';
import type { Tracing } from '../tracing/index.js';

/** A service as a process of its own. */
export interface ServiceProcess {
  readonly service: string;
  /** The Nest module that provides the definition, and the token it is provided under. */
  readonly module: Type;
  readonly definition: symbol;
  readonly roles: readonly Role[];
  /** What the process serves beside rpc, once its stores are there. */
  readonly serve?: (running: Running) => Promise<{ close(): Promise<void> }>;
}

/** What a process has when it serves. */
export interface Running {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly context: ServiceContext;
  /** Its own services, and through it all others. */
  readonly rpc: InProcessRpc;
  readonly origin: StoreOrigin;
  readonly tracing: Tracing;
}

/** The stores, and what the first event of the log says it is for. */
export type OpenedStores = Stores & { readonly origin: StoreOrigin };

/** What is to be done at the end, the last first. */
export class Undo {
  readonly #steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Does and forgets all of it; a step that fails keeps no other from being done. */
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await Promise.resolve(step()).catch(() => undefined);
  }
}
