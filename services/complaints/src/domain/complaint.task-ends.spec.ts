import type { ComplaintFact } from './complaint.events.js';
import { answered, as, command, given, on, open } from './complaint.scenes.js';

const ID = '11111111-1111-4111-8111-111111111111';
const lead: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'roads', round: 1 } };
const task: ComplaintFact = { type: 'TaskGiven', data: { task: ID, unit: 'transit', dueOn: '2021-04-20', round: 1 } };
const passed: ComplaintFact = { type: 'TaskPassedDown', data: { task: ID, from: 'transit', to: 'buses' } };
const assisted = [...open, lead, task] as const;
const cancelled: ComplaintFact = {
  type: 'TaskCancelled',
  data: { task: ID, unit: 'transit', because: 'asked', reason: '已不需要' },
};

describe('a task', () => {
  const cancel = (role: string, unit?: string) =>
    command('CancelTask', { unit: 'transit', reason: '已不需要' }, as(role, unit));
  it('is taken back, with a reason, by whoever may give it', () => {
    for (const [role, unit] of [['unit-handler', 'roads'], ['operator'], ['reviewer']] as const)
      given(...assisted)
        .when(cancel(role, unit))
        .then(cancelled);
    given(...assisted)
      .when(cancel('unit-handler', 'transit'))
      .thenRefused('NotYourCase');
  });
  it('is over then: nobody signs for it, and the unit may have another', () => {
    for (const type of ['SignTask', 'CancelTask'])
      given(...assisted, cancelled)
        .when(command(type, { unit: 'transit', reason: '再取消' }))
        .thenRefused('NoSuchTask');
    given(...assisted, cancelled)
      .when(command('GiveTask', { unit: 'transit' }))
      .thenMatching({ type: 'TaskGiven' });
  });
  it('is not taken back once the case is answered', () =>
    given(...answered)
      .when(cancel('operator'))
      .thenRefused('WrongState'));
});

describe('a unit that has a task and is made the lead', () => {
  const leads: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'transit', from: 'roads', round: 1 } };
  const over = (unit: string): ComplaintFact => ({ type: 'TaskCancelled', data: { task: ID, unit, because: 'leads' } });
  it('has none any more, in the same append', () =>
    given(...assisted)
      .when(command('AssignCase', { unit: 'transit' }))
      .then(leads, over('transit')));
  it('nor answers for one that it had passed down', () =>
    given(...assisted, passed)
      .when(command('AssignCase', { unit: 'transit' }))
      .then(leads, over('buses')));
  it('leaves the tasks of others as they are', () =>
    given(...assisted)
      .when(command('AssignCase', { unit: 'hotline' }))
      .then({ type: 'CaseAssigned', data: { unit: 'hotline', from: 'roads', round: 1 } }));
});

describe('a new round', () => {
  const transit: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'transit', round: 1 } };
  const down: ComplaintFact = { type: 'AssignmentPassedDown', data: { from: 'transit', to: 'buses' } };
  const redone: ComplaintFact = { type: 'CaseRedone', data: { round: 2, reason: '未解决' } };
  const again = [...open, transit, down, ...answered.slice(5), redone] as const;
  it('begins with the lead as it stands, and nothing passed down', () => {
    const state = given(...again).state();
    expect(state).toMatchObject({ unit: 'transit', status: 'assigned', tasks: {} });
    expect(state).not.toHaveProperty('passedTo');
  });
  it('is passed down again as the first was', () =>
    given(...again)
      .when(command('PassAssignmentDown', { to: 'buses' }, as('unit-handler', 'transit')))
      .then(down));
});

describe('what is said of a task in time', () => {
  const system = (type: string, at: string) =>
    command(type, { unit: 'transit', dueOn: '2021-04-20' }, on(`${at}T03:00:00.000Z`, 'system'));
  const said = (type: 'TaskWarned' | 'TaskReminded'): ComplaintFact => ({
    type,
    data: { task: ID, unit: 'transit', dueOn: '2021-04-20' },
  });
  it('is that it is due soon, once, from the working day before up to its day', () => {
    given(...assisted)
      .when(system('WarnTask', '2021-04-18'))
      .thenNothing();
    for (const day of ['2021-04-19', '2021-04-20'])
      given(...assisted)
        .when(system('WarnTask', day))
        .then(said('TaskWarned'));
    given(...assisted, said('TaskWarned'))
      .when(system('WarnTask', '2021-04-20'))
      .thenNothing();
    given(...assisted)
      .when(system('WarnTask', '2021-04-21'))
      .thenNothing();
  });
  it('then that it is overdue, once', () => {
    given(...assisted)
      .when(system('RemindTask', '2021-04-20'))
      .thenNothing();
    given(...assisted)
      .when(system('RemindTask', '2021-04-21'))
      .then(said('TaskReminded'));
    given(...assisted, said('TaskReminded'))
      .when(system('RemindTask', '2021-04-22'))
      .thenNothing();
  });
  it('is nothing where the task is over, is due on another day, or the case waits', () => {
    const suspended: ComplaintFact = {
      type: 'CaseSuspended',
      data: { ground: 'waits-on-person', on: '2021-04-13', until: '2021-04-30' },
    };
    for (const facts of [[cancelled], [suspended]])
      given(...assisted, ...facts)
        .when(system('RemindTask', '2021-04-22'))
        .thenNothing();
    given(...assisted)
      .when(command('RemindTask', { unit: 'transit', dueOn: '2021-04-21' }, on('2021-04-22T03:00:00.000Z', 'system')))
      .thenNothing();
  });
  it('is said by nobody but the program', () =>
    given(...assisted)
      .when(command('RemindTask', { unit: 'transit', dueOn: '2021-04-20' }, on('2021-04-22T03:00:00.000Z')))
      .thenRefused('NotAllowed'));
});
