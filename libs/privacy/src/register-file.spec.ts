import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegister, RegisterUnusable, writeRegister } from './register-file.js';
import type { Erasure } from './register.js';

const folder = mkdtempSync(join(tmpdir(), 'sunlit 登记 '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const erasures: readonly Erasure[] = Array.from({ length: 5 }, (_, n) => ({ key: `k${n}`, log: 'all', position: n }));
async function* pages(all: readonly Erasure[]): AsyncGenerator<readonly Erasure[]> {
  for (let at = 0; at < all.length; at += 2) yield all.slice(at, at + 2);
}
const written = async (all = erasures): Promise<string> => {
  const file = join(folder, 'erasures');
  await writeRegister(file, pages(all));
  return file;
};

describe('a register as a file', () => {
  it.each([[erasures], [[]]])('is read as it was written', async (all) => {
    expect(readRegister(await written(all))).toEqual(all);
  });

  it('holds key ids, logs and positions, and nothing else of what it was given', async () => {
    const file = await written([{ key: 'k', log: 'all', position: 1, name: '王小明' } as Erasure]);
    expect(readFileSync(file, 'utf8')).not.toContain('王');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('cut short anywhere, or changed, is refused and says what to do', async () => {
    const file = await written();
    const whole = readFileSync(file, 'utf8');
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.slice(0, length));
      expect(() => readRegister(file)).toThrow(RegisterUnusable);
    }
    writeFileSync(file, whole.replace('"k3"', '"k9"'));
    expect(() => readRegister(file)).toThrow(/not whole[^]*不完整/);
    writeFileSync(file, whole.replace('.v1', '.v2'));
    expect(() => readRegister(file)).toThrow(/another format/);
    expect(() => readRegister(join(folder, 'nowhere'))).toThrow(/ENOENT[^]*无法读取/);
  });
});
