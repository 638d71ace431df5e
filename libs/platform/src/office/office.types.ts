import type { Day, DeadlineRule, OfficeHours, Text } from '@sunlit/calendar';

/** The roles the program knows; the profile gives them their names. */
export const ROLES = ['citizen', 'operator', 'unit-handler', 'reviewer', 'analyst', 'administrator'] as const;
export type RoleCode = (typeof ROLES)[number];

export const URGENCIES = ['normal', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The three classes of the 12328 line. */
export const REPORT_CLASSES = {
  inquiry: { zh: '信息咨询', en: 'Inquiries' },
  grievance: { zh: '投诉举报', en: 'Complaints and reports' },
  suggestion: { zh: '意见建议', en: 'Comments and suggestions' },
} as const satisfies Record<string, Text>;
export type ReportClass = keyof typeof REPORT_CLASSES;

export const CASE_SERVICES = ['consultations', 'complaints'] as const;
export type CaseService = (typeof CASE_SERVICES)[number];

export const PUBLIC_PARTS = ['figures', 'matters', 'timelines', 'knowledge'] as const;
/** What the page `/` may show: figures, the matters behind them, one matter's timeline. */
export type PublicPart = (typeof PUBLIC_PARTS)[number];

/** Something the profile names by a code. A code is never reused: what is over gets `until`, its last day. */
export interface Coded {
  readonly code: string;
  readonly name: Text;
  /** The last day it may be chosen; figures and old cases keep it. */
  readonly until?: Day;
}

/** A section or subordinate unit. Renamed or merged: it gets `until` and `successor`, and the new one a new code. */
export interface Unit extends Coded {
  readonly parent?: string;
  readonly from: Day;
  readonly successor?: string;
}

/** Who passed a matter on or took it. */
export interface Source extends Coded {
  readonly phone?: string;
  /** It sends orders with its own numbers and due times. */
  readonly platform: boolean;
}

export type Medium = Coded;

/** Where people are received in person. */
export interface ServicePoint extends Coded {
  readonly unit: string;
  readonly address: Text;
}

/** What a matter is: which class it is reported under and which service handles it. */
export interface Kind extends Coded {
  readonly reportClass: ReportClass;
  readonly service: CaseService;
  /** Whether whoever reports such a matter is kept secret unless they waive it; default no. */
  readonly secrecy?: boolean;
}

/** What a matter of a category may say of itself beside its details: a business field, a district, or an object. */
export const OBJECT_KINDS = ['line', 'station', 'road', 'company', 'project'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];
export const ATTRIBUTES = ['field', 'district', ...OBJECT_KINDS] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What a matter is about; a tree of any depth, codes `taxi.fare` under `taxi`. `unit` is who usually leads. */
export interface Category extends Coded {
  readonly parent?: string;
  readonly unit?: string;
  /** What its matters may name; those under it may as well. Where nothing up to the root declares any, anything may be named. */
  readonly attributes?: readonly Attribute[];
}

/** A line, station, road, company or project that the office lists. A kind of which any is listed is closed: another one is refused. */
export interface ListedObject extends Coded {
  readonly kind: ObjectKind;
}

/** How answered matters of these kinds are followed up. Kinds that no rule names are all called back. */
export interface FollowUpRule {
  readonly kinds: readonly string[];
  readonly select: 'all' | 'none' | 'share';
  /** Of a share: how many in a hundred, to two decimals. */
  readonly percent?: number;
  /** On how many different days somebody not reached is called before the case may be closed; default 1. */
  readonly attempts?: number;
  /** How many days lie from one call to the next at least; default 1, another day. */
  readonly daysBetween?: number;
  readonly source: string;
}

/** Why a matter is not accepted, and where to go instead. */
export interface DeclineGround extends Coded {
  readonly whereTo: Text;
  readonly source: string;
}

/** Why a unit gives a case back, or why an answer is redone. */
export interface Ground extends Coded {
  readonly source: string;
}

/** What a case may be suspended for: whom it waits for, for how many working days at most and how often. */
export interface SuspensionGround extends Ground {
  readonly maxWorkingDays: number;
  readonly times: number;
}

/** What the desk is to know of a person who came before; it lapses by itself, after `maxDays` at most. */
export interface PersonFlag extends Coded {
  readonly maxDays: number;
  readonly source: string;
}

/** A deadline rule, and which matters it is for. */
export interface OfficeDeadline extends DeadlineRule {
  readonly name: Text;
  readonly kinds: readonly string[];
  readonly urgency: Urgency;
  /** The sources it is for; one that names a matter's source goes before one that names none. */
  readonly sources?: readonly string[];
  /** The days of receipt it is for, both included; open where absent. */
  readonly from?: Day;
  readonly until?: Day;
}

/** Local time of day, `08:30`; `to` may be `24:00`; of a season, whose spans then take the place of the others. */
export type HoursSpan = OfficeHours;

/** How long something may take, from a platform's dispatch: to the end of the last working day, or to the minute in office hours. */
export interface OrderLimit {
  readonly workingDays?: number;
  readonly workingHours?: number;
}

/** What a column of an export to a platform may hold. */
export const EXPORT_FIELDS = [
  'number',
  'ourNumber',
  'kind',
  'ourKind',
  'category',
  'dispatchedAt',
  'signedAt',
  'dueAt',
  'ourDueOn',
  'unit',
  'result',
  'answeredAt',
  'answer',
  'onTime',
  'round',
  'reportedAt',
  'orderStatus',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

/** A platform that sends orders: its limits, its grounds, its words. */
export interface OrderPlatform {
  /** The source it is. */
  readonly platform: string;
  /** How long after its dispatch an order may be returned; absent: any time before the answer. */
  readonly returnWithin?: OrderLimit;
  readonly signWithin?: OrderLimit;
  readonly returnGrounds: readonly Ground[];
  /** Its words for kinds, each with ours; a word it does not name is taken for a kind's code or name. */
  readonly kinds?: readonly { readonly word: string; readonly kind: string }[];
  /** Columns of an export to it, in its words. */
  readonly export?: readonly { readonly field: ExportField; readonly label: string }[];
  readonly source: string;
}

/** The office profile: plain JSON, frozen. */
export interface Office {
  /** Who may open the identity of a person kept secret; default: reviewers and administrators. */
  readonly secrecy?: { readonly openedBy: readonly RoleCode[]; readonly source: string };
  readonly office: {
    readonly name: Text;
    readonly timeZone: string;
    readonly hours: readonly HoursSpan[];
  };
  readonly units: readonly Unit[];
  readonly sources: readonly Source[];
  readonly media: readonly Medium[];
  readonly servicePoints: readonly ServicePoint[];
  readonly kinds: readonly Kind[];
  readonly categories: readonly Category[];
  readonly declineGrounds: readonly DeclineGround[];
  readonly returnGrounds: readonly Ground[];
  readonly redoGrounds: readonly Ground[];
  /** Absent in profiles of before: orders come, and are returned for no ground. */
  readonly platforms?: readonly OrderPlatform[];
  /** Absent in profiles of before: nothing is suspended. */
  readonly suspensionGrounds?: readonly SuspensionGround[];
  /** Absent in profiles of before: nobody is flagged. */
  readonly personFlags?: readonly PersonFlag[];
  readonly deadlines: readonly OfficeDeadline[];
  /** When a call-back is due: working days after the answer was delivered. */
  readonly followUp: {
    readonly workingDaysAfter: number;
    readonly source: string;
    /** Absent: every answered complaint is called back. */
    readonly rules?: readonly FollowUpRule[];
  };
  /** Why a matter was not, or only partly, solved, as the person says; absent: no reason has a code, so none is asked for. */
  readonly dissatisfactionReasons?: readonly Ground[];
  /** Why a rating may be set aside; absent: none is. */
  readonly setAsideGrounds?: readonly Ground[];
  /** Closed lists that matters are told apart by; absent: nothing is listed. */
  readonly businessFields?: readonly Coded[];
  readonly districts?: readonly Coded[];
  readonly objects?: readonly ListedObject[];
  /** Who may state when a thing happened, and how many days back for a live matter; history has no limit. */
  readonly occurredAt: {
    readonly statedBy: readonly RoleCode[];
    readonly maxDaysBack: number;
    readonly source: string;
  };
  /** How long personal data of a case is kept from its registration: until then it is restricted (封存) and not erased. Absent: erased at once. */
  readonly retention?: { readonly years: number; readonly source: string };
  /** What of the page `/` needs no sign-in, and what in a demo store. */
  readonly publicPage: {
    readonly withoutSignIn: readonly PublicPart[];
    readonly inDemo: readonly PublicPart[];
    readonly source: string;
  };
  readonly roles: readonly { readonly code: RoleCode; readonly name: Text }[];
}

/** The lists whose entries have a code. */
export const CODED_LISTS = [
  'units',
  'sources',
  'media',
  'servicePoints',
  'kinds',
  'categories',
  'declineGrounds',
  'returnGrounds',
  'redoGrounds',
  'personFlags',
  'suspensionGrounds',
  'dissatisfactionReasons',
  'setAsideGrounds',
  'businessFields',
  'districts',
  'objects',
] as const;
export type CodedList = (typeof CODED_LISTS)[number];
