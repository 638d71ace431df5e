import { derivedId } from '@sunlit/kernel';
import { fingerprint, fingerprints } from './fingerprints.js';

describe('fingerprints', () => {
  it('tell a hundred thousand ids apart, and find the one that stands twice', () => {
    const all = fingerprints();
    for (let n = 0; n < 100_000; n++) all.add(derivedId('complaint-1', n));
    expect(all.repeated().size).toBe(0);
    all.add(derivedId('complaint-1', 77));
    expect([...all.repeated()]).toEqual([fingerprint(derivedId('complaint-1', 77))]);
  });
});
