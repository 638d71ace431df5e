import { dayOf as calendarDay } from '@sunlit/calendar';
import type { Text } from '@sunlit/contracts';
import { categoryOf, type StoredEvent } from '@sunlit/kernel';
import { listSetAside } from '@sunlit/runner';
import { DESKS, type Recounted } from './check-desks.js';
import { erasureIn, type Erasure } from './check-erased.js';
import type { DoctorOptions, Finding, Log } from './doctor.types.js';
import { readLog } from './read-log.js';
import { stepOf, type CaseFile, type Step } from './recount/case-file.js';
import { soundLog } from './sound-log.js';

export const STEPS = {
  log: { zh: '核对日志', en: 'Checking the log' },
  again: { zh: '查找重复的事件', en: 'Looking for events that stand twice' },
  desks: { zh: '核对办件列表', en: 'Checking the desks' },
  figures: { zh: '核对指标', en: 'Checking the figures' },
} as const satisfies Record<string, Text>;

/** A run of the doctor: what it was given and what it has found so far. */
export interface Run extends DoctorOptions {
  readonly findings: Finding[];
  readonly notes: Text[];
  readonly find: (finding: Finding) => void;
}

/** Says how far a step has come. */
export const tell = ({ onProgress }: Run, step: Text, done: number, of: number): void =>
  onProgress?.({ step, done, of });

type Growing = Omit<CaseFile, 'steps'> & { readonly steps: Step[] };

const CASES = DESKS.map(({ category }) => category);
const CONTACT = 'contact';

/** The streams of a log that something is recounted from. */
interface Files {
  readonly cases: Map<string, Growing>;
  readonly contacts: Map<string, Growing>;
  readonly erasures: Erasure[];
}

const fileOf = (files: Map<string, Growing>, { stream }: StoredEvent): Growing => {
  const file = files.get(stream) ?? { stream, category: categoryOf(stream), steps: [] };
  files.set(stream, file);
  return file;
};

/** Reads a log once, to its present end: I2, and every case as the log tells it. */
const readOne = async (run: Run, { store }: Log, { cases, contacts, erasures }: Files) => {
  const head = await store.head();
  const sound = soundLog(run.find);
  const visit = (event: StoredEvent): void => {
    sound.visit(event);
    const category = categoryOf(event.stream);
    const files = CASES.includes(category) ? cases : category === CONTACT ? contacts : null;
    if (files) fileOf(files, event).steps.push(stepOf(event));
    const erasure = erasureIn(event);
    if (erasure) erasures.push(erasure);
  };
  await readLog(store, head, visit, (position) => tell(run, STEPS.log, position, head));
  sound.finish(head);
  const again = sound.suspects();
  if (again) await readLog(store, head, again, (position) => tell(run, STEPS.again, position, head));
  return { head, ...sound.counted() };
};

/** Reads every log: what they hold, where each ended, and how much was read. */
export const readAll = async (run: Run) => {
  const { logs, office, readStore } = run;
  const files: Files = { cases: new Map(), contacts: new Map(), erasures: [] };
  const heads = new Map<Log, number>();
  const counted = { events: 0, streams: 0 };
  for (const log of logs) {
    const { head, events, streams } = await readOne(run, log, files);
    heads.set(log, head);
    counted.events += events;
    counted.streams += streams;
  }
  const headOf = (category: string): number =>
    heads.get(logs.find(({ categories }) => categories.includes(category))!) ?? 0;
  const dayOf = (instant: string): string => calendarDay(instant, office.office.timeZone);
  const log: Recounted = {
    headOf,
    files: files.cases,
    contacts: files.contacts,
    setAside: await listSetAside(readStore),
    dayOf,
  };
  return { log, heads, counted, erasures: files.erasures };
};

export type Read = Awaited<ReturnType<typeof readAll>>;
