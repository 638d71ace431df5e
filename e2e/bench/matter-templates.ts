import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, StoredEvent } from '@sunlit/kernel';
import { configurationFrom, loggerFor } from '@sunlit/platform';
import { openOneThread, type OneThread } from '@sunlit/standalone/one-thread';
import { aCall, aComplaint } from '../harness/matters.js';

/** One matter's whole life, as the product itself wrote it, and what each figure says of it. */
export interface Template {
  readonly service: 'complaints' | 'consultations';
  readonly events: readonly StoredEvent[];
  /** How it ended: its `result` among the matters. */
  readonly result: 'answered' | 'open' | 'first-contact';
}

/** Codes all templates are made with; a matter made from one has others in their place. */
export const PLACEHOLDERS = {
  category: 'taxi.refusal',
  unit: 'city-transit',
  medium: 'phone',
  source: '2959600',
  district: 'weidu',
} as const;
/** The Monday on which every template begins, in the office's days. */
export const FIRST_DAY = '2021-03-01';

const DAY = 86_400_000;
const NINE = Date.parse('2021-03-01T01:00:00.000Z');
const BY = { account: 'operator', role: 'operator' };

type Step = readonly [type: string, data: JsonObject, by?: JsonObject];

const TO_ANSWER: readonly Step[] = [
  ['AssignCase', { unit: PLACEHOLDERS.unit }],
  ['SignAssignment', {}, { account: 'handler', role: 'unit-handler', unit: PLACEHOLDERS.unit }],
  ['DraftReply', { text: '已整改' }, { account: 'handler', role: 'unit-handler', unit: PLACEHOLDERS.unit }],
  ['ApproveReply', {}, { account: 'reviewer', role: 'reviewer' }],
  ['DeliverReply', { how: 'phone' }],
  ['AttemptFollowUp', { outcome: 'reached', level: 5 }],
];

const LIVES: readonly (Omit<Template, 'events'> & { readonly first: JsonObject; readonly steps: readonly Step[] })[] = [
  { service: 'complaints', result: 'answered', first: { accept: true }, steps: TO_ANSWER },
  { service: 'complaints', result: 'open', first: { accept: true }, steps: TO_ANSWER.slice(0, 2) },
  { service: 'consultations', result: 'first-contact', first: { answer: '末班车是晚上九点' }, steps: [] },
];

const live = async (office: OneThread, clock: { now: number }, life: (typeof LIVES)[number]): Promise<Template> => {
  const { service, result, first, steps } = life;
  clock.now = NINE;
  const attributes = { district: PLACEHOLDERS.district };
  const shared = { category: PLACEHOLDERS.category, attributes, ...first };
  const data = service === 'complaints' ? aComplaint(shared) : aCall(shared);
  const send = (type: string, given: JsonObject, by: JsonObject, more: JsonObject = {}) =>
    office.rpc.call(service, 'command', {
      commandId: crypto.randomUUID(),
      type,
      data: given,
      by,
      ...more,
    });
  const { stream } = await send('RegisterCase', data as JsonObject, BY);
  for (const [type, given, by = BY] of steps) {
    clock.now += DAY / 4;
    await send(type, given, by, { stream: String(stream) });
  }
  return { service, result, events: await office.stores.store.read(String(stream)) };
};

/** Lives of matters, made by sending an office's commands to the product once. */
export const matterTemplates = async (): Promise<readonly Template[]> => {
  const data = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const clock = { now: NINE };
  const configuration = configurationFrom({ SUNLIT_DATA: data, SUNLIT_LOG: 'error' }, data);
  const office = await openOneThread({ configuration, logger: loggerFor('error', 'bench'), clock: () => clock.now });
  try {
    const templates: Template[] = [];
    for (const life of LIVES) templates.push(await live(office, clock, life));
    return templates;
  } finally {
    await office.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
};
