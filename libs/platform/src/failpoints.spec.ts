import { failpointFrom } from './failpoints.js';

describe('a failpoint', () => {
  it('kills at the pass it is told, at no other place, and not before', async () => {
    let killed = 0;
    const pass = failpointFrom('relay:after-publish:2', () => void killed++)!;
    await pass('relay:before-publish');
    await pass('relay:after-publish');
    expect(killed).toBe(0);
    void pass('relay:after-publish');
    expect(killed).toBe(1);
  });

  it('is nothing where none is named', () => expect(failpointFrom(null)).toBeUndefined());
});
