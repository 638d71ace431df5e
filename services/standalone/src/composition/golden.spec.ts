import { join } from 'node:path';
import { goldenFiles } from '@sunlit/casework/testing';
import { box, caseStream, code } from '@sunlit/contracts';
import { changesBetween } from '@sunlit/platform';
import { z } from 'zod';

const secret = box('secret.v1');

// The stored events that belong to no case: what the store is for, the office's profile, the accounts, and who looked up a caller.
goldenFiles('the store, the profile and the accounts', {
  folder: join(import.meta.dirname, 'golden'),
  schemas: {
    StoreOpened: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('live') }),
      z.strictObject({ kind: z.literal('demo'), seed: z.int(), year: z.int() }),
    ]),
    OfficeProfileRecorded: z.strictObject({ digest: z.string(), content: z.record(z.string(), z.unknown()) }),
    HolidayTableAdded: z.strictObject({
      year: z.int(),
      source: z.string(),
      holidays: z.array(z.strictObject({ day: z.string(), name: z.strictObject({ zh: z.string(), en: z.string() }) })),
      makeUpDays: z.array(
        z.strictObject({ day: z.string(), name: z.strictObject({ zh: z.string(), en: z.string() }) }),
      ),
    }),
    AccountCreated: z.strictObject({ account: z.string(), role: code, unit: code.optional(), secret }),
    PasswordSet: z.strictObject({ secret, replaces: z.string() }),
    AccountDisabled: z.strictObject({}),
    AccountEnabled: z.strictObject({}),
    CallerCasesOpened: z.strictObject({ purpose: z.string(), cases: z.array(caseStream) }),
  },
  upcasts: {},
  read: ({ type, data }) => {
    if (type !== 'OfficeProfileRecorded') return;
    const content = data['content'] as Parameters<typeof changesBetween>[0];
    expect(changesBetween(content, content)).toEqual({ changes: [], problems: [] });
  },
});
