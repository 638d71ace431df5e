import type { JsonObject } from '@sunlit/kernel';
import type { Office } from './office.js';

/** Every figure's value and the digest of the events behind it, as of an instant: the same again whatever came after. */
export const figuresAsOf = async ({ rpc }: Office, asOf: string): Promise<readonly JsonObject[]> => {
  const { items } = await rpc.call('statistics', 'definitions', {});
  const names = (items as unknown as readonly { readonly name: string }[]).map(({ name }) => name);
  const year = new Date().getUTCFullYear();
  const period = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31`, asOf };
  const { rows } = await rpc.call('statistics', 'statistics', { figures: names, ...period }, { deadline: 30_000 });
  const digests: JsonObject[] = [];
  for (const name of names) digests.push(await rpc.call('statistics', 'digest', { name, ...period }));
  return (rows as unknown as readonly JsonObject[]).map((row, at) => ({ ...row, ...digests[at] }));
};

/** The instant up to which statistics has seen everything. */
export const seenUpTo = async ({ rpc }: Office): Promise<string> => {
  const today = new Date().toISOString().slice(0, 10);
  const period = { from: today, to: today };
  const { asOf } = await rpc.call('statistics', 'statistics', { figures: ['hotline.accepted.v1'], ...period });
  return asOf as string;
};
