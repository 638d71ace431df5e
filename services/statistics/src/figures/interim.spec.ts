import { filled } from '../testing/filled.js';
import { story, type Said } from '../testing/story.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const said = (type: string, day: string, data: object = {}): Said => ({ type, at: `${day}T02:00:00.000Z`, data });
const told = (day: string): Said => said('InterimReplyGiven', day, { round: 1, how: 'phone' });
const came = [said('CaseRegistered', '2021-04-01'), said('CaseAccepted', '2021-04-01')];
const asked = async (...more: readonly Said[]) => filled(story('consultation-1', ...came, ...more));

describe('interim replies', () => {
  const name = 'interim.given.v1';
  it('count each on the day it was given, with the event that says so', async () => {
    const twice = await asked(told('2021-04-02'), told('2021-04-09'));
    expect(await twice.figure({ name, ...YEAR })).toMatchObject({ value: 2 });
    expect(await twice.figure({ name, from: '2021-04-09', to: '2021-04-09' })).toMatchObject({ value: 1 });
    const { items } = await twice.events({ name, ...YEAR, first: 10 });
    expect(items.map(({ event, day }) => [event, day])).toEqual([
      ['consultation-1#2', '2021-04-02'],
      ['consultation-1#3', '2021-04-09'],
    ]);
  });
  it('are no answers: the matter is as open as before', async () => {
    const one = await asked(told('2021-04-02'));
    expect(await one.figure({ name: 'open.now.v1', from: '2021-04-05', to: '2021-04-05' })).toMatchObject({ value: 1 });
    expect(await one.figure({ name: 'hotline.first-contact-share.v1', ...YEAR })).toMatchObject({ numerator: 0 });
  });
  it('stay where their matter went elsewhere, and go with a voided one', async () => {
    const handedOver = said('CaseHandedOver', '2021-04-03', { to: 'complaint-1', kind: 'complaint' });
    expect(await (await asked(told('2021-04-02'), handedOver)).figure({ name, ...YEAR })).toMatchObject({ value: 1 });
    const voided = await asked(told('2021-04-02'), said('CaseVoided', '2021-04-03'));
    expect(await voided.figure({ name, ...YEAR })).toMatchObject({ value: 0 });
  });
});
