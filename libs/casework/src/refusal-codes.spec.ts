import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refusalTexts } from '@sunlit/contracts';

const root = join(import.meta.dirname, '../../..');

/** The program's own sources: no tests, nothing built. */
const sources = ['libs', 'services']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'src')))
  .flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    } catch {
      return [];
    }
  })
  .filter((file) => file.endsWith('.ts') && !/\.(spec|contract|e2e)\.ts$|[\\/]testing[\\/]/.test(file));

const used = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/new Refused\(\s*'(\w+)'/g)].map(
    ([, code]) => [code!, file.slice(root.length + 1)] as const,
  ),
);

describe('a refusal', () => {
  it('is met in the sources at all', () => expect(new Set(used.map(([code]) => code)).size).toBeGreaterThan(30));

  it('has a text for every code that is used', () =>
    expect(used.filter(([code]) => !Object.hasOwn(refusalTexts, code))).toEqual([]));

  it.each(Object.entries(refusalTexts))('%s says it in both languages, with the same details', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(names(zh)).toEqual(names(en));
  });
});
