/** Runs of a fixed seed, so that everybody meets the same histories; `SUNLIT_HISTORIES=10` in the environment makes ten times as many. */
export const fixedRuns = (
  numRuns: number,
  { SUNLIT_HISTORIES = '1' }: Readonly<Record<string, string | undefined>>,
) => ({
  seed: 2021,
  numRuns: numRuns * Number(SUNLIT_HISTORIES),
});

/** Turns that histories of either service must hold: what lasts longer, or needs both services, is in those of the whole office. */
export const TURNS_OF_A_CASE: readonly string[] = [
  'DetailsCorrected',
  'CaseVoided',
  'CaseWithdrawn',
  'CaseReopened',
  'OrderReturnAsked',
  'OrderTakenBack',
  'OrderSentAgain',
  'OrderReportBounced',
  'CaseJoined',
  'CaseUnjoined',
  'CaseLinked',
  'CaseUnlinked',
  'SuspensionAsked',
  'SuspensionRefused',
  'TaskGiven',
  'TaskReturned',
  'CaseRestricted',
  'PersonalDataErased',
  'PersonFlagged',
  'SecrecyGiven',
];
