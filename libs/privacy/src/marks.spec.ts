import { randomBytes } from 'node:crypto';
import type { Box } from '@sunlit/kernel';
import { isBox, openBox } from './boxes.js';
import { sealCommand, unsealedFields, type PersonalField } from './marks.js';

const keys: Record<string, { id: string; key: Buffer }> = {
  caller: { id: 'k1', key: randomBytes(32) },
  subject: { id: 'k2', key: randomBytes(32) },
};
const fields: readonly PersonalField[] = [
  { path: ['caller'], shape: 'caller.v1', part: 'caller', always: true },
  { path: ['said', 'statement'], shape: 'statement.v1', part: 'caller' },
  { path: ['subject'], shape: 'subject.v1', part: 'subject' },
];
const keyOf = (asked: string[]) => (part: string) => (asked.push(part), keys[part]!);
const opened = (box: unknown, part: string) => openBox(keys[part]!.key, box as Box);

describe('sealing a command', () => {
  it('puts a box in place of each marked field, under its part’s key asked for once', async () => {
    const asked: string[] = [];
    const data = {
      kind: 'bus',
      caller: { name: '张三' },
      said: { at: 1, statement: { text: '…' } },
      subject: { plate: 'x' },
    };
    const sealed = await sealCommand({ data, fields, keyOf: keyOf(asked) });
    const said = sealed.data['said'] as { at: number; statement: unknown };
    expect(asked).toEqual(['caller', 'subject']);
    expect(sealed.keys).toEqual(keys);
    expect(sealed.data['kind']).toBe('bus');
    expect(said.at).toBe(1);
    expect(sealed.data['caller']).toMatchObject({ key: 'k1', shape: 'caller.v1' });
    expect(opened(sealed.data['caller'], 'caller')).toEqual({ name: '张三' });
    expect(opened(said.statement, 'caller')).toEqual({ text: '…' });
    expect(opened(sealed.data['subject'], 'subject')).toEqual({ plate: 'x' });
    expect(unsealedFields(data, fields)).toEqual(['caller', 'said.statement', 'subject']);
    expect(unsealedFields(sealed.data, fields)).toEqual([]);
    expect(data.caller).toEqual({ name: '张三' });
  });

  it('leaves absent fields out, but always makes a box that is marked so', async () => {
    const asked: string[] = [];
    const sealed = await sealCommand({ data: { subject: null }, fields, keyOf: keyOf(asked) });
    expect(Object.keys(sealed.data).sort()).toEqual(['caller', 'subject']);
    expect(isBox(sealed.data['caller'])).toBe(true);
    expect(opened(sealed.data['caller'], 'caller')).toEqual({});
    expect(sealed.data['subject']).toBeNull();
    expect(asked).toEqual(['caller']);
  });

  it('refuses a box that a command brings along, and content that is no object, without repeating it', async () => {
    const { data } = await sealCommand({ data: { caller: {} }, fields, keyOf: keyOf([]) });
    await expect(sealCommand({ data, fields, keyOf: keyOf([]) })).rejects.toThrow(/caller is a box/);
    const failed = sealCommand({ data: { subject: '豫K12345' }, fields: fields.slice(2), keyOf: keyOf([]) });
    await expect(failed).rejects.toThrow(/^(?!.*K12345).*subject/);
  });

  it('passes on what the key’s keeper says of an erased part', async () => {
    const keyOfErased = () => Promise.reject(new Error('Erased'));
    await expect(sealCommand({ data: {}, fields, keyOf: keyOfErased })).rejects.toThrow('Erased');
    expect((await sealCommand({ data: { a: 1 }, fields: fields.slice(1), keyOf: keyOfErased })).data).toEqual({ a: 1 });
  });
});
