import { AssignerProtocol } from 'kafkajs';
import { eventually } from '../harness/eventually.js';
import type { Env } from '../harness/processes.js';
import { LOOKS_EVERY } from './office.js';
import { brokerOf } from './topics.js';

/** Looks at the group in which statistics' workers share the partitions. */
export const statisticsGroup = async (env: Env) => {
  const { kafka, topics } = brokerOf(env);
  const prefix = topics[0]!.replace(/\.[^.]+\.v1$/, '');
  const admin = kafka.admin();
  await admin.connect();
  const sharing = async (): Promise<readonly number[]> => {
    const { groups } = await admin.describeGroups([`${prefix}.figures.v2`]);
    const { members, state } = groups[0]!;
    if (state !== 'Stable') return [];
    return members.map(({ memberAssignment }) => {
      const { assignment } = AssignerProtocol.MemberAssignment.decode(memberAssignment) ?? { assignment: {} };
      return Object.values(assignment).flat().length;
    });
  };
  return {
    /** Resolves when so many members have the partitions between them, and each has some. */
    sharedBy: async (members: number): Promise<void> => {
      await eventually(async () => {
        const shares = await sharing();
        return (shares.length === members && shares.every((share) => share > 0)) || null;
      }, LOOKS_EVERY);
    },
    close: (): Promise<void> => admin.disconnect(),
  };
};
