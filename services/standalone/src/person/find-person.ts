import { PARTS, type Part, type PersonCase } from '@sunlit/contracts';
import { Refused, type Rpc } from '@sunlit/kernel';

/** The services that have cases. */
export const CASE_SERVICES = ['consultations', 'complaints'] as const;

/** A case with the service it belongs to. */
export interface FoundCase extends PersonCase {
  readonly service: (typeof CASE_SERVICES)[number];
}

/** Every case of both services in which a caller has this phone number, however it is written; oldest first. */
export const casesOfPhone = async (rpc: Rpc, phone: string): Promise<readonly FoundCase[]> => {
  const found: FoundCase[] = [];
  for (const service of CASE_SERVICES) {
    const { items } = await rpc.call(service, 'personCases', { phone }, { deadline: 600_000 });
    found.push(...(items as unknown as PersonCase[]).map((one) => ({ ...one, service })));
  }
  return found.sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1));
};

/** The case of this number or stream; null where there is none. */
export const caseNamed = async (rpc: Rpc, given: string): Promise<FoundCase | null> => {
  for (const service of CASE_SERVICES) {
    const { item } = await rpc.call(service, 'personCase', { case: given });
    if (item) return { ...(item as unknown as PersonCase), service };
  }
  return null;
};

/** The same; `Refused('NoSuchCase')` where there is none. */
export const theCaseNamed = async (rpc: Rpc, given: string): Promise<FoundCase> => {
  const found = await caseNamed(rpc, given);
  if (!found) throw new Refused('NoSuchCase');
  return found;
};

/** The parts that are meant: `all`, or one. */
export const partsOf = (part: Part | 'all'): readonly Part[] => (part === 'all' ? PARTS : [part]);
