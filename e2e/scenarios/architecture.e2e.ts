import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DRIVERS = /from '(libsql|kafkajs|mongoose|@kurrent\/[^']*)'/;
/** The package an import names: `import … from 'x'`, `export … from 'x'`, `import('x')`. */
const IMPORT = /^(?:import|export|\}).* from '((?:@[^/']+\/)?[^./'][^/']*)|import\('((?:@[^/']+\/)?[^./'][^/']*)/gm;
const ADAPTERS = /^(libs\/(event-store|event-bus|mongodb|read-store|privacy)|e2e)\//;

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });

const files = [...sources('libs'), ...sources('services')].map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));
const packages = (folder: string) =>
  readdirSync(join(ROOT, folder)).map((name) => ({
    name,
    path: `${folder}/${name}`,
    dependencies: Object.keys(
      (JSON.parse(readFileSync(join(ROOT, folder, name, 'package.json'), 'utf8')) as { dependencies?: object })
        .dependencies ?? {},
    ),
  }));

/** The rules of ESLint's module boundaries once more, so that switching off a comment is not enough. */
describe('the architecture', () => {
  it('imports drivers in adapter folders only', () => {
    expect(
      files.filter(({ path, text }) => DRIVERS.test(text) && !ADAPTERS.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('lets no service but the composition import a service', () => {
    const services = packages('services').map(({ name }) => `@sunlit/${name}`);
    const wrong = packages('services')
      .filter(({ name }) => name !== 'standalone')
      .flatMap(({ path }) => files.filter((file) => file.path.startsWith(`${path}/`)))
      .filter(({ path, text }) =>
        services.some((name) => text.includes(`from '${name}`) && !path.startsWith(`services/${name.slice(8)}/`)),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('keeps the kernel free of everything but node', () => {
    const imports = files
      .filter(({ path }) => path.startsWith('libs/kernel/src/') && !path.endsWith('.spec.ts'))
      .flatMap(({ path, text }) => [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => `${path}: ${name}`));
    expect(imports.filter((line) => !line.includes(': node:'))).toEqual([]);
  });

  it('declares in each package what it imports', () => {
    const shipped = (path: string) => !/\.(spec|contract)\.ts$|\/(contract|testing)\//.test(path);
    const undeclared = [...packages('libs'), ...packages('services')].flatMap(({ path, name, dependencies }) =>
      files
        .filter((file) => file.path.startsWith(`${path}/src/`) && shipped(file.path))
        .flatMap(({ path: file, text }) =>
          [...text.matchAll(IMPORT)].map((match) => ({ file, found: (match[1] ?? match[2])! })),
        )
        .filter(
          ({ found }) => !found.startsWith('node:') && found !== `@sunlit/${name}` && !dependencies.includes(found),
        ),
    );
    expect(undeclared).toEqual([]);
  });
});
