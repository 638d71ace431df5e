import type { CaseOperations, CommandAnswer, NumberHolder, OrderNumberOperations } from '@sunlit/contracts';
import { Refused, type JsonObject } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { tokenOf } from '../service/case.tokens.js';
import { orderNumberClaims } from './order-number.claims.js';

/** A registration came upon a case that the other service has under this number: nothing is stored, and that case is the answer. */
export class HeldElsewhere extends Error {
  constructor(readonly holder: NumberHolder) {
    super(`The case is ${holder.stream}.`);
    this.name = 'HeldElsewhere';
  }
}

interface Numbered {
  readonly source?: string;
  readonly externalNumber?: string;
  readonly origin?: unknown;
}

/** One number of one source is one matter in both services: claims it before a registration, and answers with the case there is. */
export const numberOf = (
  context: Pick<ServiceContext, 'store' | 'clock' | 'rpc'>,
  service: NumberHolder['service'],
) => {
  const { rpc } = context;
  const overRpc: OrderNumberOperations['claimNumber'] = async (asked) =>
    (await rpc.call('consultations', 'claimNumber', asked as unknown as JsonObject)) as unknown as NumberHolder;
  const claimNumber = service === 'consultations' ? orderNumberClaims(context) : overRpc;

  return {
    /** Claims the number the registration names for this stream; `HeldElsewhere` where the other service has its case. A case handed over has its number already. */
    claim: async (stream: string, data: JsonObject): Promise<void> => {
      const { source, externalNumber, origin } = data as Numbered;
      if (source === undefined || externalNumber === undefined || origin !== undefined) return;
      const holder = await claimNumber({ source, externalNumber, service, stream });
      if (holder.service !== service) throw new HeldElsewhere(holder);
    },
    /** The answer to a registration that changed nothing, since the other service has the case; any other error goes on. */
    answered: async (error: unknown, data: JsonObject): Promise<CommandAnswer> => {
      if (!(error instanceof HeldElsewhere)) throw error;
      const { source, externalNumber } = data as Numbered;
      const { service: there, stream } = error.holder;
      const asked = { source, externalNumber } as unknown as JsonObject;
      const found = (await rpc.call(there, 'bySource', asked)) as unknown as Awaited<
        ReturnType<CaseOperations['bySource']>
      >;
      if (found.stream !== stream) throw new Refused('SomeoneElseChangedThis');
      const { number = '', revision = 0, position = 0 } = found;
      return { stream, revision, position, events: [], number, token: tokenOf(there, position) };
    },
  };
};
