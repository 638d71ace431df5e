import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const folder = (path: string): string[] => readdirSync(new URL(path, root)).map((name) => `${path}${name}`);

const SETTING = /(?<!\$\{)\b(?:SUNLIT|OTEL)_[A-Z][A-Z_]*[A-Z]\b/g;

/** Every setting named in the files, comments aside. */
const settingsIn = (...files: string[]): string[] => {
  const lines = files.flatMap((file) => read(file).split('\n')).filter((line) => !/^\s*(#|\*|\/\/)/.test(line));
  return [...new Set(lines.join('\n').match(SETTING))].sort();
};

describe('the deployment', () => {
  const understood = settingsIn(
    'libs/platform/src/configuration.ts',
    'libs/platform/src/addresses.ts',
    'libs/platform/src/process/run-process.ts',
    'deploy/image/start.mjs',
  );

  it.each([
    ['Compose', ['docker-compose.yml', 'deploy/Dockerfile']],
    ['the chart', folder('deploy/helm/sunlit/templates/')],
  ])('%s sets nothing that no process reads', (_, files) => {
    expect(settingsIn(...files).filter((name) => !understood.includes(name))).toEqual([]);
  });

  it('explains every setting to those who run it', () => {
    const text = read('docs/operations.md');
    expect(understood.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
