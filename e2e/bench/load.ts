import { performance } from 'node:perf_hooks';
import { aComplaint } from '../harness/matters.js';
import type { Client } from '../harness/graphql.js';

/** An acknowledged command: the matter, its last revision, and when the answer was there (ms of this process). */
export interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly at: number;
}

/** Registers and accepts one complaint through the GraphQL API; throws where it is refused. */
export const register = async (operator: Client): Promise<Acknowledged> => {
  const answer = await operator.command('registerComplaint', aComplaint({ accept: true }));
  if (answer.__typename !== 'CommandDone') throw new Error(`${answer.code}: ${answer.textEn}`);
  return { stream: answer.case, revision: answer.revision, at: performance.now() };
};

/** So many clients, each sending its next command when the one before is answered, for so long. */
export const closedLoop = async (
  operator: Client,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<readonly Acknowledged[]> => {
  const until = performance.now() + seconds * 1000;
  const done: Acknowledged[] = [];
  const one = async (): Promise<void> => {
    while (performance.now() < until) done.push(await register(operator));
  };
  await Promise.all(Array.from({ length: clients }, one));
  return done;
};

/** Commands at a set rate, whatever becomes of those before; told of each as it is acknowledged. Resolves when the last is. */
export const openLoop = async (
  operator: Client,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  acknowledged: (command: Acknowledged, number: number) => void,
): Promise<number> => {
  const began = performance.now();
  const total = Math.round(rate * seconds);
  const under: Promise<void>[] = [];
  for (let number = 0; number < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    for (; number < due; number++) {
      const which = number;
      const sent = register(operator).then((command) => acknowledged(command, which));
      // Dealt with at the end.
      sent.catch(() => undefined);
      under.push(sent);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return total;
};
