import type { officeAtWork } from '@sunlit/casework/testing';
import type { JsonObject } from '@sunlit/kernel';

export type AtWork = ReturnType<typeof officeAtWork>;

export const operator = { account: 'op', role: 'operator' };
export const handler = { account: 'h', role: 'unit-handler', unit: 'buses' };
export const reviewer = { account: 'r', role: 'reviewer' };
export const importer = { account: 'import', role: 'importer' };

/** A complaint as an operator takes it, with everything of the person. */
export const registration = {
  kind: 'complaint',
  category: 'bus.route',
  source: '12328',
  medium: 'phone',
  summary: '反映9路公交车未按站停靠',
  caller: { name: '张三丰', phone: '13800138000' },
  statement: { text: '我在火车站等了四十分钟', place: '火车站东口' },
  subject: { plate: '豫K12345' },
};

export const register = (office: AtWork, more: JsonObject = {}) =>
  office.send('complaints', { type: 'RegisterCase', data: { ...registration, ...more } });
