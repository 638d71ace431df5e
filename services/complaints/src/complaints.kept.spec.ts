import { officeAtWork } from '@sunlit/casework/testing';
import { complaints } from './complaints.js';
import { operator, register, registration, reviewer } from './complaints.scenes.js';

const kept = async () => {
  const office = officeAtWork([complaints]);
  const { stream } = await register(office, { kind: 'report' });
  await office.settle();
  return { office, stream };
};

describe('the desk and a person who is kept', () => {
  it('shows of a kept person’s contacts no call that could be listened to, and of a restricted person nothing known', async () => {
    const { office, stream } = await kept();
    const { source, medium } = registration;
    const contact = { source, medium, purpose: 'chase-up', callId: 'C-1' };
    await office.send('complaints', { stream, type: 'AddContact', data: contact, by: operator });
    const flag = { flag: 'needs-care', until: '2021-05-12' };
    await office.send('complaints', { stream, type: 'FlagPerson', data: flag, by: operator });
    await office.settle();
    const seen = async () => (await office.ask('complaints', 'case', { viewer: reviewer, stream })).case as object;
    const secret = await seen();
    expect(secret).toMatchObject({ contacts: [{ purpose: 'chase-up' }], flags: [{ flag: 'needs-care' }] });
    expect(JSON.stringify(secret)).not.toContain('C-1');
    await office.send('complaints', { stream, type: 'LiftSecrecy', data: { reason: '本人同意' }, by: reviewer });
    await office.settle();
    expect(await seen()).toMatchObject({ contacts: [{ callId: 'C-1' }] });
    await office.send('complaints', { stream, type: 'RestrictCase', data: { ground: '争议' }, by: reviewer });
    await office.settle();
    const restricted = await seen();
    expect(restricted).not.toHaveProperty('flags');
    expect(JSON.stringify(restricted)).not.toContain('C-1');
  });
});
