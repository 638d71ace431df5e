import { officeAtWork } from '@sunlit/casework/testing';
import type { JsonObject, Moment } from '@sunlit/kernel';
import { complaints } from './complaints.js';

const registration = { kind: 'complaint', category: 'bus', source: '12328', medium: 'phone', summary: '公交越站' };
const minute = (at: string): Moment => ({ at, precision: 'minute' });

describe('a registration that is refused', () => {
  it.each<[JsonObject, Moment | undefined, string]>([
    [{ category: 'rockets' }, undefined, 'UnknownCode'],
    [{ kind: 'consultation' }, undefined, 'WrongService'],
    [{ receivedBy: 'nobody' }, undefined, 'UnknownUnit'],
    [{ answer: '好' }, undefined, 'InvalidInput'],
    [{ history: true }, undefined, 'NotAllowed'],
    [{}, minute('2021-01-04T02:00:00Z'), 'TooFarBack'],
    [{}, minute('2021-04-13T02:00:00Z'), 'InTheFuture'],
    [{}, minute('2021-02-30T02:00:00Z'), 'InvalidInput'],
  ])('leaves no event, not even a lease of numbers: %j %j', async (more, occurredAt, code) => {
    const office = officeAtWork([complaints]);
    const sent = { type: 'RegisterCase', data: { ...registration, ...more }, ...(occurredAt && { occurredAt }) };
    await expect(office.send('complaints', sent)).rejects.toThrow(code);
    expect(await office.wholeLog()).toEqual([]);
  });
});
