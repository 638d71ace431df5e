/**
 * Copies what the services need at run time from a built checkout to a folder: `node deploy/image/assemble.mjs FOLDER`. A package is taken
 * because a service reaches it through declared dependencies, and a file because a running program can read it.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where to: assemble.mjs FOLDER.');
const target = resolve(folder);

/** Served to browsers as one ready-made file: what it was made from stays behind. */
const BUNDLED = new Set(['graphiql', 'react-dom']);
/** Asked for by packages that only compile with it. */
const COMPILERS = new Set(['typescript']);
/** A C library's name at the end of a package of binaries: the other one's do not load here. */
const OTHER_LIBC = process.report.getReport().header.glibcVersionRuntime ? /-musl$/ : /-gnu$/;

const LEFT_OUT_FOLDERS = new Set(['node_modules', 'test', 'tests', '__tests__', 'testing', '.github', 'coverage']);
const LEFT_OUT_FILES =
  /\.(map|md|markdown|[cm]?ts|tsx|flow|tsbuildinfo)$|\.(spec|distributed|contract|test)\.[cm]?js$|\.golden\.\w+$/i;
const LICENCE = /^(licen[cs]e|notice|copying)/i;

const manifestOf = (at) => JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));

/** Where a package finds a dependency, as Node looks for it; null: it is not installed. */
const find = (name, from) => {
  for (let at = from; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
    if (at === root) return null;
  }
};

const neededBy = ({ name, dependencies = {}, optionalDependencies = {}, peerDependencies = {}, ...more }) => {
  if (BUNDLED.has(name)) return [];
  const optional = (peer) => more.peerDependenciesMeta?.[peer]?.optional;
  const peers = Object.keys(peerDependencies).filter((peer) => !optional(peer));
  const named = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
  return named.filter((needed) => !COMPILERS.has(needed) && !OTHER_LIBC.test(needed));
};

/** A workspace lies where its sources lie and is only linked to from node_modules. */
const isWorkspace = (place) => !relative(root, place).split('/').includes('node_modules');

const taken = new Set();
const take = (place, why) => {
  if (taken.has(place)) return;
  taken.add(place);
  const manifest = manifestOf(place);
  if (isWorkspace(place) && !existsSync(join(place, 'dist')))
    throw new Error(`${manifest.name} is not built: run npm run build.`);
  const required = { ...manifest.dependencies };
  for (const name of Object.keys(manifest.optionalDependencies ?? {})) delete required[name];
  for (const name of neededBy(manifest)) {
    const found = find(name, place);
    if (found) take(realpathSync(found), manifest.name);
    else if (name in required)
      throw new Error(`${manifest.name} (needed by ${why}) needs ${name}, which is not installed: run npm ci.`);
  }
};

const runs = (place) => (source) => {
  const name = basename(source);
  if (source === place) return true;
  // Packages do load programs from a folder of theirs called src; ours holds sources only.
  if (LEFT_OUT_FOLDERS.has(name) || (name === 'src' && isWorkspace(place))) return false;
  return LICENCE.test(name) || !LEFT_OUT_FILES.test(name);
};

const copy = (place) => cpSync(place, join(target, relative(root, place)), { recursive: true, filter: runs(place) });

const services = readdirSync(join(root, 'services')).map((name) => join(root, 'services', name));
for (const service of services) if (existsSync(join(service, 'package.json'))) take(service, 'the image');
for (const place of taken) copy(place);
for (const place of [...taken].filter(isWorkspace)) {
  const link = join(target, 'node_modules', manifestOf(place).name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), join(target, relative(root, place))), link);
}
mkdirSync(join(target, 'deploy/image'), { recursive: true });
for (const file of [
  'package.json',
  'deploy/image/start.mjs',
  'deploy/image/healthcheck.mjs',
  'deploy/image/new-master-key.mjs',
])
  cpSync(join(root, file), join(target, file));
console.log(`${taken.size} packages for ${services.length} services in ${target}.`);
