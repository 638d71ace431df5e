import { checkLasting, defined, type Rules } from '@sunlit/casework';
import type { invalidContactCommands } from '@sunlit/contracts';
import { Refused, decider, type Command } from '@sunlit/kernel';
import type { z } from 'zod';
import type { ContactFact } from './contact.events.js';

type Commands = typeof invalidContactCommands;
export type ContactCommand = { [T in keyof Commands]: Command<T, z.output<Commands[T]>> }[keyof Commands];

export interface Contact {
  readonly is: 'unknown' | 'recorded' | 'voided';
}

/** A call, visit or message that opens no matter: recorded once, and voided where that was a mistake. */
export const contact = (rules: Rules) =>
  decider<ContactCommand, ContactFact, Contact>({
    initial: { is: 'unknown' },
    decide: {
      RecordInvalidContact: ({ data, meta }, now) => {
        if (now.is !== 'unknown') return [];
        rules.checkLimit(meta, true);
        checkLasting(data, meta.recordedAt);
        for (const field of ['source', 'medium'] as const) rules.check(field, data[field], rules.day(meta.at));
        return [{ type: 'InvalidContact', data: defined({ ...data, taker: meta.by.account }) as never }];
      },
      VoidInvalidContact: ({ data }, now) => {
        if (now.is === 'unknown') throw new Refused('NotRegistered');
        return now.is === 'voided' ? [] : [{ type: 'InvalidContactVoided', data }];
      },
    },
    evolve: {
      InvalidContact: () => ({ is: 'recorded' }),
      InvalidContactVoided: () => ({ is: 'voided' }),
    },
  });
