/**
 * Makes a master key file: 32 random bytes as hex, readable to the image's user alone. Never replaces one that is there: what was sealed under
 * it could not be opened again. Run as root so that the file can be given to that user.
 */
import { randomBytes } from 'node:crypto';
import { chownSync, writeFileSync } from 'node:fs';

const USER = 10001;
const [file] = process.argv.slice(2);
if (!file) {
  console.error('Say where: new-master-key.mjs FILE. 请指明文件路径。');
  process.exit(2);
}
try {
  writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o400 });
  chownSync(file, USER, USER);
  console.log(
    `${file}: made. Keep a copy apart from every backup of the data. 已生成:请另存一份,勿与数据备份放在一起。`,
  );
} catch (error) {
  const there = error.code === 'EEXIST';
  const why = there
    ? 'is there already and was left as it is 已存在,未改动'
    : `cannot be written (${error.code}) 无法写入`;
  console.error(`${file} ${why}.`);
  process.exitCode = 1;
}
