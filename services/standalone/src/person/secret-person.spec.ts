import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeAtWork, testOffice } from '@sunlit/casework/testing';
import { complaints } from '@sunlit/complaints';
import { consultations } from '@sunlit/consultations';
import type { Part } from '@sunlit/contracts';
import { exportPerson, type PersonExport } from './export-person.js';

const operator = { account: 'op', role: 'operator' };

const reported = async (kind = 'report') => {
  const office = officeAtWork([consultations, complaints]);
  const { stream, number } = await office.send('complaints', {
    type: 'RegisterCase',
    data: {
      ...{ kind, category: 'taxi', source: '12328', medium: 'phone', externalNumber: 'W-9' },
      summary: '其邻居反映拒载',
      caller: { name: '金丝雀', phone: '13800138000' },
      statement: { text: '我住他隔壁' },
      subject: { plate: '豫K12345', driver: '李四', description: '住我隔壁的司机' },
    },
  });
  const send = (type: string, data: object) =>
    office.send('complaints', { stream, type, data: data as never, by: operator });
  await send('AddContact', {
    source: '12328',
    medium: 'phone',
    purpose: 'chase-up',
    note: '邻居催问',
    said: { text: '隔壁还在' },
  });
  if (kind === 'report') await send('WriteTextForUnits', { text: '反映某车拒载' });
  await send('AssignCase', { unit: 'buses', note: '邻居所述' });
  await office.settle();
  const exported = async (part: Part) => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit person '));
    const { rpc, clock } = office.context;
    const out = join(folder, 'held');
    const asked = { rpc, clock, office: testOffice, demo: false, person: number!, part, purpose: '本人查阅', out };
    const { files } = await exportPerson(asked);
    const [json, page] = files.map((file) => readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    return { json: json!, page: page!, held: (JSON.parse(json!) as PersonExport).cases[0]! };
  };
  return { exported };
};

describe('a person complained of asks what is held about them, where the reporter is kept secret', () => {
  it('and is given their own data and the text for units, and nothing by which the reporter could be told', async () => {
    const { exported } = await reported();
    const { json, page, held } = await exported('subject');
    for (const text of [json, page]) {
      expect(text).toContain('豫K12345');
      expect(text).not.toMatch(/邻居|隔壁|金丝雀|13800138000|W-9|12328/);
    }
    expect(held.official).toEqual({
      ...{ number: expect.any(String), kind: 'report', category: 'taxi' },
      summary: '反映某车拒载',
    });
    expect(held.steps.map(({ type, data, personal }) => [type, data, personal])).toEqual([
      ['CaseRegistered', {}, { subject: { plate: '豫K12345', driver: '李四', description: { state: 'withheld' } } }],
    ]);
  });
  it('while the reporter is given all that is theirs', async () => {
    const { exported } = await reported();
    const { held } = await exported('caller');
    expect(JSON.stringify(held)).toMatch(/金丝雀/);
    expect(held.official).toMatchObject({ summary: '其邻居反映拒载' });
    expect(JSON.stringify(held)).not.toContain('豫K12345');
  });
  it('and where nobody is kept secret the whole case is given', async () => {
    const { exported } = await reported('complaint');
    const { held } = await exported('subject');
    expect(held.official).toMatchObject({ summary: '其邻居反映拒载' });
    expect(held.steps.length).toBeGreaterThan(2);
  });
});
