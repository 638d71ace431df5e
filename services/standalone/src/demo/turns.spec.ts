import { chinaCalendar } from '@sunlit/calendar';
import type { StoredEvent } from '@sunlit/kernel';
import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { composed, type Composed } from '../doctor/testing/composed.js';
import { demoClock, makeDemo, planKnowledge, planRecent, recentPolicy } from './index.js';

const office = recentPolicy(loadOffice(SHIPPED_OFFICE));
const now = '2026-11-24T07:00:00.000Z';
const seed = 2021;
let demo: Composed;

beforeAll(async () => {
  const clock = demoClock(Date.parse(now) - 40 * 86_400_000);
  const options = { seed, office, calendar: chinaCalendar, now };
  demo = await composed({ office, calendar: chinaCalendar, clock: clock.now });
  await makeDemo({
    rpc: demo.rpc,
    actions: [...planKnowledge(options), ...planRecent(options)].sort((a, b) => a.at - b.at),
    ...{ seed, clock, timeZone: office.office.timeZone },
    settle: () => demo.worker.caughtUp(),
    timers: (at) => demo.worker.timers(at),
  });
}, 60_000);
afterAll(() => demo.worker.stop());

type Data = Readonly<Record<string, unknown>>;
/** An event by its type, and now and then by what it says. */
const TURNS: Readonly<Record<string, readonly [type: string, says?: (data: Data) => boolean]>> = {
  reclassified: ['DetailsCorrected', ({ changes }) => 'kind' in (changes as object)],
  'corrected in day': ['DetailsCorrected', ({ changes }) => 'cameAt' in (changes as object)],
  'corrected in category': ['DetailsCorrected', ({ changes }) => 'category' in (changes as object)],
  'handed over': ['CaseHandedOver'],
  'taken on by the other service': ['CaseRegistered', ({ origin }) => origin !== undefined],
  declined: ['CaseDeclined'],
  'declined as answered': ['CaseDeclinedAsAnswered'],
  withdrawn: ['CaseWithdrawn'],
  voided: ['CaseVoided'],
  'a unit gives it back': ['AssignmentReturned'],
  'a draft sent back': ['ReplySentBack'],
  'an extension asked': ['ExtensionRequested'],
  'a reminder': ['DeadlineReminded'],
  redone: ['CaseRedone'],
  suspended: ['CaseSuspended'],
  'on again': ['CaseResumed'],
  'told meanwhile': ['InterimReplyGiven'],
  'a task': ['TaskGiven'],
  'a task passed down': ['TaskPassedDown'],
  'a task done': ['TaskFinished'],
  'an order': ['OrderReceived'],
  'an order signed for': ['OrderSigned'],
  'an order returned': ['OrderReturnAsked'],
  'an order taken back': ['OrderTakenBack'],
  'an order insisted on': ['OrderInsisted'],
  'an order extended': ['OrderExtensionGranted'],
  'an order reported': ['OrderReported'],
  'a report taken': ['OrderReportTaken'],
  'a report bounced': ['OrderReportBounced'],
  "a platform's rating": ['PlatformRated'],
  'a chase-up': ['ContactAdded', ({ purpose }) => purpose === 'chase-up'],
  'new facts': ['ContactAdded', ({ purpose }) => purpose === 'new-facts'],
  'a withdrawal': ['ContactAdded', ({ purpose }) => purpose === 'withdrawal'],
  'an invalid contact': ['InvalidContact'],
  'an invalid contact voided': ['InvalidContactVoided'],
  joined: ['CaseJoined'],
  'joined and undone': ['CaseUnjoined'],
  linked: ['CaseLinked'],
  'linked and undone': ['CaseUnlinked'],
  "a leading case's reply": ['ReplyTakenOver'],
  'a flag on a person': ['PersonFlagged'],
  'secrecy asked': ['SecrecyGiven', ({ because }) => because === 'asked'],
  'secrecy by kind': ['SecrecyGiven', ({ because }) => because === 'kind'],
  'a text for units': ['TextForUnitsWritten'],
  'an identity opened': ['IdentityOpened'],
  restricted: ['CaseRestricted'],
  erased: ['PersonalDataErased'],
  'not reached': ['FollowUpAttempted', ({ outcome }) => outcome === 'no-answer'],
  'a wrong number': ['FollowUpAttempted', ({ outcome }) => outcome === 'wrong-number'],
  'no number given': ['FollowUpNumberMissing'],
  'passed over': ['FollowUpPassedOver'],
  'picked by hand': ['FollowUpSelected', ({ by }) => by === 'hand'],
  'partly solved, and why': ['FollowUpSolved', ({ solved, because }) => solved === 'partly' && because !== undefined],
  'a rating set aside': ['RatingSetAside'],
  'a rating restored': ['RatingRestored'],
  'a rating by a message': ['RatingReceived'],
  'named objects': ['AttributesGiven'],
  'an answer of the knowledge base': ['KnowledgeUsed'],
};

const happened = ([type, says = () => true]: (typeof TURNS)[string], log: readonly StoredEvent[]): boolean =>
  log.some((event) => event.type === type && says(event.data as Data));

it('shows every turn at least once among its recent matters', () => {
  expect(Object.entries(TURNS).flatMap(([turn, event]) => (happened(event, demo.log) ? [] : [turn]))).toEqual([]);
});

it('is what the doctor recounts', async () => {
  expect((await demo.examine()).findings).toEqual([]);
});
