import type { Office } from '@sunlit/platform';

const named = (code: string) => ({ code, name: { zh: code, en: code } });
const kinds = {
  consultation: 'consultations',
  help: 'consultations',
  complaint: 'complaints',
  report: 'complaints',
} as const;

/** A small office: enough of everything, and one unit that became another. */
export const testOffice: Office = {
  office: { name: { zh: '局', en: 'Bureau' }, timeZone: 'Asia/Shanghai', hours: [{ from: '08:30', to: '18:00' }] },
  units: [
    { ...named('bureau'), from: '2004-01-01' },
    { ...named('hotline'), parent: 'bureau', from: '2004-01-01' },
    { ...named('transit'), parent: 'bureau', from: '2004-01-01' },
    { ...named('buses'), parent: 'transit', from: '2004-01-01' },
    { ...named('roads'), parent: 'bureau', from: '2004-01-01', until: '2021-12-31', successor: 'highways' },
    { ...named('highways'), parent: 'bureau', from: '2022-01-01' },
  ],
  sources: [
    { ...named('12328'), phone: '12328', platform: true },
    { ...named('bureau-line'), phone: '0374-2959600', platform: false },
  ],
  media: [named('phone'), named('web')],
  servicePoints: [{ ...named('civic-centre'), unit: 'hotline', address: { zh: '市民之家', en: 'Civic centre' } }],
  kinds: Object.entries(kinds).map(([code, service]) => ({
    ...named(code),
    reportClass: service === 'complaints' ? ('grievance' as const) : ('inquiry' as const),
    service,
  })),
  categories: [named('bus'), { ...named('bus.route'), parent: 'bus' }, named('taxi')],
  declineGrounds: [{ ...named('not-transport'), whereTo: { zh: '12345', en: '12345' }, source: 'test' }],
  returnGrounds: [{ ...named('not-ours'), source: 'test' }],
  redoGrounds: [{ ...named('unit-fault'), source: 'test' }],
  deadlines: [
    {
      id: 'inquiry.normal',
      version: 1,
      name: { zh: '咨询', en: 'Inquiries' },
      kinds: ['consultation', 'help'],
      urgency: 'normal',
      workingDays: 3,
      warnWorkingDaysBefore: 1,
      superviseAfterWorkingDays: 5,
      extension: { maxWorkingDays: 3, times: 1, grantedBy: ['reviewer'] },
      source: 'test',
    },
    {
      id: 'grievance.normal',
      version: 1,
      name: { zh: '投诉', en: 'Complaints' },
      kinds: ['complaint', 'report'],
      urgency: 'normal',
      workingDays: 13,
      warnWorkingDaysBefore: 2,
      superviseAfterWorkingDays: 5,
      extension: { maxWorkingDays: 10, times: 1, grantedBy: ['reviewer'] },
      source: 'test',
    },
    {
      id: 'urgent',
      version: 1,
      name: { zh: '紧急', en: 'Urgent' },
      kinds: ['consultation', 'help', 'complaint', 'report'],
      urgency: 'urgent',
      workingDays: 0,
      warnWorkingDaysBefore: 0,
      superviseAfterWorkingDays: 5,
      source: 'test',
    },
  ],
  followUp: { workingDaysAfter: 1, source: 'test' },
  occurredAt: { statedBy: ['operator', 'administrator'], maxDaysBack: 30, source: 'test' },
  publicPage: { withoutSignIn: ['figures'], inDemo: ['figures', 'matters', 'timelines'], source: 'test' },
  roles: [],
};
