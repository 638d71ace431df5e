import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegister, RegisterUnusable, writeRegister, type Erasure } from '@sunlit/privacy';
import { configurationFrom } from './configuration.js';
import { EVERY_SERVICE, openKeyStore, openStores } from './stores.js';

describe('stores opened under a register of erasures', () => {
  const data = mkdtempSync(join(tmpdir(), 'sunlit 登记 '));
  const register = join(data, 'erasures');
  const configuration = configurationFrom({ SUNLIT_DATA: data, SUNLIT_ERASURE_REGISTER: 'erasures' }, data);
  const opening = { service: EVERY_SERVICE, roles: ['api', 'worker'] as const };
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('are not opened where it is named and not there', async () => {
    await expect(openStores(configuration, opening)).rejects.toThrow(RegisterUnusable);
  });

  it('hold nothing that it names, from the first moment on', async () => {
    const keys = await openKeyStore({ configuration, ...opening });
    const [gone, stays] = [await keys.take(), await keys.take()];
    await keys.close();
    await writeRegister(
      register,
      (async function* () {
        yield [{ key: gone.id, log: 'complaints', position: 7 }] satisfies readonly Erasure[];
      })(),
    );
    const told: object[] = [];
    const warn = (what: object) => void told.push(what);
    for (const destroyed of [1, 0]) {
      const stores = await openStores(configuration, { ...opening, warn });
      expect(await stores.keys.get([gone.id, stays.id])).toEqual([null, stays.key]);
      expect(told.splice(0)).toEqual(destroyed > 0 ? [{ destroyed }] : []);
      await stores.close();
    }
    expect(readRegister(register)).toHaveLength(1);
  });
});
