import { Unavailable, type JsonObject } from '@sunlit/kernel';
import { eventually } from '../harness/eventually.js';
import type { Office, PartName } from './office.js';

/** How an operation was answered, and after how many ms. */
export interface Probed {
  readonly is: 'answered' | 'unavailable';
  readonly ms: number;
}

/** Asks once, with the deadline everybody has; any other failure than being unavailable is an error. */
export const probe = async (
  { rpc }: Office,
  service: string,
  operation: string,
  payload: JsonObject,
): Promise<Probed> => {
  const began = performance.now();
  const is = await rpc.call(service, operation, payload).then(
    () => 'answered' as const,
    (error: unknown) => {
      if (error instanceof Unavailable) return 'unavailable' as const;
      throw error;
    },
  );
  return { is, ms: Math.round(performance.now() - began) };
};

const viewer = { account: 'reviewer', role: 'reviewer' };
const today = (): string => new Date().toISOString().slice(0, 10);

/** A page of a desk: documents alone. */
export const probeDesk = (office: Office): Promise<Probed> =>
  probe(office, 'complaints', 'cases', { viewer, page: { first: 5 }, today: today() });

/** Figures: documents alone, of another service. */
export const probeFigures = (office: Office): Promise<Probed> =>
  probe(office, 'statistics', 'statistics', { figures: ['hotline.accepted.v1'], from: today(), to: today() });

/** The HTTP status of a process's readiness, and what it says. */
export const readiness = async (office: Office, name: PartName): Promise<{ status: number; body: string }> => {
  const { operationsPort } = office.composition.parts.find((one) => one.name === name)!;
  const response = await fetch(`http://127.0.0.1:${operationsPort}/health/ready`);
  return { status: response.status, body: await response.text() };
};

/** Resolves when each of these processes says so of itself. */
export const untilReadiness = (office: Office, names: readonly PartName[], status: number): Promise<unknown> =>
  eventually(async () => {
    const all = await Promise.all(names.map((name) => readiness(office, name)));
    return all.every((one) => one.status === status) || null;
  });
