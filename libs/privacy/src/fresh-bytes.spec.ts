import { freshBytes } from './fresh-bytes.js';

describe('fresh bytes', () => {
  it('are never given twice, also where a pool ends between them', () => {
    const given = Array.from({ length: 5000 }, () => freshBytes(12).toString('hex'));
    expect(new Set(given).size).toBe(5000);
    expect(given.every((bytes) => bytes.length === 24)).toBe(true);
  });

  it('stay what they were when more are asked for', () => {
    const first = freshBytes(12);
    const then = first.toString('hex');
    for (let more = 0; more < 2000; more++) freshBytes(12);
    expect(first.toString('hex')).toBe(then);
  });

  it('are as many as asked for, also more than a pool holds', () => {
    expect(freshBytes(100_000)).toHaveLength(100_000);
  });
});
