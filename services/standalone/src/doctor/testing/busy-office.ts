import { NEXT, textForUnitsFirst } from '@sunlit/casework/testing';
import { Refused } from '@sunlit/kernel';
import { of, seeded, type Chance } from './chance.js';
import { betweenCases, everyTurnTogether, invalidContact } from './between-cases.js';
import { COMMON, NAMED, OWN } from './commands-at-work.js';
import type { Composed, Sent } from './composed.js';
import { betweenOfficeAndPlatform, orderOf } from './orders-at-work.js';

const HOUR = 3_600_000;

const registration = (service: string, chance: Chance, now: number): Sent => {
  const complaint = service === 'complaints';
  const history = chance(8) === 0;
  const source = of(['12328', '12328', 'bureau-line'], chance);
  return {
    type: 'RegisterCase',
    data: {
      kind: of(complaint ? ['complaint', 'report'] : ['consultation', 'help'], chance),
      category: of(['bus.route', 'taxi'], chance),
      source,
      ...orderOf(source, chance, now),
      medium: of(['phone', 'phone', 'web'], chance),
      summary: '询问公交线路',
      caller: chance(3) ? { name: '张三', phone: '13800138000' } : {},
      accept: chance(3) > 0,
      history,
      ...(!complaint && chance(3) === 0 && { answer: '当场答复' }),
    },
    ...(history && { by: { account: 'i', role: 'importer' } }),
  };
};

/** Timers ask the desks, which have to be as far as the log. */
const runTimers = async ({ worker, now }: Composed): Promise<void> => {
  await worker.caughtUp();
  await worker.timers(now());
};

const holderOf = (stream: string): string => (stream.startsWith('complaint-') ? 'complaints' : 'consultations');

type Make = (chance: Chance) => Sent;

/** What may be sent to a case of the service, apart from what passes between office and platform. */
const allOf = ({ now }: Composed, service: string, recent: readonly string[]): readonly (readonly Make[])[] => [
  [...COMMON, ...NAMED, ...OWN[service]!, ...betweenCases(recent)],
  betweenOfficeAndPlatform(now()),
];

/** What comes after the last of what happened in a case. */
const nextType = ({ log }: Composed, stream: string, chance: Chance): string => {
  const last = log.findLast((event) => event.stream === stream && event.type in NEXT);
  return of(NEXT[last?.type ?? ''] ?? [''], chance);
};

/** A command of the type, or where there is none, or none is wanted, anything at all. */
const nextCommand = (
  [here, withPlatform]: readonly (readonly Make[])[],
  type: string | false,
  chance: Chance,
): Sent => {
  const known = type === false ? [] : [...here!, ...withPlatform!].filter((make) => make(chance).type === type);
  return of(known.length > 0 ? known : chance(6) === 0 ? withPlatform! : here!, chance)(chance);
};

/** One in four says when it happened. */
const statedNowAndThen = (chance: Chance, now: number): Pick<Sent, 'occurredAt'> | false =>
  chance(4) === 0 && {
    occurredAt: { at: new Date(now - chance(60) * HOUR).toISOString(), precision: 'minute' as const },
  };

/** A case of a busy office. */
export interface BusyCase {
  readonly stream: string;
  readonly service: string;
}

/**
 * What a busy office does: the same for the same seed. What is refused has not happened. Where `going` is given these cases go on, fewer come
 * beside them, and mostly what comes next is done: longer lives.
 */
export const busyOffice = async (office: Composed, seed: number, steps: number, going?: BusyCase[]): Promise<void> => {
  const chance = seeded(seed);
  const [cases, arrivals, lately] = going ? [going, 25, 5] : [[] as BusyCase[], 12, 8];
  const attempt = async (service: string, command: Sent): Promise<string | null> => {
    try {
      return (await office.send(service, command)).stream;
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  };
  /** One thing that is done about a case; its text for units is written before a unit needs it. */
  const work = async ({ stream, service }: BusyCase, step: number, back: Partial<Sent> | false): Promise<void> => {
    if (chance(40) === 0) await runTimers(office);
    await invalidContact(office, chance, seed * 10_000 + step);
    const next = going !== undefined && chance(3) > 0 && nextType(office, stream, chance);
    const command = nextCommand(
      allOf(
        office,
        service,
        cases.slice(-8).map((one) => one.stream),
      ),
      next,
      chance,
    );
    const history = office.log.filter((event) => event.stream === stream);
    if (textForUnitsFirst(history, command.type) !== command.type)
      await attempt(service, { stream, type: 'WriteTextForUnits', data: { text: '反映某线路越站' } });
    await attempt(service, { stream, ...command, ...back });
    if (chance(60) === 0) await attempt(service, { stream, type: 'VoidCase', data: { reason: '重复录入' } });
  };
  for (let step = 0; step < steps; step++) {
    office.at(office.now() + chance(5) * HOUR);
    const service = of(['consultations', 'complaints'], chance);
    const back = statedNowAndThen(chance, office.now());
    const known = cases.filter((one) => one.service === service);
    if (known.length === 0 || chance(arrivals) === 0) {
      const stream = await attempt(service, { ...registration(service, chance, office.now()), ...back });
      if (stream) cases.push({ stream, service: holderOf(stream) });
      continue;
    }
    await work(of(known.slice(-lately), chance), step, back);
  }
  await everyTurnTogether(office);
  await office.worker.caughtUp();
};
