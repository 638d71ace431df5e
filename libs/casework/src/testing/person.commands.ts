import fc from 'fast-check';
import { streamAtRandom } from './order.commands.js';

/** What cases of one person tell each other, on the two cases of a random history; most of it comes from a case that is none of theirs. */
export const personCommandsAtRandom = (kind: string): Readonly<Record<string, fc.Arbitrary<object>>> => ({
  TakeOverPerson: fc.record({
    from: fc.constantFrom(0, 1).map((which) => streamAtRandom(kind, which)),
    secrecies: fc.constantFrom([], [{ id: 'told', because: 'asked' }]),
    restrictions: fc.constantFrom([], [{ id: 'kept', ground: '争议', until: '2031-06-30', erases: ['caller'] }]),
    ended: fc.constantFrom([], ['told'], ['kept']),
    erased: fc.constantFrom([], [], ['caller'], ['subject']),
  }),
});
