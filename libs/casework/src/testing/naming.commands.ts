import fc from 'fast-check';

const level = fc.integer({ min: 1, max: 5 });

/** Commands of follow-up, of ratings nobody was called for, and of what a matter names, at random. `comment`: what the person said. */
export const namingCommandsAtRandom = (comment: object): Readonly<Record<string, fc.Arbitrary<object>>> => ({
  AttemptFollowUp: fc.oneof(
    fc.record({ outcome: fc.constantFrom('reached', 'no-answer'), level, comment: fc.constant(comment) }),
    fc.record({ outcome: fc.constantFrom('no-answer', 'wrong-number', 'no-number') }),
    fc.record({
      outcome: fc.constant('reached'),
      level,
      solved: fc.constantFrom('partly', 'no'),
      reason: fc.constant('slow'),
      comment: fc.constant(comment),
    }),
  ),
  SelectForFollowUp: fc.constant({ reason: '抽查' }),
  SetRatingAside: fc.constantFrom({ ground: 'mistaken' }, { ground: 'mistaken', round: 1 }),
  RestoreRating: fc.constantFrom({ reason: '复核' }, { reason: '复核', round: 1 }),
  RateBy: fc.record({ medium: fc.constantFrom('message', 'device'), level }),
  SetAttributes: fc.record({
    attributes: fc.constantFrom({ field: 'city', line: 'bus-5' }, { line: 'bus-6' }, { field: 'city' }),
  }),
});
