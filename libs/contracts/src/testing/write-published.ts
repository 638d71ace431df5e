import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { filesIn, PUBLISHED, publishedFiles } from './published-files.js';

const files = await publishedFiles();
mkdirSync(new URL('events/', PUBLISHED), { recursive: true });
for (const path of filesIn(PUBLISHED).keys()) if (!files.has(path)) rmSync(new URL(path, PUBLISHED));
for (const [path, text] of files) writeFileSync(new URL(path, PUBLISHED), text);
