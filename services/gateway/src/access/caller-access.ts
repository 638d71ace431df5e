import { Refused, digestOf, derivedId, timeOrderedId, type Actor, type NewEvent } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { personalNumbersIn } from '@sunlit/privacy';

/**
 * That somebody looked up a caller's matters: why, and which they were; who and when stand in the envelope. Never by which number. Stored for
 * good in streams `access-<uuid>`: a changed shape gets a new name and an upcast.
 */
export interface CallerCasesOpened {
  readonly purpose: string;
  readonly cases: readonly string[];
}

export interface CallerAccess {
  /** The purpose as it is stored; `Refused('InvalidInput')` where it says nothing, `PersonalNumberInText` where it gives the person away. */
  checked(purpose: string): string;
  /** Records the access; only then may the cases be shown. */
  record(opened: CallerCasesOpened, by: Actor): Promise<void>;
}

const MOST = 200;

/** The record of looking up callers. */
export const callerAccess = ({
  store,
  clock,
  office,
}: Pick<ServiceContext, 'store' | 'clock' | 'office'>): CallerAccess => {
  const allowed = office.sources.flatMap(({ phone }) => phone ?? []);
  return {
    checked: (given) => {
      const purpose = given.trim();
      if (purpose === '' || purpose.length > MOST)
        throw new Refused('InvalidInput', { field: 'purpose', problem: `1 … ${MOST}` });
      const [found] = personalNumbersIn(purpose, { allowed });
      if (found) throw new Refused('PersonalNumberInText', { field: 'purpose', at: found.at + 1 });
      return purpose;
    },
    record: async ({ purpose, cases }, by) => {
      const commandId = timeOrderedId(clock());
      const stream = `access-${commandId}`;
      const data = { purpose, cases };
      const meta = { commandId, digest: digestOf(data), by, recordedAt: new Date(clock()).toISOString() };
      const event: NewEvent = {
        id: derivedId(stream, commandId, 0),
        type: 'CallerCasesOpened',
        data,
        meta: { ...meta, correlation: commandId, causation: commandId },
      };
      await store.append(stream, [event], -1);
    },
  };
};
