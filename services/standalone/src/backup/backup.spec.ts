import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId, type EventStore, type JsonObject } from '@sunlit/kernel';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { configurationFrom, openOrigin } from '@sunlit/platform';
import { loadMasterKey, openBox, readRegister, sealBox, writeRegister, type RotatableKeyStore } from '@sunlit/privacy';
import { sqliteKeyStore } from '@sunlit/privacy/sqlite';
import { backup, restore, type BackupOptions, type RestoreOptions } from './index.js';

const clock = () => Date.parse('2026-03-02T02:00:00.000Z');

/** A data folder at work: persons in boxes, erased by events and by whoever follows them. */
const anOffice = async () => {
  const root = mkdtempSync(join(tmpdir(), 'sunlit 备份 '));
  const data = join(root, 'data');
  mkdirSync(data);
  const at = { keyStore: join(data, 'keys.sqlite'), masterKey: join(data, 'master.key') };
  const masterKey = loadMasterKey(at.masterKey, { keyStore: at.keyStore });
  const keys = sqliteKeyStore({ file: at.keyStore, masterKey, batch: 8 });
  const store = sqliteEventStore({ file: join(data, 'events.sqlite') });
  await openOrigin(store, clock, { kind: 'live' });
  const append = async (stream: string, type: string, content: JsonObject, revision: number) => {
    const commandId = randomUUID();
    const meta = {
      ...{ commandId, digest: '', by: { account: 'system', role: 'system' } },
      ...{ recordedAt: new Date(clock()).toISOString(), correlation: commandId, causation: commandId },
    };
    return store.append(stream, [{ id: derivedId(stream, commandId, 0), type, data: content, meta }], revision);
  };
  const register = async (name: string) => {
    const { id, key } = await keys.take();
    const stream = `complaint-${randomUUID()}`;
    await append(stream, 'CaseRegistered', { caller: sealBox(key, id, 'caller.v1', { name }) as never }, -1);
    return { stream, id, key };
  };
  const erase = async ({ stream, id }: { stream: string; id: string }) =>
    append(stream, 'PersonalDataErased', { parts: ['caller'], keys: [id] }, 0);
  const to = join(root, 'backup');
  const keysFile = join(root, 'apart', 'keys');
  const configuration = configurationFrom({ SUNLIT_DATA: data }, root);
  const backUp = (more: Partial<BackupOptions> = {}) =>
    backup({ configuration, to, keysFile, together: false, program: 'test', clock, ...more });
  const again = join(root, 'again');
  const bringBack = (register: string | null, more: Partial<RestoreOptions> = {}) =>
    restore({
      ...{ from: to, keysFile, masterKeyFile: at.masterKey, register },
      configuration: configurationFrom({ SUNLIT_DATA: again }, root),
      ...more,
    });
  const newest = async () => {
    const file = join(root, 'newest');
    await writeRegister(file, keys.register());
    return file;
  };
  const close = async () => {
    await Promise.all([keys.close(), store.close()]);
    rmSync(root, { recursive: true, force: true });
  };
  return { root, data, again, to, keysFile, keys, store, masterKey, register, erase, backUp, bringBack, newest, close };
};

describe('a backup', () => {
  let office: Awaited<ReturnType<typeof anOffice>>;
  const restoredKeys = <T>(read: (keys: RotatableKeyStore, log: EventStore) => Promise<T>): Promise<T> => {
    const { again, masterKey } = office;
    const keys = sqliteKeyStore({ file: join(again, 'keys.sqlite'), masterKey });
    const log = sqliteEventStore({ file: join(again, 'events.sqlite') });
    return read(keys, log).finally(() => Promise.all([keys.close(), log.close()]));
  };
  beforeEach(async () => (office = await anOffice()));
  afterEach(() => office.close());

  it('made while events are written is a whole beginning of the log, with a key for every box in it', async () => {
    let going = true;
    const writing = (async () => {
      for (let n = 0; going; n++) await office.register(`某人 ${n}`);
    })();
    await office.register('先到的人');
    const made = await office.backUp();
    going = false;
    await writing;
    expect(made).toMatchObject({ origin: 'live', erasures: 0, position: made.events });
    const restored = await office.bringBack(null);
    expect(restored).toMatchObject({ events: made.events, position: made.position, destroyed: 0 });
    await restoredKeys(async (keys, log) => {
      expect(await log.head()).toBe(made.position);
      for await (const { events } of log.subscribe({ after: 0, signal: AbortSignal.timeout(60_000) })) {
        for (const { data } of events) {
          const box = data['caller'] as unknown as Parameters<typeof openBox>[1] | undefined;
          const [key] = box ? await keys.get([box.key]) : [];
          if (box) expect(openBox(key!, box)).toHaveProperty('name');
        }
        break;
      }
    });
  });

  it('brings nobody back who was erased after it, and everybody else', async () => {
    const [gone, stays] = [await office.register('金丝雀'), await office.register('别人')];
    await office.backUp();
    const { position } = await office.erase(gone);
    await office.keys.destroy([gone.id], position);
    const unrecorded = [{ stream: gone.stream, number: gone.stream }];
    expect(await office.bringBack(await office.newest())).toMatchObject({ destroyed: 1, unrecorded });
    await restoredKeys(async (keys) => {
      expect(await keys.get([gone.id, stays.id])).toEqual([null, stays.key]);
      const known = [];
      for await (const page of keys.register()) known.push(...page);
      expect(known.map(({ key }) => key)).toEqual([gone.id]);
    });
  });

  it('holds no key that its own log erases, also where nobody had destroyed it yet', async () => {
    const gone = await office.register('金丝雀');
    await office.erase(gone);
    expect(await office.keys.get([gone.id])).toEqual([gone.key]);
    expect(await office.backUp()).toMatchObject({ erasures: 1 });
    expect(readRegister(join(office.to, 'erasures.register'))).toMatchObject([{ key: gone.id, log: 'all' }]);
    expect(await office.bringBack(null)).toMatchObject({ unrecorded: [] });
    await restoredKeys(async (keys) => expect(await keys.get([gone.id])).toEqual([null]));
  });

  it('keeps the keys out of its folder unless asked, and takes no place that is taken', async () => {
    const inside = join(office.to, 'keys');
    await expect(office.backUp({ keysFile: inside })).rejects.toThrow(/--together/);
    expect(existsSync(office.to)).toBe(false);
    await office.backUp({ keysFile: inside, together: true });
    expect(readdirSync(office.to).sort()).toEqual(
      ['erasures.register', 'events.sqlite', 'keys', 'manifest.json', 'office.yaml'].sort(),
    );
    await expect(office.backUp()).rejects.toThrow(/not empty/);
    expect(existsSync(office.keysFile)).toBe(false);
  });

  it('stopped in the middle is none, leaves nothing, and is made by the next try', async () => {
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(office.backUp({ onProgress: stop })).rejects.toThrow('stopped');
    expect(readdirSync(office.root).sort()).toEqual(['apart', 'data']);
    expect(readdirSync(join(office.root, 'apart'))).toEqual([]);
    // What a kill leaves lies under another name.
    mkdirSync(`${office.to}.making`);
    writeFileSync(join(`${office.to}.making`, 'events.sqlite'), 'half');
    writeFileSync(`${office.keysFile}.making`, 'half');
    await office.backUp();
    expect(readdirSync(office.root).sort()).toEqual(['apart', 'backup', 'data']);
    expect(readdirSync(join(office.root, 'apart'))).toEqual(['keys']);
  });

  describe('restored', () => {
    it('is refused where a file is not what was backed up, and nothing is written', async () => {
      await office.register('某人');
      await office.backUp();
      for (const file of [join(office.to, 'events.sqlite'), join(office.to, 'office.yaml'), office.keysFile]) {
        const whole = readFileSync(file);
        appendFileSync(file, ' ');
        await expect(office.bringBack(null)).rejects.toThrow(/checksum differs/);
        writeFileSync(file, whole);
      }
      expect(existsSync(office.again)).toBe(false);
      await office.bringBack(null);
    });

    it('is refused in a folder that holds anything, and without its master key', async () => {
      await office.backUp();
      const { data } = office;
      const configuration = configurationFrom({ SUNLIT_DATA: data }, office.root);
      await expect(office.bringBack(null, { configuration })).rejects.toThrow(/not empty/);
      const { masterKeyFile: _, ...without } = { masterKeyFile: '' };
      await expect(
        restore({
          ...without,
          ...{ from: office.to, keysFile: office.keysFile, register: null },
          configuration: configurationFrom({ SUNLIT_DATA: office.again }, office.root),
        }),
      ).rejects.toThrow(/--master-key/);
      const other = join(office.root, 'other.key');
      loadMasterKey(other, { keyStore: join(office.root, 'nowhere') });
      await expect(office.bringBack(null, { masterKeyFile: other })).rejects.toThrow(/Put the right master key back/);
      expect(readdirSync(office.root).filter((name) => name.startsWith('again'))).toEqual([]);
    });

    it('is refused with a register that is older than the backup', async () => {
      const older = await office.newest();
      const gone = await office.register('金丝雀');
      await office.erase(gone);
      await office.backUp();
      await expect(office.bringBack(older)).rejects.toThrow(/lacks 1 erasures/);
    });

    it('is refused where its log is not sound, unless that is accepted', async () => {
      const { stream } = await office.register('某人');
      await office.store.close();
      const text = readFileSync(join(office.data, 'events.sqlite'));
      const at = text.indexOf(stream);
      text.write('complaint-0', at);
      writeFileSync(join(office.data, 'events.sqlite'), text);
      const { faults } = await office.backUp();
      expect(faults.length).toBeGreaterThan(0);
      await expect(office.bringBack(null)).rejects.toThrow(/not sound[^]*--even-unsound/);
      expect(existsSync(office.again)).toBe(false);
      expect(await office.bringBack(null, { evenUnsound: true })).toMatchObject({ destroyed: 0 });
    });

    it('stopped in the middle leaves the folder as it was, and is done by the next try', async () => {
      const { id, key } = await office.register('某人');
      await office.backUp();
      const stop = () => {
        throw new Error('stopped');
      };
      await expect(office.bringBack(null, { onProgress: stop })).rejects.toThrow('stopped');
      mkdirSync(`${office.again}.restoring`);
      mkdirSync(office.again);
      await office.bringBack(null);
      expect(readdirSync(office.root).sort()).toEqual(['again', 'apart', 'backup', 'data']);
      await restoredKeys(async (keys) => expect(await keys.get([id])).toEqual([key]));
    });
  });
});
