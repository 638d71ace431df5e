import { derivedId } from '@sunlit/kernel';
import type { ComplaintFact } from './complaint.events.js';
import { as, assigned, command, given, on, open, working } from './complaint.scenes.js';

const ID = '11111111-1111-4111-8111-111111111111';
const taskGiven: ComplaintFact = {
  type: 'TaskGiven',
  data: { task: ID, unit: 'transit', dueOn: '2021-04-20', round: 1 },
};
const taskSigned: ComplaintFact = { type: 'TaskSigned', data: { task: ID, unit: 'transit' } };
const passed: ComplaintFact = { type: 'TaskPassedDown', data: { task: ID, from: 'transit', to: 'buses' } };
const lead: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'roads', round: 1 } };
const led = [...open, lead] as const;
const assisted = [...led, taskGiven] as const;

describe('an assisting unit', () => {
  it('is given a task by the lead, due when the case is where no day is given', () => {
    const give = given(...led).when(
      command('GiveTask', { unit: 'transit', note: '请核查站点' }, as('unit-handler', 'roads')),
    );
    give.thenMatching({
      type: 'TaskGiven',
      data: { unit: 'transit', dueOn: '2021-04-28', round: 1, note: '请核查站点' },
    });
    given(...led)
      .when(command('GiveTask', { unit: 'transit' }, as('unit-handler', 'buses')))
      .thenRefused('NotYourCase');
  });
  it('has a task due between today and the case’s due day', () => {
    for (const dueOn of ['2021-04-11', '2021-04-29'])
      given(...led)
        .when(command('GiveTask', { unit: 'transit', dueOn }, on('2021-04-12T03:00:00.000Z')))
        .thenRefused('TaskTooLate');
  });
  it('is another than the lead, needs one, and has one task at a time', () => {
    given(...open)
      .when(command('GiveTask', { unit: 'transit' }))
      .thenRefused('NoLead');
    given(...led)
      .when(command('GiveTask', { unit: 'roads' }))
      .thenRefused('LeadsAlready');
    given(...assisted)
      .when(command('GiveTask', { unit: 'transit' }))
      .thenRefused('TaskExists');
  });
  it('signs for it, once, and nobody else does', () => {
    const sign = (unit: string) => command('SignTask', { unit: 'transit' }, as('unit-handler', unit));
    given(...assisted)
      .when(sign('transit'))
      .then(taskSigned);
    given(...assisted, taskSigned)
      .when(sign('transit'))
      .thenNothing();
    given(...assisted)
      .when(sign('roads'))
      .thenRefused('NotYourTask');
  });
  it('gives it back with a ground; then it has none, and another may have it', () => {
    const returned: ComplaintFact = { type: 'TaskReturned', data: { task: ID, unit: 'transit', ground: 'not-ours' } };
    given(...assisted)
      .when(command('ReturnTask', { unit: 'transit', ground: 'not-ours' }, as('unit-handler', 'transit')))
      .then(returned);
    given(...assisted, returned)
      .when(command('SignTask', { unit: 'transit' }))
      .thenRefused('NoSuchTask');
  });
  it('tells the lead what it found, and writes no reply', () => {
    given(...assisted, taskSigned)
      .when(command('FinishTask', { unit: 'transit', text: '站点确已迁移' }, as('unit-handler', 'transit')))
      .then({ type: 'TaskFinished', data: { task: ID, unit: 'transit', text: '站点确已迁移' } });
    given(...assisted)
      .when(command('DraftReply', { text: '好' }, as('unit-handler', 'transit')))
      .thenRefused('NotYourCase');
  });
});

describe('a task passed down', () => {
  const holder = as('unit-handler', 'buses');
  it('goes to a unit below only', () => {
    given(...assisted)
      .when(command('PassTaskDown', { unit: 'transit', to: 'buses' }, as('unit-handler', 'transit')))
      .then(passed);
    given(...assisted)
      .when(command('PassTaskDown', { unit: 'transit', to: 'hotline' }, as('unit-handler', 'transit')))
      .thenRefused('NotBelow');
  });
  it('stays answered for by the unit above, which may still act on it', () => {
    expect(given(...assisted, passed).state()).toMatchObject({
      tasks: { [ID]: { unit: 'buses', answerable: ['transit'], signed: false } },
    });
    given(...assisted, passed)
      .when(command('SignTask', { unit: 'buses' }, holder))
      .then({ type: 'TaskSigned', data: { task: ID, unit: 'buses' } });
    given(...assisted, passed)
      .when(command('FinishTask', { unit: 'buses', text: '已查' }, as('unit-handler', 'transit')))
      .thenMatching({ type: 'TaskFinished' });
  });
  it('given back goes to the unit that passed it down', () => {
    const back: ComplaintFact = {
      type: 'TaskReturned',
      data: { task: ID, unit: 'buses', to: 'transit', ground: 'not-ours' },
    };
    given(...assisted, passed)
      .when(command('ReturnTask', { unit: 'buses', ground: 'not-ours' }, holder))
      .then(back);
    expect(given(...assisted, passed, back).state()).toMatchObject({
      tasks: { [ID]: { unit: 'transit', answerable: [], signed: true } },
    });
  });
});

describe('the lead’s own work', () => {
  const byTransit: ComplaintFact = { type: 'CaseAssigned', data: { unit: 'transit', round: 1 } };
  const down: ComplaintFact = { type: 'AssignmentPassedDown', data: { from: 'transit', to: 'buses' } };
  it('is passed down to a unit below, while the lead stays the lead', () => {
    const pass = (unit: string) => command('PassAssignmentDown', { to: 'buses' }, as('unit-handler', unit));
    given(...open, byTransit)
      .when(pass('transit'))
      .then(down);
    given(...open, byTransit, down)
      .when(pass('transit'))
      .thenNothing();
    expect(given(...open, byTransit, down).state()).toMatchObject({ unit: 'transit', passedTo: 'buses' });
    given(...open, byTransit, down)
      .when(command('SignAssignment', {}, as('unit-handler', 'buses')))
      .then({ type: 'AssignmentSigned', data: { unit: 'transit' } });
  });
  it('is not passed up or sideways', () =>
    given(...open, assigned)
      .when(command('PassAssignmentDown', { to: 'transit' }, as('unit-handler', 'buses')))
      .thenRefused('NotBelow'));
  it('goes back up when the case is given to another unit', () =>
    expect(given(...open, byTransit, down, lead).state()).not.toHaveProperty('passedTo'));
});

it('a reply is delivered by whom the case is with', () => {
  const approved: ComplaintFact = { type: 'ReplyApproved', data: { round: 1 } };
  given(...working, approved, taskGiven)
    .when(command('DeliverReply', { how: 'phone' }, as('unit-handler', 'roads')))
    .thenRefused('NotYourCase');
});

it('a task’s id follows from its command: sent again it is the same', () => {
  const facts = given(...led).when(command('GiveTask', { unit: 'transit' }));
  facts.thenMatching({ type: 'TaskGiven' });
  expect(derivedId('a', 'b', 'task')).toBe(derivedId('a', 'b', 'task'));
});
