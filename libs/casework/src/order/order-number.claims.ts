import type { CaseOperations, NumberHolder, OrderNumberOperations } from '@sunlit/contracts';
import {
  Unavailable,
  WrongExpectedRevision,
  derivedId,
  digestOf,
  recordedAfter,
  timeOrderedId,
  type JsonObject,
  type NewEvent,
  type StoredEvent,
} from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';

/** The category of claims: one stream for each number of each source, without a public form. */
export const ORDER_NUMBERS = 'ordernumber';

/** How long a claim without a case keeps the other service away: much longer than any registration takes. */
const HOLDS_MS = 300_000;

type Context = Pick<ServiceContext, 'store' | 'clock' | 'rpc'>;
type Asked = Parameters<OrderNumberOperations['claimNumber']>[0];

const OTHER = { complaints: 'consultations', consultations: 'complaints' } as const;

const claimed = (stream: string, holder: NumberHolder, now: number, history: readonly StoredEvent[]): NewEvent => {
  const commandId = timeOrderedId(now);
  const meta = {
    commandId,
    digest: digestOf({ ...holder }),
    by: { account: 'system', role: 'system' },
    recordedAt: recordedAfter(history, now),
    correlation: commandId,
    causation: commandId,
  };
  return { id: derivedId(stream, commandId, 0), type: 'OrderNumberClaimed', data: { ...holder }, meta };
};

const holderIn = (event: StoredEvent | undefined): NumberHolder | null =>
  event ? (event.data as unknown as NumberHolder) : null;

/**
 * Who has the case of a source's number, of both services together. Whoever is to register it claims the number first. A claim counts for
 * good once its case is there; one whose case never came keeps the other service away for five minutes from when it was last made, and is
 * then taken over. Every asking of a service that may go on is an event of its own, so that of two that ask at once one sees the other.
 */
export const orderNumberClaims = ({ store, clock, rpc }: Context): OrderNumberOperations['claimNumber'] => {
  const caseIn = async (service: string, { source, externalNumber }: Asked): Promise<string | null> => {
    const asked = { source, externalNumber } as unknown as JsonObject;
    const { stream } = (await rpc.call(service, 'bySource', asked)) as unknown as Awaited<
      ReturnType<CaseOperations['bySource']>
    >;
    return stream;
  };

  const claim = async (asked: Asked): Promise<NumberHolder | null> => {
    const { service, stream, source, externalNumber } = asked;
    const number = `${ORDER_NUMBERS}-${derivedId(source, externalNumber)}`;
    const history = await store.read(number);
    const last = history.at(-1);
    const other = OTHER[service];
    if (holderIn(last)?.service !== service) {
      const there = await caseIn(other, asked);
      if (there) return { service: other, stream: there };
      if (last && clock() - Date.parse(last.meta.recordedAt) < HOLDS_MS)
        throw new Unavailable(
          `This number of source ${source} is being registered by ${other}. Send it again in some minutes.`,
        );
    }
    return store
      .append(number, [claimed(number, { service, stream }, clock(), history)], last?.revision ?? -1)
      .then(() => ({ service, stream }))
      .catch((error: unknown) => {
        if (error instanceof WrongExpectedRevision) return null;
        throw error;
      });
  };

  return async (asked) => {
    for (;;) {
      const holder = await claim(asked);
      if (holder) return holder;
    }
  };
};
