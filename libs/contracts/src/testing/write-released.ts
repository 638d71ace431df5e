import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { filesIn, publishedFiles, RELEASED } from './published-files.js';
import { objectionsTo } from './release.js';

const files = await publishedFiles();
const objections = objectionsTo(files, existsSync(RELEASED) ? filesIn(RELEASED) : null);
if (objections.length > 0) {
  console.error(`不能发布 Not released:\n${objections.join('\n')}`);
  process.exitCode = 1;
} else {
  mkdirSync(new URL('events/', RELEASED), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, RELEASED), text);
}
