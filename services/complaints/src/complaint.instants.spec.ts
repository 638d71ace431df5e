import { officeAtWork } from '@sunlit/casework/testing';
import type { JsonObject } from '@sunlit/kernel';
import fc from 'fast-check';
import { complaints } from './complaints.js';

const operator = { account: 'op', role: 'operator' };

/** The same moment as people and programs write it; of a whole minute also without its seconds. */
const forms = (ms: number): readonly string[] => {
  const written = (hours: number, zone: string): string[] => {
    const local = new Date(ms + hours * 3600_000).toISOString();
    const long = [local.slice(0, 23) + zone, `${local.slice(0, 23)}000${zone}`];
    const short = [
      local.endsWith(':00.000Z') && local.slice(0, 16) + zone,
      local.endsWith('.000Z') && local.slice(0, 19) + zone,
    ];
    return [...long, ...short.filter((form) => form !== false)];
  };
  return [...written(0, 'Z'), ...written(0, '+00:00'), ...written(8, '+08:00'), ...written(-5.5, '-05:30')];
};

const came = Date.parse('2021-04-10T00:00:00.000Z');
/** Whole minutes, whole seconds and others, in two ways of writing. */
const oneMoment = fc
  .tuple(fc.integer({ min: 0, max: 2879 }), fc.constantFrom(0, 7_000, 7_125), fc.nat(), fc.nat())
  .map(([minute, rest, one, other]) => {
    const ms = came + minute * 60_000 + rest;
    const all = forms(ms);
    return { at: new Date(ms).toISOString(), one: all[one % all.length]!, other: all[other % all.length]! };
  });

const registration = (at: string): JsonObject => ({
  ...{
    kind: 'complaint',
    category: 'bus.route',
    source: '12328',
    medium: 'phone',
    summary: '反映公交越站',
    externalNumber: 'BL-1',
  },
  ...{ caller: { phone: '13800138000' }, contact: { startedAt: at }, order: { dispatchedAt: at, dueAt: at } },
});

it('one moment is one moment however it is written: stored alike, and the same command told again', () =>
  fc.assert(
    fc.asyncProperty(oneMoment, async ({ at, one, other }) => {
      const office = officeAtWork([complaints]);
      const id = office.freshId();
      const register = (as: string) =>
        office.send('complaints', { type: 'RegisterCase', commandId: id, data: registration(as), by: operator });
      const first = await register(one);
      expect(await register(other)).toEqual(first);
      const correct = (as: string) =>
        office.send('complaints', {
          ...{ stream: first.stream, type: 'CorrectDetails', commandId: office.freshId(), by: operator },
          data: { changes: { cameAt: as }, reason: '录入有误' },
        });
      const [corrected, again] = [await correct(one), await correct(other)];
      expect([corrected.events.length > 0, again.events]).toEqual([true, []]);
      const stored = await office.store.read(first.stream);
      const told = stored.map(({ type, data }) => [type, data] as const);
      expect(told).toContainEqual(['OrderReceived', expect.objectContaining({ dispatchedAt: at, dueAt: at })]);
      expect(told).toContainEqual(['DetailsCorrected', expect.objectContaining({ changes: { cameAt: at } })]);
    }),
    { numRuns: 40 },
  ));

it('a command told again with another moment is another command', async () => {
  const office = officeAtWork([complaints]);
  const id = office.freshId();
  const { stream } = await office.send('complaints', { type: 'RegisterCase', data: registration('2021-04-10T01:00Z') });
  const sign = (at: string) =>
    office.send('complaints', {
      ...{ stream, commandId: id, type: 'SignOrder' },
      occurredAt: { at, precision: 'minute' },
    });
  const signed = await sign('2021-04-10T02:00Z');
  expect(await sign('2021-04-10T10:00:00+08:00')).toEqual(signed);
  await expect(sign('2021-04-10T02:01Z')).rejects.toThrow('CommandIdReused');
});
