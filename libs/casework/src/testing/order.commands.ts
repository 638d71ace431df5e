import fc from 'fast-check';
import { streamOfSource } from '../service/case.input.js';

/** The platform's number of one of the cases of a random history, and the case's stream: every case there has one. */
export const numberAtRandom = (which: number): string => `BL2021${which}`;
export const streamAtRandom = (kind: string, which: number): string =>
  streamOfSource(kind, '12328', numberAtRandom(which));

/** A platform's order at random: with or without its own due time and its word for the kind. */
export const orderAtRandom = fc.record(
  {
    dispatchedAt: fc.constantFrom('2021-04-12T01:00:00.000Z', '2021-04-09T08:00:00.000Z'),
    dueAt: fc.constantFrom('2021-04-20T09:30:00.000Z', '2021-04-14T04:00:00.000Z'),
    kind: fc.constant('投诉举报'),
  },
  { requiredKeys: ['dispatchedAt'] },
);

/** Commands of random histories on the order a case came as. */
export const orderCommandsAtRandom: Readonly<Record<string, fc.Arbitrary<object>>> = {
  SignOrder: fc.constant({}),
  ReturnOrder: fc.constant({ ground: 'not-ours', note: '非本局职责' }),
  NoteOrderTakenBack: fc.constant({}),
  NoteOrderInsisted: fc.constant({ note: '仍由贵局办理' }),
  NoteOrderSentAgain: orderAtRandom,
  AskOrderExtension: fc.record({
    dueAt: fc.constantFrom('2021-04-30T09:30:00.000Z', '2021-05-10T09:30:00.000Z'),
    reason: fc.constant('需现场核查'),
  }),
  NoteOrderExtension: fc.record({ granted: fc.boolean() }),
  ReportOrder: fc.constant({}),
  NoteReportTaken: fc.constant({}),
  NoteReportBounced: fc.record({ reason: fc.constant('未答复诉求'), dueAt: fc.constant('2021-06-10T09:30:00.000Z') }),
  RecordPlatformRating: fc.record({ level: fc.integer({ min: 1, max: 5 }), solved: fc.constantFrom('yes', 'no') }),
};
