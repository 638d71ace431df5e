import type { Day, DeadlineRule, Text } from '@sunlit/calendar';

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

export const PUBLIC_PARTS = ['figures', 'matters', 'timelines'] as const;
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
}

/** What a matter is about; a tree, codes `taxi.fare` under `taxi`. `unit` is who usually leads. */
export interface Category extends Coded {
  readonly parent?: string;
  readonly unit?: string;
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

/** A deadline rule, and which matters it is for. */
export interface OfficeDeadline extends DeadlineRule {
  readonly name: Text;
  readonly kinds: readonly string[];
  readonly urgency: Urgency;
  /** The days of receipt it is for, both included; open where absent. */
  readonly from?: Day;
  readonly until?: Day;
}

/** Local time of day, `08:30`; `to` may be `24:00`. */
export interface HoursSpan {
  readonly from: string;
  readonly to: string;
}

/** The office profile: plain JSON, frozen. */
export interface Office {
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
  readonly deadlines: readonly OfficeDeadline[];
  /** When a call-back is due: working days after the answer was delivered. */
  readonly followUp: { readonly workingDaysAfter: number; readonly source: string };
  /** Who may state when a thing happened, and how many days back for a live matter; history has no limit. */
  readonly occurredAt: {
    readonly statedBy: readonly RoleCode[];
    readonly maxDaysBack: number;
    readonly source: string;
  };
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
] as const;
export type CodedList = (typeof CODED_LISTS)[number];
