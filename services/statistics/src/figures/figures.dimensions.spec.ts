import { filled } from '../testing/filled.js';
import { dueOn, story, type Said } from '../testing/story.js';
import { figures } from './figures.js';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
/** What a desk is arranged by. */
const DESK = ['medium', 'source', 'class', 'kind', 'unit', 'category'];

const said = (type: string, day: string, data: object = {}): Said => ({ type, at: `${day}T02:00:00.000Z`, data });
const answered = [
  said('CaseAssigned', '2021-04-12', { unit: 'roads', round: 1 }),
  said('DeadlineSet', '2021-04-12', { due: dueOn('2021-04-20'), because: 'accepted' }),
  said('ReplyDelivered', '2021-04-16', { how: 'phone', round: 1 }),
  said('FollowUpAttempted', '2021-04-19', { outcome: 'reached', round: 1 }),
  said('FollowUpRated', '2021-04-19', { level: 4, round: 1 }),
];
const complaint = (stream: string, details: object, ...more: readonly Said[]) =>
  story(
    stream,
    said('CaseRegistered', '2021-04-12', { kind: 'complaint', ...details }),
    said('CaseAccepted', '2021-04-12'),
    ...more,
  );
const open = said('DeadlineSet', '2021-04-12', { due: dueOn('2021-04-20'), because: 'accepted' });
const asked = filled([
  ...complaint('complaint-1', { source: '12345' }, ...answered),
  ...complaint('complaint-2', { category: 'bus.driver' }, ...answered),
  ...complaint('complaint-3', {}, open),
  ...story('consultation-1', said('CaseRegistered', '2021-04-12'), said('CaseAccepted', '2021-04-12'), open),
]);

describe.each(figures.map(({ name }) => name))('%s', (name) => {
  it('can be told apart by whatever a desk is arranged by, and adds up', async () => {
    const whole = await (await asked).figure({ name, ...YEAR });
    for (const by of DESK) {
      const { rows } = await (await asked).statistics({ figures: [name], ...YEAR, by });
      const size = ({ value, denominator, beside }: typeof whole) => denominator ?? beside?.['matters'] ?? value ?? 0;
      const sum = rows.reduce((all, { value }) => all + size(value), 0);
      expect([by, sum]).toEqual([by, size(whole)]);
    }
  });
});
