import { createServer } from 'node:net';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servingOneProcess } from '../harness/one-process.js';
import { fails } from '../harness/fails.js';
import { aFolder } from '../harness/program.js';

// What is true of the one process that needs nothing else installed, and of no other composition.
describe('one process', () => {
  let folder: ReturnType<typeof aFolder>;
  beforeEach(() => (folder = aFolder()));
  afterEach(() => folder.remove());

  it('serves a data folder alone, and leaves it to the next', async () => {
    const server = await servingOneProcess(['serve', '--data', folder.path]);
    expect(existsSync(join(folder.path, 'serve.json'))).toBe(true);
    await expect(servingOneProcess(['serve', '--data', folder.path])).rejects.toThrow(/in use by another process/);
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(folder.path, 'serve.json'))).toBe(false);
  });

  describe('names what is wrong and what to do', () => {
    it('in a profile', async () => {
      const office = join(folder.path, 'office.yaml');
      writeFileSync(office, 'office: { name: { zh: 局, en: Bureau }, timeZone: Asia/Nowhere }\n');
      await fails(/office\.yaml:1.*timeZone/s, 'serve', '--office', office, '--data', folder.path);
    });

    it('where there is no data', () =>
      fails(/no data/, 'figures', '--from', '2021-01-01', '--to', '2021-12-31', '--data', folder.path));

    it('where the port is taken', async () => {
      const other = createServer();
      const port = await new Promise<number>((resolve) =>
        other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
      );
      await fails(/in use/, 'serve', '--port', `${port}`, '--data', folder.path);
      other.close();
    });

    it('where the data folder cannot be written', async () => {
      const file = join(folder.path, 'a file');
      writeFileSync(file, '');
      await fails(/cannot be written/, 'serve', '--data', join(file, 'data'));
      chmodSync(file, 0o600);
    });
  });
});
