import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeAtWork, testOffice } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import type { JsonObject } from '@sunlit/kernel';
import { eraseCase } from './erase-cases.js';
import { exportPerson, type PersonExport } from './export-person.js';
import { casesOfPhone, theCaseNamed } from './find-person.js';

const PHONE = '13800138000';
const administrator = { account: 'a', role: 'administrator' };
const reviewer = { account: 'r', role: 'reviewer' };

const matter = {
  ...{ kind: 'consultation', category: 'bus.route', source: '12328', medium: 'phone', summary: '末班车' },
  caller: { name: '金丝雀', phone: PHONE },
  statement: { text: '我住在某街 8 号' },
};
const complaint = { ...matter, kind: 'complaint', subject: { plate: '豫K12345' } };

type AtWork = ReturnType<typeof officeAtWork>;
const register = (office: AtWork, service: string, data: JsonObject) =>
  office.send(service, { type: 'RegisterCase', data });

const opened = (years?: number) => {
  const office = officeAtWork([consultations, complaints], {
    office: years === undefined ? testOffice : { ...testOffice, retention: { years, source: 'test' } },
  });
  const { rpc, clock } = office.context;
  const erase = async (given: string, part: 'caller' | 'all' = 'all') =>
    eraseCase(rpc, clock, await theCaseNamed(rpc, given), part);
  const seenBy = async (service: string, stream: string, viewer = reviewer) =>
    (await office.ask(service, 'case', { viewer, stream })).case;
  return { ...office, rpc, clock, erase, seenBy };
};
type Opened = ReturnType<typeof opened>;

const typesOf = async (office: Opened, stream: string) => (await office.store.read(stream)).map(({ type }) => type);

describe('a caller', () => {
  it('is found in both services, however the number is written and however many cases there are', async () => {
    const office = opened();
    for (let n = 0; n < 120; n++) await register(office, 'consultations', { ...matter, externalNumber: `${n}` });
    await register(office, 'complaints', { ...complaint, caller: { phone: '+86 138-0013-8000' } });
    await register(office, 'complaints', { ...complaint, caller: { phone: '13900139000' } });
    await office.settle();
    const found = await casesOfPhone(office.rpc, ' 0086 138 0013 8000');
    expect(found).toHaveLength(121);
    expect(found.at(-1)).toMatchObject({ service: 'complaints', held: ['caller', 'subject'] });
    expect(JSON.stringify(found)).not.toContain('金丝雀');
  });

  it('is erased everywhere, the handed-over case with it, and found no more; whom it was about stays', async () => {
    const office = opened();
    const { stream } = await register(office, 'consultations', matter);
    const data = { kind: 'complaint', reason: '实为投诉' };
    await office.send('consultations', { type: 'HandOver', stream, data });
    await register(office, 'complaints', complaint);
    await office.settle();
    const found = await casesOfPhone(office.rpc, PHONE);
    expect(found.map(({ service }) => service).sort()).toEqual(['complaints', 'complaints', 'consultations']);
    for (const one of found) await eraseCase(office.rpc, office.clock, one, 'caller');
    await office.settle();
    expect(await casesOfPhone(office.rpc, PHONE)).toEqual([]);
    const [own] = found.filter(({ held }) => held.includes('subject'));
    expect(await office.seenBy('complaints', own!.stream)).toMatchObject({
      caller: { state: 'erased' },
      subject: { state: 'open', plate: '豫K12345' },
    });
  });
});

describe('a person who asks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit 本人 '));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const give = (office: Opened, person: string, name: string) =>
    exportPerson({
      ...{ rpc: office.rpc, clock: office.clock, office: testOffice, demo: false, part: 'caller' as const },
      ...{ person, purpose: '本人查阅', out: join(folder, name) },
    });

  it('is given all that is held of them and nothing of others, and that is recorded', async () => {
    const office = opened();
    const { stream, number } = await register(office, 'complaints', complaint);
    const again = { caller: { name: '金丝雀', phone: PHONE, address: '<某街> 9 号' }, reason: '更正' };
    await office.send('complaints', { type: 'CorrectCaller', stream, data: again });
    await office.settle();
    const done = await give(office, PHONE, 'all');
    expect(done.cases).toEqual([number]);
    const [json, page] = done.files.map((file) => readFileSync(file, 'utf8')) as [string, string];
    const { cases } = JSON.parse(json) as PersonExport;
    const personal = cases[0]!.steps.flatMap((step) => step.personal ?? []);
    expect(personal).toEqual([
      { caller: matter.caller, statement: matter.statement, subject: { state: 'withheld' } },
      { caller: again.caller },
    ]);
    for (const text of ['金丝雀', PHONE, '我住在某街 8 号', '&lt;某街&gt; 9 号', '本人查阅'])
      expect(page).toContain(text);
    for (const text of [json, page]) expect(text).not.toContain('豫K12345');
    if (process.platform !== 'win32') for (const file of done.files) expect(statSync(file).mode & 0o077).toBe(0);
    const [last] = (await office.store.read(stream)).slice(-1);
    expect(last).toMatchObject({ type: 'PersonalDataExported', data: { part: 'caller', purpose: '本人查阅' } });
  });

  it('is given one case by its number; nothing of an erased one; and no file is written over', async () => {
    const office = opened();
    const { number } = await register(office, 'complaints', complaint);
    await register(office, 'consultations', matter);
    await office.settle();
    expect((await give(office, number!, 'one')).cases).toEqual([number]);
    await expect(give(office, number!, 'one')).rejects.toThrow(/exists/);
    await office.erase(number!);
    await office.settle();
    await expect(give(office, number!, 'two')).rejects.toMatchObject({ code: 'Erased' });
    await expect(give(office, '13700137000', 'three')).rejects.toMatchObject({ code: 'NoSuchCase' });
  });
});

describe('a case whose retention period runs', () => {
  it('is restricted first, says until when, and is erased after it by itself', async () => {
    const office = opened(2);
    const { stream, number } = await register(office, 'complaints', complaint);
    await office.settle();
    const first = await office.erase(number!);
    expect(first).toMatchObject({ erased: false, restrictedUntil: '2023-04-12' });
    expect(await office.erase(number!)).toEqual(first);
    await office.settle();
    expect(await office.seenBy('complaints', stream)).toMatchObject({
      restricted: { ground: 'retention', until: '2023-04-12', erases: ['caller', 'subject'] },
      caller: { state: 'withheld' },
      subject: { state: 'withheld' },
    });
    office.at('2023-04-12T10:00:00.000Z');
    await office.tick();
    expect(await typesOf(office, stream)).not.toContain('PersonalDataErased');
    office.at('2023-04-13T00:00:00.000Z');
    await office.tick();
    await office.settle();
    const seen = await office.seenBy('complaints', stream);
    expect(seen).toMatchObject({ caller: { state: 'erased' }, subject: { state: 'erased' } });
    expect(seen).not.toHaveProperty('restricted');
    await office.tick();
    expect((await typesOf(office, stream)).filter((type) => type === 'PersonalDataErased')).toHaveLength(1);
  });

  it('is erased by whoever asks again when it is over', async () => {
    const office = opened(1);
    const { stream, number } = await register(office, 'complaints', complaint);
    await office.settle();
    expect(await office.erase(number!, 'caller')).toMatchObject({ restrictedUntil: '2022-04-12' });
    office.at('2022-04-13T02:00:00.000Z');
    expect(await office.erase(number!, 'caller')).toMatchObject({ erased: true });
    expect(await typesOf(office, stream)).toContain('PersonalDataErased');
  });

  it('takes the case it was handed over to with it', async () => {
    const office = opened(1);
    const { stream } = await register(office, 'consultations', matter);
    const data = { kind: 'complaint', reason: '实为投诉' };
    await office.send('consultations', { type: 'HandOver', stream, data });
    await office.settle();
    await office.erase(stream);
    await office.settle();
    const found = await casesOfPhone(office.rpc, PHONE);
    expect(found.map(({ erasedAfter }) => erasedAfter)).toEqual(['2022-04-12', '2022-04-12']);
    office.at('2022-04-13T02:00:00.000Z');
    await office.tick();
    await office.settle();
    expect(await casesOfPhone(office.rpc, PHONE)).toEqual([]);
  });
});

describe('a restricted case', () => {
  const restricted = async () => {
    const office = opened();
    const { stream } = await register(office, 'complaints', complaint);
    await office.send('complaints', { type: 'RestrictCase', stream, by: reviewer, data: { ground: '争议期间封存' } });
    await office.settle();
    return { office, stream };
  };

  it('opens to an administrator who says why, which is recorded, and to nobody else', async () => {
    const { office, stream } = await restricted();
    expect(await office.seenBy('complaints', stream)).toMatchObject({ caller: { state: 'withheld' } });
    const open = (by: typeof reviewer) =>
      office.ask('complaints', 'openIdentity', { stream, by, commandId: office.freshId(), reason: '法院调取' });
    await expect(open(reviewer)).rejects.toMatchObject({ code: 'NotAllowed' });
    expect(await open(administrator)).toMatchObject({ caller: { state: 'open', phone: PHONE } });
    expect((await typesOf(office, stream)).at(-1)).toBe('IdentityOpened');
  });

  it('takes no new personal data and is not handed on, until the restriction is lifted', async () => {
    const { office, stream } = await restricted();
    const correct = () =>
      office.send('complaints', { type: 'CorrectCaller', stream, data: { caller: { name: '甲' }, reason: '更正' } });
    await expect(correct()).rejects.toMatchObject({ code: 'Restricted' });
    await office.send('complaints', {
      type: 'LiftRestriction',
      stream,
      by: administrator,
      data: { reason: '争议已了' },
    });
    await expect(
      office.send('complaints', { type: 'LiftRestriction', stream, by: administrator, data: { reason: '再次' } }),
    ).rejects.toMatchObject({ code: 'NotRestricted' });
    await correct();
    await office.settle();
    expect(await office.seenBy('complaints', stream)).toMatchObject({ caller: { state: 'open', name: '甲' } });
  });
});
