import type { PersonHeld } from '@sunlit/contracts';
import type { JsonObject } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import { DEMO_MARK } from '../sheets/index.js';
import type { PersonExport } from './export-person.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

const FIELDS: Readonly<Record<string, string>> = {
  caller: '来件人 caller',
  statement: '陈述 statement',
  subject: '被反映人 subject',
  comment: '评价意见 comment',
  said: '来电内容 what was said',
  name: '姓名 name',
  phone: '电话 phone',
  address: '地址 address',
  email: '邮箱 e-mail',
  organisation: '单位 organisation',
  idNumber: '证件号码 identity number',
  text: '内容 text',
  place: '地点 place',
  plate: '车牌 plate',
  driver: '驾驶员 driver',
  description: '描述 description',
};
const labelOf = (name: string): string => FIELDS[name] ?? name;

const valueOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return plain(String(value));
  if ((value as { state?: unknown }).state === 'withheld') return '(他人信息,不提供 about somebody else, not given)';
  return rows(value as JsonObject);
};

const rows = (content: JsonObject): string => {
  const lines = Object.entries(content).map(
    ([name, value]) => `<tr><th>${plain(labelOf(name))}</th><td>${valueOf(value)}</td></tr>`,
  );
  return lines.length > 0 ? `<table>${lines.join('')}</table>` : '—';
};

const local = (instant: string, timeZone: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

const caseSection = ({ case: { number }, official, steps }: PersonHeld, timeZone: string): string => {
  const told = steps.map(({ title, occurredAt, data, personal }) => {
    const texts = Object.keys(data).length > 0 ? rows(data) : '';
    const own = personal ? `<h4>个人信息 personal data</h4>${rows(personal)}` : '';
    return `<h3>${local(occurredAt, timeZone)} ${plain(title.zh)} ${plain(title.en)}</h3>${texts}${own}`;
  });
  return `<section><h2>${plain(number)}</h2>${rows(official)}${told.join('')}</section>`;
};

const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}' +
  'th,td{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;vertical-align:top;white-space:pre-wrap}th{width:30%}';

/** The export as one page without anything from elsewhere, to read or print. Times are the office's. */
export const personPage = (content: PersonExport, { office }: Office): string => {
  const { madeAt, purpose, cases, demo } = content;
  const { zh, en } = content.office;
  const mark = demo ? `<p><strong>${DEMO_MARK}</strong></p>` : '';
  return (
    `<!doctype html><html lang="zh"><meta charset="utf-8"><title>个人信息 Personal data</title><style>${STYLE}</style>` +
    `<h1>${plain(zh)}保存的您的个人信息<br>What ${plain(en)} holds about you</h1>${mark}` +
    `<p>出具时间 given at: ${local(madeAt, office.timeZone)}<br>用途 purpose: ${plain(purpose)}</p>` +
    `${cases.map((one) => caseSection(one, office.timeZone)).join('')}</html>\n`
  );
};
