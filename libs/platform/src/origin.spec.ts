import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sqliteEventStore, type SqliteEventStore } from '@sunlit/event-store/sqlite';
import { parseOffice } from './office/index.js';
import { openOrigin, ProfileConflict, recordedProfiles, recordProfile } from './origin.js';

const SHIPPED = readFileSync(fileURLToPath(new URL('../office.yaml', import.meta.url)), 'utf8');
const clock = () => Date.UTC(2021, 3, 12);

describe('a store', () => {
  let folder: string;
  let store: SqliteEventStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunlit '));
    store = sqliteEventStore({ file: join(folder, 'events.sqlite') });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('says in its first event what it is for, and stays that', async () => {
    const demo = { kind: 'demo', seed: 1, year: 2021 } as const;
    expect(await openOrigin(store, clock, demo)).toEqual(demo);
    expect(await openOrigin(store, clock, { kind: 'live' })).toEqual(demo);
    expect(await store.head()).toBe(1);
  });

  it('records a profile once, and again when it has changed', async () => {
    const office = parseOffice(SHIPPED, 'office.yaml');
    await recordProfile(store, clock, office);
    await recordProfile(store, clock, office);
    expect(await recordedProfiles(store)).toHaveLength(1);
    await recordProfile(store, clock, parseOffice(SHIPPED.replace('zh: 财务审计科', 'zh: 财务科'), 'office.yaml'));
    expect(await recordedProfiles(store)).toHaveLength(2);
  });

  it('never records a profile before the one recorded last, whatever the clock says', async () => {
    await recordProfile(store, clock, parseOffice(SHIPPED, 'office.yaml'));
    const changed = parseOffice(SHIPPED.replace('zh: 财务审计科', 'zh: 财务科'), 'office.yaml');
    await recordProfile(store, () => clock() - 3_600_000, changed);
    const [first, second] = (await store.read('office-profile')).map(({ meta }) => meta.recordedAt);
    expect(second).toBe(first);
  });

  it('takes no profile that drops a code', async () => {
    await recordProfile(store, clock, parseOffice(SHIPPED, 'office.yaml'));
    const without = parseOffice(SHIPPED.replace(/^ *- \{ code: finance,.*\n/m, ''), 'office.yaml');
    await expect(recordProfile(store, clock, without)).rejects.toThrow(ProfileConflict);
    await expect(recordProfile(store, clock, without)).rejects.toThrow(/finance/);
    expect(await recordedProfiles(store)).toHaveLength(1);
  });
});
