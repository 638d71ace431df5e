import type { Day, Due } from '@sunlit/calendar';
import type { CaseStatus, Part, caseCommands, complaintCommands, consultationCommands } from '@sunlit/contracts';
import {
  Refused,
  type Box,
  type Command,
  type CommandMeta,
  type Moment,
  type Recorded,
  type StoredEvent,
} from '@sunlit/kernel';
import type { z } from 'zod';
import type { Named } from '../content/attribute.rules.js';
import type { CaseDetails, CaseworkFact } from './casework.events.js';
import { NOTHING_SHARED, type Shared } from '../person/sharing.js';
import type { Order, OrderTaken } from '../order/order.state.js';

/** Other cases held by one, by stream; `releasing`: to be let go, and still held until they say that they are free. */
export type Holds = Readonly<Record<string, { readonly hold: string; readonly releasing?: true }>>;

/** A clock that stood still: the days after `from` up to and including `to` do not count. */
export interface Pause {
  readonly ground: string;
  readonly from: Day;
  readonly to: Day;
}

/** An unfinished task of an assisting unit. */
export interface Task {
  /** Who has it now. */
  readonly unit: string;
  /** Who passed it down and stays answerable, the highest first. */
  readonly answerable: readonly string[];
  readonly signed: boolean;
  readonly since: Moment;
  readonly dueOn?: Day;
  /** What its timer said of it. */
  readonly warned?: true;
  readonly reminded?: true;
}

/** Where a case stands: what deciding on it needs, and nothing that is only shown. */
export interface CaseState {
  readonly status: 'unregistered' | CaseStatus;
  readonly stream: string;
  readonly number: string;
  readonly details: CaseDetails;
  readonly externalNumber?: string;
  readonly receivedBy?: string;
  readonly history: boolean;
  readonly contactable: boolean;
  /** The platform's order it came as. */
  readonly order?: Order;
  readonly origin?: { readonly stream: string; readonly event: string; readonly number: string };
  /** When the person came, as now known, and when that was recorded first. */
  readonly came: Moment;
  readonly registeredAt: string;
  readonly accepted?: Moment;
  /** When the fact happened that the next step answers. */
  readonly since: Moment;
  /** From when the present deadline counts. */
  readonly clockFrom: Moment;
  readonly round: number;
  readonly unit?: string;
  readonly everAssigned: boolean;
  readonly due?: Due;
  /** When the lead unit signed for it last. */
  readonly signed?: Moment;
  readonly extension?: { readonly workingDays: number; readonly reason: string; readonly asked: Moment };
  /** Granted so far for the present clock. */
  readonly granted: readonly { readonly workingDays: number; readonly reason: string; readonly on: Day }[];
  /** What a timer issued, and for which due day. */
  readonly warned?: Day;
  readonly reminded?: { readonly dueOn: Day; readonly superviseOn: Day };
  readonly supervised?: Day;
  readonly suspensionAsked?: { readonly ground: string; readonly asked: Moment };
  readonly suspended?: { readonly ground: string; readonly from: Day; readonly until: Day; readonly since: Moment };
  /** How the present clock stood still so far. */
  readonly pauses: readonly Pause[];
  /** The unit below the lead that does the work. */
  readonly passedTo?: string;
  /** The unfinished tasks of the round. */
  readonly tasks: Readonly<Record<string, Task>>;
  readonly reply?: string;
  /** The round's follow-ups (complaints) and rating. */
  readonly attempts: number;
  readonly rated: boolean;
  /** Whether the round is followed up; absent: nobody said, so a complaint is, and a consultation is not. */
  readonly followUp?: 'rule' | 'hand' | 'passed-over';
  /** The days on which the person was called in this round, and whether that came to something no further call changes. */
  readonly calledOn?: readonly Day[];
  readonly concluded?: true;
  /** The round's person has said whether it is solved. */
  readonly solved?: true;
  /** The ratings of follow-up, by round. */
  readonly ratings?: Readonly<Record<number, 'valid' | 'set-aside'>>;
  /** By what other ways the answer of the round was rated. */
  readonly ratedBy?: readonly string[];
  /** What it names of itself. */
  readonly attributes?: Named;
  readonly handedOver?: { readonly to: string; readonly before: CaseStatus };
  /** The cases joined into this one, and those that follow it. */
  readonly duplicates: Holds;
  readonly followers: Holds;
  readonly joined?: { readonly into: string; readonly hold: string; readonly before: CaseStatus };
  /** The leading case it follows. */
  readonly linked?: { readonly under: string; readonly hold: string };
  /** Holds of other cases that are over. */
  readonly endedHolds: readonly string[];
  readonly flags: Readonly<Record<string, Day>>;
  /** The person's identity is kept from everybody but whom the profile names. */
  readonly secret?: true;
  /** What units read in place of the summary was written. */
  readonly textForUnits?: true;
  /** The personal data is kept and used no more; `erases`: what is erased after `until`. */
  readonly restricted?: { readonly ground: string; readonly until?: Day; readonly erases: readonly Part[] };
  /** By which facts it is secret and restricted: the person's, and so of every case of theirs about the matter. */
  readonly shared: Shared;
  /** The command by which that was taken over last. */
  readonly takenOverBy?: string;
  readonly keys: Readonly<Partial<Record<Part, string>>>;
  readonly erased: readonly Part[];
}

const NEVER: Moment = { at: '', precision: 'second' };

/** Before anything happened. */
export const unregistered: CaseState = {
  status: 'unregistered',
  stream: '',
  number: '',
  details: {} as CaseDetails,
  history: false,
  contactable: false,
  came: NEVER,
  registeredAt: '',
  since: NEVER,
  clockFrom: NEVER,
  round: 1,
  everAssigned: false,
  granted: [],
  pauses: [],
  tasks: {},
  attempts: 0,
  rated: false,
  duplicates: {},
  followers: {},
  endedHolds: [],
  flags: {},
  shared: NOTHING_SHARED,
  keys: {},
  erased: [],
};

type Personal = 'caller' | 'statement' | 'subject' | 'comment' | 'said';
type Commands = typeof caseCommands & typeof complaintCommands & typeof consultationCommands;

/** Which published text of the named answer is given. */
type Edition = { readonly edition?: number };

/** By which facts a person is secret and restricted, as one case tells another. */
export type ToldOfPerson = Omit<Extract<CaseworkFact, { type: 'PersonTakenOver' }>['data'], 'from'>;

/** What sealing adds to the data a sender gives. */
interface Added {
  readonly RegisterCase: {
    readonly number: string;
    readonly contactable: boolean;
    /** Where it is going to be, which its own data cannot tell. */
    readonly stream?: string;
    /** Parts of the case it came from that were erased before they could be taken over. */
    readonly erasedParts?: readonly Part[];
    /** What the case it came from knows of the person. */
    readonly shared?: ToldOfPerson;
    /** The order of the case it came from, as it stands there. */
    readonly orderTaken?: OrderTaken;
  } & Edition;
  readonly CorrectCaller: { readonly contactable?: boolean };
  /** The number of the case that is named, and the event that answered it. */
  readonly DeclineAsAnswered: { readonly number: string; readonly event: string; readonly secret?: true };
  readonly DraftReply: Edition;
  readonly AnswerAtFirstContact: Edition;
}

/** A box as plain JSON. */
type BoxData = { readonly [K in keyof Box]: Box[K] };
type Boxes<T> = { readonly [K in keyof T & Personal]?: BoxData };

/** A command's data as a decider sees it: personal fields are boxes. */
export type Sealed<T extends keyof Commands> = Omit<z.output<Commands[T]>, Personal> &
  Boxes<z.output<Commands[T]>> &
  (T extends keyof Added ? Added[T] : unknown);

export type CaseCommand<T extends keyof Commands> = Command<T, Sealed<T>>;
/** One row of a decider's table, for a command both or one of the services take. */
export type Decide<T extends keyof Commands, F> = (command: CaseCommand<T>, now: CaseState) => readonly F[];
/** One row of the other table. */
export type Evolve<T extends CaseworkFact['type']> = (
  now: CaseState,
  event: Recorded<Extract<CaseworkFact, { type: T }>>,
) => CaseState;

/** The slice of a decider that holds these commands. */
export type DecideRows<T extends keyof Commands> = { readonly [K in T]: Decide<K, CaseworkFact> };
/** The slice that holds these facts. */
export type EvolveRows<T extends CaseworkFact['type']> = { readonly [K in T]: Evolve<K> };

/** When the fact happened, as far as it is known. */
export const momentOf = ({ meta }: Pick<StoredEvent, 'meta'>): Moment =>
  meta.occurredAt ?? { at: meta.recordedAt, precision: 'second' };

/** When what the command says happened. */
export const momentOfCommand = (meta: CommandMeta): Moment => meta.occurredAt ?? { at: meta.at, precision: 'second' };

/** The statuses in which an answer is still to be given by somebody. */
export const OPEN: readonly CaseState['status'][] = [
  'accepted',
  'assigned',
  'signed',
  'returned',
  'drafted',
  'sent-back',
  'approved',
];

/** Whether a clock of this case runs: accepted, not answered, no history. */
export const timed = (now: CaseState): now is CaseState & { readonly due: Due } =>
  !now.history && now.due !== undefined && OPEN.includes(now.status);

/** The same of one whose clock does not stand still. */
export const running = (now: CaseState): now is CaseState & { readonly due: Due } => timed(now) && !now.suspended;

/** When the present round began: what happens in it happened no earlier. */
export const roundBegan = ({ round, accepted, clockFrom, came }: CaseState): Moment =>
  round === 1 ? (accepted ?? came) : clockFrom;

/** Refuses unless the case is registered and in one of the statuses (none given: any but voided). */
export const mustBe = (now: CaseState, ...statuses: readonly CaseState['status'][]): void => {
  if (now.status === 'unregistered') throw new Refused('NotRegistered');
  if (now.status === 'voided') throw new Refused('CaseVoided');
  if (statuses.length > 0 && !statuses.includes(now.status)) throw new Refused('WrongState', { status: now.status });
};

/** Refuses as long as other cases hang on this one: their answer would be gone with it. */
export const mustHoldNone = ({ duplicates, followers }: CaseState): void => {
  if (Object.keys(duplicates).length + Object.keys(followers).length > 0) throw new Refused('HoldsOthers');
};

/** Refuses unless the case is registered and handled here: neither voided nor handed over. */
export const mustBeHere = (now: CaseState): void => {
  mustBe(now);
  if (now.status === 'handed-over') throw new Refused('WrongState', { status: now.status });
};

/** Refuses everybody but the program itself: what only its timers and policies may send. */
export const mustBeSystem = ({ by }: Pick<CommandMeta, 'by'>): void => {
  if (by.role !== 'system') throw new Refused('NotAllowed');
};

/** An object without the members that are undefined, as stored data must be. */
export const defined = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;

/** The state without these members. */
export const without = <K extends keyof CaseState>(now: CaseState, ...names: readonly K[]): Omit<CaseState, K> => {
  const copy: Partial<CaseState> = { ...now };
  for (const name of names) delete copy[name];
  return copy as Omit<CaseState, K>;
};

/** The status moved: the next step answers this fact. */
export const moved = (now: CaseState, event: Pick<StoredEvent, 'meta'>, status: CaseStatus): CaseState => ({
  ...now,
  status,
  since: momentOf(event),
});
