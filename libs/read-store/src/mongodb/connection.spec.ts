import { Unavailable } from '@sunlit/kernel';
import { mongodbReadStore } from './index.js';

const messageOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return `${String(error)} ${JSON.stringify(error)}`;
  }
  throw new Error('It did not fail.');
};

describe('the address of a MongoDB', () => {
  it.each([
    'mongodb://user:s3cret@localhost:1/office',
    'mongodb://user:s3cret@localhost:notaport/office',
    'mongodb://user:s3/cret@localhost:1/office',
    'mongodb://user:s3@cret%@localhost:1/office?x=s3cret',
    'mongo://user:s3cret@localhost/office',
    's3cret',
  ])('never shows the account', async (uri) => {
    const message = await messageOf(() => mongodbReadStore({ uri }).checkpoints('p'));
    expect(message).not.toMatch(/s3|cret@|user/);
  });

  it('is Unavailable where nobody listens, and says so again', async () => {
    const store = mongodbReadStore({ uri: 'mongodb://user:s3cret@127.0.0.1:1/office' });
    for (let attempt = 0; attempt < 2; attempt++) await expect(store.checkpoints('p')).rejects.toThrow(Unavailable);
    await expect(store.checkpoints('p')).rejects.toThrow(/^mongodb:\/\/127\.0\.0\.1:1\/office: .*cannot be reached/);
    await store.close();
  });
});
