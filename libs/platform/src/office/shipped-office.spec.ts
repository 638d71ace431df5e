import { fileURLToPath } from 'node:url';
import { chinaCalendar, dueDate, workingHours } from '@sunlit/calendar';
import { MAX_EVENT_BYTES, problemOf } from '@sunlit/kernel';
import { loadOffice } from './load-office.js';
import {
  categoryPath,
  categorySubtree,
  declineGround,
  kind,
  officeContent,
  officeDigest,
  roleName,
  ruleFor,
  ruleOf,
  source,
  subtree,
  unitName,
  unitOn,
  unitsOn,
} from './office.queries.js';
import { URGENCIES } from './office.types.js';

const FILE = fileURLToPath(new URL('../../office.yaml', import.meta.url));
const office = loadOffice(FILE);

describe('the shipped profile', () => {
  it('is the bureau of the report', () => {
    expect(office.office.name.zh).toBe('许昌市交通运输局');
    expect(office.office.timeZone).toBe('Asia/Shanghai');
    expect(office.sources.map(({ code }) => code)).toEqual(expect.arrayContaining(['12328', '12345', '2959600']));
  });

  it("shows 2021's names in 2021", () => {
    expect(unitName(office, 'road-transport-admin', '2021-12-31')?.zh).toBe('道路运输管理局');
    expect(unitName(office, 'road-transport-admin', '2022-01-01')?.zh).toBe('道路运输服务中心');
    expect(unitName(office, 'road-transport-centre', '2021-06-01')?.zh).toBe('道路运输管理局');
    expect(unitName(office, 'nobody', '2021-06-01')).toBeNull();
    expect(unitOn(office, 'hotline', '2010-01-01')).toBeNull();
    expect(unitName(office, 'hotline', '2010-01-01')?.en).toBe('12328 Hotline Centre');
    const codes = (day: string) => unitsOn(office, day).map(({ code }) => code);
    expect(codes('2021-12-31')).toContain('road-transport-admin');
    expect(codes('2021-12-31')).not.toContain('road-transport-centre');
    expect(codes('2022-01-01')).not.toContain('road-transport-admin');
  });

  it('knows what lies under a unit or a category', () => {
    expect(subtree(office, 'approvals')).toEqual(['approvals', 'civic-window']);
    expect(subtree(office, 'bureau')).toHaveLength(office.units.length);
    expect(categorySubtree(office, 'water')).toEqual(['water', 'water.boats']);
    expect(categoryPath(office, 'taxi.fare').map(({ zh }) => zh)).toEqual(['巡游出租车', '计价与收费']);
    expect(categoryPath(office, 'nothing')).toEqual([]);
  });

  it.each([
    ['consultation', 'inquiry', 'consultations', 3],
    ['help', 'inquiry', 'consultations', 3],
    ['suggestion', 'suggestion', 'consultations', 13],
    ['complaint', 'grievance', 'complaints', 13],
    ['report', 'grievance', 'complaints', 13],
    ['praise', 'suggestion', 'consultations', 3],
    ['other', 'inquiry', 'consultations', 3],
  ])('handles %s as %s in %s within %d working days, urgent ones the same day', (code, reportClass, service, days) => {
    expect(kind(office, code)).toMatchObject({ reportClass, service });
    expect(ruleFor(office, code, 'normal')?.workingDays).toBe(days);
    expect(ruleFor(office, code, 'urgent', '2021-04-12')?.workingDays).toBe(0);
  });

  it('finds again the rule a due date names', () => {
    const rule = ruleFor(office, 'complaint', 'normal')!;
    expect(ruleOf(office, dueDate(chinaCalendar, rule, '2021-04-20').policy)).toBe(rule);
    expect(ruleOf(office, 'grievance.normal@99')).toBeNull();
    expect(ruleFor(office, 'nothing', 'normal')).toBeNull();
  });

  it('has a rule for every kind and urgency, each with its source', () => {
    for (const { code } of office.kinds)
      for (const urgency of URGENCIES) expect(ruleFor(office, code, urgency)).not.toBeNull();
    for (const { source: from } of [...office.deadlines, ...office.declineGrounds]) expect(from).not.toBe('');
  });

  it('sends those it declines elsewhere', () =>
    expect(declineGround(office, 'disclosure')?.whereTo.zh).toContain('政府信息公开申请'));

  it('answers null for what it does not name', () => {
    expect(source(office, '110')).toBeNull();
    expect(roleName(office, 'operator').zh).toBe('话务员');
  });

  it('has about 35 things a matter may be about', () => {
    const parents = new Set(office.categories.map(({ parent }) => parent));
    const leaves = office.categories.filter(({ code }) => !parents.has(code));
    expect(leaves.length).toBeGreaterThan(25);
  });

  it('works seven hours a day', () => {
    const time = { calendar: chinaCalendar, ...office.office };
    expect(workingHours(time, '2021-04-12T00:00:00Z', '2021-04-13T00:00:00Z')).toBe(7);
  });

  it('is plain JSON an event can keep, and cannot be changed', () => {
    const content = officeContent(office);
    expect(problemOf(content)).toBeNull();
    expect(JSON.stringify(content).length * 3).toBeLessThan(MAX_EVENT_BYTES);
    expect(JSON.parse(JSON.stringify(content))).toStrictEqual(content);
    expect(officeDigest(loadOffice(FILE))).toBe(officeDigest(office));
    expect(() => Object.assign(office.units[0]!, { code: 'x' })).toThrow(TypeError);
  });
});
