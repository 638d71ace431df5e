import { randomBytes } from 'node:crypto';
import { calendarFrom } from '@sunlit/calendar';
import {
  WrongExpectedRevision,
  type Clock,
  type EventStore,
  type KeyStore,
  type ReadStore,
  type Rpc,
  type StoredEvent,
} from '@sunlit/kernel';
import type { Office, ServiceContext } from '@sunlit/platform';

/** A log in memory. */
export const fakeStore = (): EventStore => {
  const log: StoredEvent[] = [];
  return {
    read: async (stream, from = 0) => log.filter((event) => event.stream === stream && event.revision >= from),
    append: async (stream, events, expected) => {
      const last = log.findLast((event) => event.stream === stream)?.revision ?? -1;
      if (last !== expected) throw new WrongExpectedRevision(stream, expected, last);
      log.push(
        ...events.map((event, index) => ({
          ...event,
          stream,
          revision: expected + 1 + index,
          position: log.length + 1 + index,
        })),
      );
      return { revision: expected + events.length, position: log.length };
    },
    async *subscribe({ after, categories }) {
      const events = log.filter(
        ({ position, stream }) => position > after && (categories ?? []).some((name) => stream.startsWith(`${name}-`)),
      );
      yield { events, position: log.length, caughtUp: true };
    },
    head: async () => log.length,
    close: async () => undefined,
  };
};

/** Keys in memory. */
export const fakeKeys = (): KeyStore => {
  const keys = new Map<string, Buffer>();
  const made = (id: string): Buffer => {
    const key = keys.get(id) ?? randomBytes(32);
    keys.set(id, key);
    return key;
  };
  return {
    take: async () => {
      const id = `k${keys.size}`;
      return { id, key: made(id) };
    },
    get: async (ids) => ids.map((id) => keys.get(id) ?? null),
    destroy: async (ids) => ids.forEach((id) => keys.delete(id)),
    destroyedUpTo: async () => 0,
    permanent: async (purpose) => made(`permanent ${purpose}`),
    close: async () => undefined,
  };
};

const named = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });

/** A small office. */
export const fakeOffice = {
  office: {
    name: { zh: '某市交通运输局', en: 'Municipal Transport Bureau' },
    timeZone: 'Asia/Shanghai',
    hours: [{ from: '08:30', to: '17:30' }],
  },
  units: [
    { ...named('roads', '公路科', 'Roads section'), from: '2019-01-01' },
    { ...named('taxi', '客运科', 'Passenger transport'), from: '2019-01-01' },
  ],
  sources: [
    { ...named('12345', '12345 热线', '12345 hotline'), platform: true },
    { ...named('12328', '12328 热线', '12328 hotline'), platform: true },
  ],
  media: [named('phone', '电话', 'Phone'), named('web', '网站', 'Web')],
  servicePoints: [],
  kinds: [
    { ...named('consultation', '咨询', 'Consultation'), reportClass: 'inquiry', service: 'consultations' },
    { ...named('complaint', '投诉', 'Complaint'), reportClass: 'grievance', service: 'complaints' },
  ],
  categories: [named('taxi', '出租车', 'Taxi'), { ...named('taxi.fare', '出租车计价', 'Taxi fares'), parent: 'taxi' }],
  declineGrounds: [],
  returnGrounds: [],
  redoGrounds: [],
  deadlines: [],
  followUp: { workingDaysAfter: 1, source: '' },
  occurredAt: { statedBy: ['operator'], maxDaysBack: 30, source: '' },
  publicPage: { withoutSignIn: ['figures'], inDemo: ['figures', 'matters', 'timelines', 'knowledge'], source: '' },
  roles: [
    named('operator', '话务员', 'Operator'),
    named('reviewer', '审核人', 'Reviewer'),
    named('unit-handler', '经办人', 'Unit handler'),
  ],
} as unknown as Office;

/** What a gateway is given, all in memory; the worker is not there, so nothing is projected. */
export const fakeContext = (rpc: Rpc, clock: Clock): ServiceContext =>
  ({
    store: fakeStore(),
    keys: fakeKeys(),
    rpc,
    clock,
    office: fakeOffice,
    bus: undefined as never,
    readStore: { list: async () => ({ items: [], hasNext: false }) } as unknown as ReadStore,
    calendar: calendarFrom({ version: 'test', firstYear: 2020, lastYear: 2030, holidays: {}, makeUpDays: {} }),
    seen: async () => undefined,
  }) as unknown as ServiceContext;
