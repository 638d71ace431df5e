import { filledStore } from '../testing/filled.js';
import { dueOn, story, type Said } from '../testing/story.js';
import { NEVER, entriesOf } from './collections.js';
import { due, matters, open } from './populations.js';

const AT = '2021-04-12T02:00:00.000Z';
const said = (type: string, data: object = {}, at = AT): Said => ({ type, at, data });
const registered = [said('CaseRegistered'), said('CaseAccepted'), said('DeadlineSet', { due: dueOn('2021-04-15') })];
const rowsOf = async (events: readonly Said[]) => {
  const store = await filledStore(story('consultation-1', ...events));
  const rows = async (population: typeof due) =>
    (await store.list(entriesOf(population), { first: 100, sort: { field: 'takenOutAt' } })).items.map(
      ({ doc }) => doc,
    );
  return { matters: await rows(matters), due: await rows(due), open: await rows(open) };
};

describe('entries', () => {
  it('that were replaced at the instant they came leave one row, as if they had never stood', async () => {
    const rows = await rowsOf([...registered, said('AnsweredAtFirstContact')]);
    expect(rows.matters).toMatchObject([{ tuple: expect.stringContaining('first-contact'), takenOutAt: NEVER }]);
    expect(rows.due).toMatchObject([{ tuple: expect.stringContaining('on-time'), takenOutAt: NEVER }]);
    expect(rows.open).toEqual([]);
  });

  it('that were replaced later stay as rows with both their times and what stands instead', async () => {
    const later = '2021-04-13T02:00:00.000Z';
    const {
      matters: [was, is],
    } = await rowsOf([...registered, said('AnsweredAtFirstContact', {}, later)]);
    expect(was).toMatchObject({
      recordedAt: AT,
      takenOutAt: later,
      out: { type: 'AnsweredAtFirstContact', instead: { tuple: is!['tuple'] } },
    });
    expect(is).toMatchObject({ recordedAt: later, takenOutAt: NEVER });
  });
});
