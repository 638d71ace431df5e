import { randomUUID } from 'node:crypto';
import { mongodbReadStore } from '@sunlit/read-store/mongodb';
import { knowledgeContract } from './knowledge.contract.js';

const address = (variable: string): string => {
  const uri = process.env[variable];
  if (!uri)
    throw new Error(`${variable} is to be the address of a MongoDB server: npm run test:distributed starts one.`);
  return uri;
};

describe.each(['SUNLIT_TEST_MONGODB', 'SUNLIT_TEST_MONGODB_DURABLE'])('with %s', (variable) => {
  knowledgeContract('MongoDB', async () => {
    const store = mongodbReadStore({ uri: address(variable), database: `knowledge-${randomUUID()}` });
    return { store, dispose: () => store.close() };
  });
});
