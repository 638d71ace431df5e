import { Refused, type JsonObject } from '@sunlit/kernel';
import { refusalMember, type RefusalMember } from '../graphql/errors.js';

/** An input without its nulls. */
export type Given<T> = T extends readonly (infer E)[]
  ? readonly Given<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Given<NonNullable<T[K]>> }
    : T;

/** An input of GraphQL as plain JSON: nulls count as left out, as contracts have it. */
export const plain = <T extends object>(input: T): Given<T> =>
  JSON.parse(JSON.stringify(input, (_, value: unknown) => (value === null ? undefined : value))) as Given<T>;

/** The answer, or the refusal as the union's other member; anything else goes on. */
export const orRefusal = async <N extends string, T extends object>(
  type: N,
  answer: () => Promise<T>,
): Promise<(T & { __typename: N }) | RefusalMember> => {
  try {
    return { __typename: type, ...(await answer()) };
  } catch (error) {
    if (error instanceof Refused) return refusalMember(error);
    throw error;
  }
};

/** `first` within 1 and the largest page. */
export const pageSize = (first: number | null | undefined, most = 200): number => {
  const size = first ?? 20;
  if (size < 1 || size > most) throw new Refused('InvalidInput', { field: 'first', problem: `1 … ${most}` });
  return size;
};

/** Names and numbers as a list, for GraphQL has no maps. */
export const namedCounts = (numbers: JsonObject): { name: string; count: number }[] =>
  Object.entries(numbers).map(([name, count]) => ({ name, count: Number(count) }));
