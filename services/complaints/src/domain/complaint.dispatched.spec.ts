import { chinaCalendar } from '@sunlit/calendar';
import { rulesOf } from '@sunlit/casework';
import { registration, testOffice } from '@sunlit/casework/testing';
import { specification } from '@sunlit/kernel/testing';
import { complaint } from './complaint.decider.js';
import { as, command, on } from './complaint.scenes.js';

/** Complaints of the platform have sixteen office hours from its dispatch; 8:30 to 18:00 is an office day. */
const [line] = testOffice.deadlines.filter(({ id }) => id === 'line.normal');
const rule = { ...line!, id: 'platform.normal', sources: ['12328'], countsFrom: 'dispatch' as const };
const office = { ...testOffice, deadlines: [rule, ...testOffice.deadlines] };
const given = specification(complaint(rulesOf(office, chinaCalendar, 'complaints')));
const fromReceipt = specification(complaint(rulesOf(testOffice, chinaCalendar, 'complaints')));

const order = { dispatchedAt: '2021-04-12T01:00:00.000Z', dueAt: '2021-04-20T09:30:00.000Z' };
const register = command(
  'RegisterCase',
  registration('complaint', { externalNumber: 'BL-1', order }),
  on('2021-04-12T06:00:00.000Z'),
);
const sentAgain = (data: object) => command('NoteOrderSentAgain', data, on('2021-04-14T02:00:00.000Z'));
const again = { dispatchedAt: '2021-04-14T01:00:00.000Z', dueAt: '2021-04-25T09:30:00.000Z' };
const came = () => given().when(register).facts();
const dueOf = (facts: ReturnType<typeof came>) => (given(...facts).state().due ?? { at: undefined }) as object;

describe('a limit from dispatch', () => {
  it('begins when the platform dispatched the order, not when it was registered', () =>
    expect(dueOf(came())).toMatchObject({
      countsFrom: 'dispatch',
      since: order.dispatchedAt,
      at: '2021-04-13T07:30:00.000Z',
    }));

  it('begins anew with a new dispatch, in hand or taken back before, and says why', () => {
    const returned = [
      { type: 'OrderReturnAsked', data: { ground: 'not-ours' } },
      { type: 'OrderTakenBack', data: {} },
    ] as never[];
    for (const before of [came(), [...came(), ...returned]]) {
      const facts = given(...before)
        .when(sentAgain(again))
        .facts();
      expect(facts).toMatchObject([
        { type: 'OrderSentAgain', data: again },
        {
          type: 'DeadlineStarted',
          data: { because: 'dispatched', from: '2021-04-13', due: { since: again.dispatchedAt } },
        },
      ]);
      const state = given(...before, ...facts).state();
      expect(state).toMatchObject({ status: 'accepted', due: { at: '2021-04-15T07:30:00.000Z' } });
      expect(state.order).toMatchObject({ status: 'to-sign', dueAt: again.dueAt });
    }
  });

  it('stays where the platform only wants it by another time, or repeats what is known', () => {
    const facts = given(...came())
      .when(sentAgain({ ...order, dueAt: again.dueAt }))
      .facts();
    expect(facts.map(({ type }) => type)).toEqual(['OrderSentAgain']);
    given(...came())
      .when(sentAgain(order))
      .then();
    given(...came(), ...facts)
      .when(sentAgain({ ...order, dispatchedAt: '2021-04-11T01:00:00.000Z' }))
      .then();
  });
});

it('a limit from receipt stands whatever the platform sends again: the person has been waiting since they came', () => {
  const facts = fromReceipt().when(register).facts();
  const sent = fromReceipt(...facts)
    .when(sentAgain(again))
    .facts();
  expect(sent.map(({ type }) => type)).toEqual(['OrderSentAgain']);
});

it('an order that is answered is not dispatched anew: its report bounces', () => {
  const withdrawn = { type: 'CaseWithdrawn', data: { reason: '撤回' } } as never;
  given(...came(), withdrawn)
    .when(command('NoteOrderSentAgain', again, as('operator')))
    .thenRefused('WrongState');
});
