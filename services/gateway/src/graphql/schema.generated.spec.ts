import { readFileSync } from 'node:fs';
import { SCHEMA_TYPES, schemaTypes } from '../testing/schema-types.js';

it('are the types of the schema as it stands: run `npm run generate -w services/gateway` where this fails', async () => {
  expect(readFileSync(SCHEMA_TYPES, 'utf8')).toBe(await schemaTypes());
});
