/**
 * Makes a checkout ready: installs what package-lock.json names if that has not been done, and builds what has changed.
 * Needs nothing but Node: no shell, no compiler; offline once installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Sunlit needs Node 20.19 or newer; this is ${process.version}. 需要 Node 20.19 或更高版本。`);
  process.exit(1);
}

/** Runs a Node program; what it says is shown only where it fails. */
const run = (what, script, args) => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n${what} failed: the messages above say why.`);
  process.exit(status ?? 1);
};

/** npm's own program, wherever this Node keeps it. */
const npm = () => {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, '../share/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  return places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place));
};

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stamp = join(root, 'node_modules/.sunlit-installed');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  const program = npm();
  if (!program) {
    console.error('npm was not found beside this Node: run "npm ci" yourself, then this command again.');
    process.exit(1);
  }
  console.log('Installing packages (once) … 正在安装依赖(仅首次)…');
  run('npm ci', program, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}
console.log('Building what has changed … 正在构建…');
run('The build', join(root, 'node_modules/nx/dist/bin/nx.js'), ['run-many', '-t', 'build', '--outputStyle=static']);
