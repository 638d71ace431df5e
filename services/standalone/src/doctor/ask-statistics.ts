import type { StatisticsOperations } from '@sunlit/contracts';
import type { JsonObject, Rpc } from '@sunlit/kernel';

/** Figures may have to be made from entries where something was recorded since: more than the usual time. */
const DEADLINE = 60_000;

/** Asks the statistics service. */
export const askStatistics = async <O extends keyof StatisticsOperations>(
  rpc: Rpc,
  operation: O,
  payload: object,
): Promise<Awaited<ReturnType<StatisticsOperations[O]>>> =>
  (await rpc.call('statistics', operation, payload as JsonObject, { deadline: DEADLINE })) as never;

/** The days of a year, as a figure is asked for them. */
export const daysOf = (year: string): { readonly from: string; readonly to: string } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});
