import fc from 'fast-check';
import { streamAtRandom } from './order.commands.js';

/** Commands on contacts, joining, linking and flags, on the two cases of a random history. `words`: what a personal field says. */
export const joiningCommandsAtRandom = (
  kind: string,
  words: string,
): Readonly<Record<string, fc.Arbitrary<object>>> => {
  const other = fc.constantFrom(0, 1).map((which) => streamAtRandom(kind, which));
  return {
    AddContact: fc.record({
      source: fc.constant('12328'),
      medium: fc.constantFrom('phone', 'web'),
      purpose: fc.constantFrom('chase-up', 'chase-up', 'new-facts', 'withdrawal'),
      callId: fc.constant('20210412-0001'),
      said: fc.constant({ text: words }),
    }),
    FlagPerson: fc.record({ flag: fc.constant('needs-care'), until: fc.constantFrom('2021-05-01', '2021-06-01') }),
    RemoveFlag: fc.constant({ flag: 'needs-care' }),
    HoldDuplicate: fc.record({ duplicate: other }),
    ReleaseDuplicate: fc.record({ duplicate: other, reason: fc.constant('并错了') }),
    HoldFollower: fc.record({ follower: other }),
    ReleaseFollower: fc.record({ follower: other, reason: fc.constant('关联错了') }),
    DeclineAsAnswered: fc.record({ answered: other }),
  };
};
