import { join } from 'node:path';
import { officeAtWork, goldenFiles, testRules } from '@sunlit/casework/testing';
import { contactPublicEvents } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import { consultations } from '../consultations.js';
import { contact } from './contact.decider.js';
import { contactEvents } from './contact.events.js';
import { contactPublic } from './contacts.js';

const operator = { account: 'operator-1', role: 'operator' };
const silent = { source: '12328', medium: 'phone', why: 'silent' };

const at = () => {
  const office = officeAtWork([consultations]);
  const send = (type: string, data: JsonObject, more: JsonObject = {}) =>
    office.context.rpc.call('consultations', 'contact', {
      commandId: office.freshId(),
      type,
      data,
      by: operator,
      ...more,
    });
  return { office, send };
};

describe('a contact that opens nothing', () => {
  it('is a stream of its own, once, with what the telephone system knows of it', async () => {
    const { office, send } = at();
    const data = {
      ...silent,
      callId: 'A-7',
      startedAt: '2021-04-12T01:58:00.000Z',
      endedAt: '2021-04-12T01:59:00.000Z',
    };
    const commandId = office.freshId();
    const first = await send('RecordInvalidContact', data, { commandId });
    expect(await send('RecordInvalidContact', data, { commandId })).toEqual(first);
    expect(first['stream']).toMatch(/^contact-/);
    const log = await office.wholeLog();
    expect(log.map(({ type, data: kept }) => [type, kept])).toEqual([
      ['InvalidContact', { ...data, taker: 'operator-1' }],
    ]);
    expect(contactPublic(log[0]!)).toEqual({ type: 'InvalidContact', data: silent });
  });

  it('is voided where that was a mistake', async () => {
    const { send } = at();
    const { stream } = await send('RecordInvalidContact', silent);
    const voided = await send('VoidInvalidContact', { reason: '误记' }, { stream: stream! });
    expect(voided['events']).toEqual(['InvalidContactVoided']);
    expect((await send('VoidInvalidContact', { reason: '误记' }, { stream: stream! }))['events']).toEqual([]);
  });

  it.each<[JsonObject, JsonObject, string]>([
    [{ ...silent, source: 'nowhere' }, {}, 'UnknownCode'],
    [{ ...silent, why: 'rude' }, {}, 'InvalidInput'],
    [{ ...silent, caller: { phone: '13800138000' } }, {}, 'InvalidInput'],
    [{ ...silent, startedAt: '2021-04-12T01:58:00Z', endedAt: '2021-04-12T01:57:00Z' }, {}, 'InvalidInput'],
    [silent, { occurredAt: { at: '2021-01-01T02:00:00Z', precision: 'minute' } }, 'TooFarBack'],
    [silent, { stream: 'consultation-1' }, 'InvalidInput'],
  ])('is refused: %j %j', async (data, more, code) => {
    const { office, send } = at();
    await expect(send('RecordInvalidContact', data, more)).rejects.toThrow(code);
    expect(await office.wholeLog()).toEqual([]);
  });
});

const { evolve } = contact(testRules('consultations'));

goldenFiles('contacts that open nothing', {
  folder: join(import.meta.dirname, 'golden'),
  schemas: contactEvents,
  upcasts: {},
  read: (event) => {
    expect(evolve[event.type as keyof typeof evolve]({ is: 'unknown' }, event as never).is).not.toBe('unknown');
    const form = contactPublic(event)!;
    expect(contactPublicEvents[form.type as keyof typeof contactPublicEvents].parse(form.data)).toEqual(form.data);
  },
});
