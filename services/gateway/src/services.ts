import { Refused, type JsonObject, type Rpc } from '@sunlit/kernel';
import type { CaseOperations, ContactOperations, KnowledgeOperations, StatisticsOperations } from '@sunlit/contracts';

/** A stream a projection or policy could not take, from `revision` on, since an instant. */
export interface SetAsideStream {
  readonly projection: string;
  readonly stream: string;
  readonly reason: string;
  readonly eventType: string;
  readonly revision: number;
  readonly since: string;
}

/** What the worker role answers about itself, as service `worker`. */
export interface WorkerOperations {
  /** How far each projection has read; rises whenever it has come further. */
  positions(payload: JsonObject): Promise<{ readonly positions: Readonly<Record<string, number>> }>;
  setAside(payload: JsonObject): Promise<{
    readonly items: readonly SetAsideStream[];
  }>;
  retry(payload: { projection: string; stream: string }): Promise<JsonObject>;
  rebuild(payload: { projection: string }): Promise<JsonObject>;
}

type Calls<O> = {
  readonly [N in keyof O]: O[N] extends (payload: infer P) => Promise<infer R> ? (payload: P) => Promise<R> : never;
};

export type CaseService = 'consultations' | 'complaints';
export const CASE_SERVICES: readonly CaseService[] = ['consultations', 'complaints'];

/** The services behind, each as functions; every one is a call of the `Rpc` port. */
export interface Services {
  readonly cases: Readonly<Record<CaseService, Calls<CaseOperations>>>;
  readonly knowledge: Calls<KnowledgeOperations>;
  readonly contacts: Calls<ContactOperations>;
  readonly statistics: Calls<StatisticsOperations>;
  readonly worker: Calls<WorkerOperations>;
}

const calls = <O>(rpc: Rpc, service: string): Calls<O> =>
  new Proxy(
    {},
    { get: (_, operation) => (payload: JsonObject) => rpc.call(service, String(operation), payload) },
  ) as Calls<O>;

/** The services reached through `rpc`. */
export const servicesOf = (rpc: Rpc): Services => ({
  cases: { consultations: calls(rpc, 'consultations'), complaints: calls(rpc, 'complaints') },
  knowledge: calls(rpc, 'consultations'),
  contacts: calls(rpc, 'consultations'),
  statistics: calls(rpc, 'statistics'),
  worker: calls(rpc, 'worker'),
});

const STREAM = /^(consultation|complaint)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The service whose case this is; `Refused('NoSuchCase')` for what is no case id. */
export const serviceOfCase = (stream: string): CaseService => {
  const category = STREAM.exec(stream)?.[1];
  if (!category) throw new Refused('NoSuchCase', { field: 'case' });
  return category === 'complaint' ? 'complaints' : 'consultations';
};
