import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MasterKeyUnusable, loadMasterKey, openMasterKeys } from './master-key.js';

const folders: string[] = [];
const place = () => {
  const at = mkdtempSync(join(tmpdir(), '主密钥 -'));
  folders.push(at);
  return { file: join(at, 'data', 'master.key'), keyStore: join(at, 'keys.sqlite'), at };
};
afterAll(() => folders.forEach((at) => rmSync(at, { recursive: true, force: true })));
const posix = process.platform === 'win32' ? it.skip : it;

describe('the master key', () => {
  it('is made once where there is nothing yet, and is the same from then on', () => {
    const { file, keyStore } = place();
    const key = loadMasterKey(file, { keyStore });
    expect(key).toHaveLength(32);
    writeFileSync(keyStore, 'exists now');
    expect(loadMasterKey(file, { keyStore })).toEqual(key);
    expect(readdirSync(dirname(file))).toEqual(['master.key']);
  });

  posix('is made readable to its owner alone (POSIX file modes)', () => {
    const { file, keyStore } = place();
    loadMasterKey(file, { keyStore });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('missing beside a key store is an error that says what is lost and what to do', () => {
    const { file, keyStore } = place();
    writeFileSync(keyStore, 'x');
    expect(() => loadMasterKey(file, { keyStore })).toThrow(MasterKeyUnusable);
    expect(() => loadMasterKey(file, { keyStore })).toThrow(/master\.key is missing[^]*backup[^]*备份/);
  });

  it('is read as hex or base64', () => {
    const { at, keyStore } = place();
    const file = join(at, 'given.key');
    const key = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7));
    for (const text of [key.toString('hex'), key.toString('base64'), `${key.toString('base64url')}\r\n`]) {
      writeFileSync(file, text, { mode: 0o600 });
      expect(loadMasterKey(file, { keyStore })).toEqual(key);
    }
  });

  it('malformed is an error that does not show it', () => {
    const { at, keyStore } = place();
    const file = join(at, 'given.key');
    for (const text of ['', 'secret-too-short', 'ab'.repeat(31)]) {
      writeFileSync(file, text, { mode: 0o600 });
      expect(() => loadMasterKey(file, { keyStore })).toThrow(/64 characters/);
      if (text) expect(() => loadMasterKey(file, { keyStore })).not.toThrow(text);
    }
  });

  posix('open to every user is refused with the way to close it (POSIX file modes)', () => {
    const { file, keyStore } = place();
    loadMasterKey(file, { keyStore });
    const text = readFileSync(file, 'utf8').trim();
    chmodSync(file, 0o644);
    expect(() => loadMasterKey(file, { keyStore })).toThrow(`chmod 600 '${file}'`);
    expect(() => loadMasterKey(file, { keyStore })).not.toThrow(text);
    chmodSync(file, 0o440);
    expect(loadMasterKey(file, { keyStore }).toString('hex')).toBe(text);
  });

  it('of a key store that is a database is never made by itself, and says what to do', () => {
    const { file, at } = place();
    const keyStore = 'mongodb://db/sunlit-keys';
    const open = () => openMasterKeys({ file, keyStore, create: false });
    expect(open).toThrow(MasterKeyUnusable);
    expect(open).toThrow(/master\.key is missing[^]*mongodb:\/\/db\/sunlit-keys[^]*主密钥/);
    expect(readdirSync(at)).toEqual([]);
  });

  it('comes with the previous one, which is never made', () => {
    const { file, keyStore, at } = place();
    const previousFile = join(at, 'previous.key');
    expect(() => openMasterKeys({ file, previousFile, keyStore, create: true })).toThrow(/previous\.key is missing/);
    writeFileSync(previousFile, 'ab'.repeat(32), { mode: 0o600 });
    const { current, previous } = openMasterKeys({ file, previousFile, keyStore, create: true });
    expect(current).toEqual(loadMasterKey(file, { keyStore }));
    expect(previous).toEqual([Buffer.alloc(32, 0xab)]);
  });
});
