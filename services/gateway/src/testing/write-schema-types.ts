import { writeFileSync } from 'node:fs';
import { SCHEMA_TYPES, schemaTypes } from './schema-types.js';

writeFileSync(SCHEMA_TYPES, await schemaTypes());
