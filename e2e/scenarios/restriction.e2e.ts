import { aComplaint, done, theCase } from '../harness/matters.js';
import { openOffice, STARTING, type OpenOffice } from '../harness/office.js';

describe('a restricted case', () => {
  let office: OpenOffice;
  beforeAll(async () => (office = await openOffice()), STARTING);
  afterAll(() => office.close());

  it('shows its person to nobody, opens to an administrator who says why, and is as before once that is lifted', async () => {
    const { operator, reviewer, administrator } = office.people;
    const { case: id } = await done(operator.command('registerComplaint', aComplaint()));
    const restricted = await done(
      reviewer.command('restrictCase', { case: id, ground: '争议期间封存', until: '2099-12-31' }),
    );
    expect(restricted.events).toEqual(['CaseRestricted']);
    for (const anybody of [operator, reviewer])
      expect(await theCase(anybody, id, restricted.token)).toMatchObject({
        caller: { state: 'WITHHELD', name: null, phone: null },
        subject: { state: 'WITHHELD', plate: null },
      });
    const { case: seen } = await operator.ask(
      'query C($id: ID!) { case(id: $id) { restricted { ground until erases } } }',
      {
        id,
      },
    );
    expect(seen.restricted).toEqual({ ground: '争议期间封存', until: '2099-12-31', erases: null });

    const open = `mutation O($input: OpenIdentityInput!) {
      openIdentity(input: $input) { ... on Identity { caller { phone } } ... on Refusal { code } }
    }`;
    const opened = async (as: typeof operator) =>
      (await as.ask(open, { input: { case: id, reason: '法院调取' } })).openIdentity;
    expect(await opened(reviewer)).toEqual({ code: 'NotAllowed' });
    expect(await opened(administrator)).toEqual({ caller: { phone: '13900001234' } });

    expect(await reviewer.command('liftRestriction', { case: id, reason: '已了' })).toMatchObject({
      code: 'NotAllowed',
    });
    const lifted = await done(administrator.command('liftRestriction', { case: id, reason: '争议已了' }));
    expect(await theCase(operator, id, lifted.token)).toMatchObject({ caller: { state: 'OPEN', name: '王小明' } });
  });
});
