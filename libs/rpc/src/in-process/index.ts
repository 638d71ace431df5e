import { Refused, Unavailable, type JsonObject, type Operations, type Rpc } from '@sunlit/kernel';
import { DEFAULT_DEADLINE, lateAdvice, within } from '../deadline.js';

/** An `Rpc` whose services answer in this very process, or are reached through another `Rpc`. */
export interface InProcessRpc extends Rpc {
  /** From now on these operations answer for the service. */
  register(service: string, operations: Operations): void;
  /** Calls for the service go through `rpc`: a thread, a socket. */
  forward(service: string, rpc: Rpc): void;
}

/** @param onError told of unexpected errors: callers see only `internal`. */
export const inProcessRpc = (onError: (error: unknown, operation: string) => void = () => undefined): InProcessRpc => {
  const local = new Map<string, Operations>();
  const remote = new Map<string, Rpc>();

  const run = async (service: string, operation: string, payload: JsonObject): Promise<JsonObject> => {
    const operations = local.get(service)!;
    if (!Object.hasOwn(operations, operation)) throw new Error(`${service} has no operation ${operation}`);
    try {
      return await operations[operation]!(payload as never);
    } catch (error) {
      if (error instanceof Refused || error instanceof Unavailable) throw error;
      onError(error, `${service}.${operation}`);
      throw new Error('internal', { cause: error });
    }
  };

  return {
    register: (service, operations) => void local.set(service, operations),
    forward: (service, rpc) => void remote.set(service, rpc),
    call: async (service, operation, payload, options) => {
      const deadline = options?.deadline ?? DEFAULT_DEADLINE;
      const name = `${service}.${operation}`;
      if (local.has(service)) return within(deadline, name, run(service, operation, payload), lateAdvice(payload));
      const far = remote.get(service);
      if (!far) throw new Unavailable(`No service ${service} is running here.`);
      return far.call(service, operation, payload, { deadline });
    },
  };
};
