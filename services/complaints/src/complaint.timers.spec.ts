import { calendarFrom } from '@sunlit/calendar';
import { officeAtWork } from '@sunlit/casework/testing';
import type { PolicyCommand } from '@sunlit/kernel';
import { complaints } from './complaints.js';
import { register, reviewer, type AtWork } from './complaints.scenes.js';

const typesOf = async (office: AtWork, stream: string, pattern: RegExp) =>
  (await office.store.read(stream)).filter(({ type }) => pattern.test(type)).map(({ type }) => type);
const NOTICES = /Warned|Reminded|Supervised/;

/** What every timer of a worker has to send now. */
const dueIn = async (office: AtWork): Promise<readonly PolicyCommand[]> => {
  const timers = [...office.definitions.values()].flatMap((definition) => definition.timers);
  return (await Promise.all(timers.map((timer) => timer.due(office.context.clock())))).flat();
};
const sendAll = (office: AtWork, commands: readonly PolicyCommand[]) =>
  Promise.all(commands.map(({ service, operation, payload }) => office.context.rpc.call(service, operation, payload)));

const tickAt = async (office: AtWork, instant: string) => {
  office.at(instant);
  await office.settle();
  await office.tick();
  await office.settle();
};

const calendar = calendarFrom({
  version: 'cn-2027',
  firstYear: 2026,
  lastYear: 2027,
  holidays: { '2027-01-01': { zh: '元旦', en: "New Year's Day" } },
  makeUpDays: {},
});

describe('two workers at once', () => {
  const workers = (makers: Parameters<typeof officeAtWork>[0], given: Parameters<typeof officeAtWork>[1] = {}) => {
    const one = officeAtWork(makers, given);
    return [one, officeAtWork(makers, { ...given, store: one.store, keys: one.context.keys })] as const;
  };

  it('add nothing to what one of them issues', async () => {
    const [one, other] = workers([complaints]);
    const { stream } = await register(one);
    for (const day of ['04-27', '04-29', '05-10']) {
      const commands: (readonly PolicyCommand[])[] = [];
      for (const office of [one, other]) {
        office.at(`2021-${day}T01:00:00.000Z`);
        await office.settle();
        commands.push(await dueIn(office));
      }
      expect(commands[0]).toEqual(commands[1]);
      expect(commands[0]).toHaveLength(1);
      await Promise.all([sendAll(one, commands[0]!), sendAll(other, commands[1]!)]);
      // One that still has not seen what was issued sends it once more.
      await sendAll(other, commands[1]!);
    }
    expect(await typesOf(one, stream, NOTICES)).toEqual(['DeadlineWarned', 'DeadlineReminded', 'DeadlineSupervised']);
  });

  it('set a provisional date anew once', async () => {
    const before = officeAtWork([complaints]);
    before.at('2026-12-21T02:00:00.000Z');
    const { stream } = await register(before);
    const [one, other] = workers([complaints], { store: before.store, keys: before.context.keys, calendar });
    const commands: (readonly PolicyCommand[])[] = [];
    for (const office of [one, other]) {
      office.at('2026-12-22T02:00:00.000Z');
      await office.settle();
      commands.push(await dueIn(office));
    }
    await Promise.all([sendAll(one, commands[0]!), sendAll(other, commands[1]!)]);
    await tickAt(one, '2026-12-23T02:00:00.000Z');
    const set = (await one.store.read(stream)).filter(({ type }) => type === 'DeadlineSet');
    expect(set.map(({ data }) => data['because'])).toEqual(['accepted', 'calendar']);
    expect(set[1]!.data).toMatchObject({ from: '2027-01-07', due: { on: '2027-01-08', calendar: 'cn-2027' } });
  });

  it('leave a date alone whose year the new table still lacks', async () => {
    const before = officeAtWork([complaints]);
    before.at('2026-12-21T02:00:00.000Z');
    const { stream } = await register(before);
    const lacking = calendarFrom({
      version: 'cn-2026b',
      firstYear: 2026,
      lastYear: 2026,
      holidays: { '2026-12-25': { zh: '假', en: 'a day off' } },
      makeUpDays: {},
    });
    const later = officeAtWork([complaints], { store: before.store, keys: before.context.keys, calendar: lacking });
    await tickAt(later, '2026-12-22T02:00:00.000Z');
    expect(await typesOf(later, stream, /DeadlineSet/)).toHaveLength(1);
  });
});

describe('a deadline', () => {
  it('that comes back to a day it was reminded for is reminded and supervised as any other', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office, { urgency: 'urgent' });
    const correct = (urgency: string) =>
      office.send('complaints', {
        stream,
        type: 'CorrectDetails',
        data: { changes: { urgency }, reason: '录入有误' },
        by: reviewer,
      });
    await tickAt(office, '2021-04-13T01:00:00.000Z');
    await correct('normal');
    await tickAt(office, '2021-04-13T02:00:00.000Z');
    await correct('urgent');
    for (const day of ['04-14', '04-15', '04-25', '05-10']) await tickAt(office, `2021-${day}T01:00:00.000Z`);
    expect(await typesOf(office, stream, NOTICES)).toEqual([
      'DeadlineReminded',
      'DeadlineReminded',
      'DeadlineSupervised',
    ]);
    expect(await dueIn(office)).toEqual([]);
  });

  it('is warned of, reminded of, supervised and reset by the program alone', async () => {
    const office = officeAtWork([complaints]);
    const { stream } = await register(office);
    office.at('2021-04-29T02:00:00.000Z');
    const sent = {
      WarnDeadline: { dueOn: '2021-04-28' },
      RemindDeadline: { dueOn: '2021-04-28' },
      SuperviseDeadline: { dueOn: '2021-04-28' },
      ResetDeadline: { calendar: 'cn-2030' },
    };
    for (const [type, data] of Object.entries(sent))
      await expect(office.send('complaints', { stream, type, data, by: reviewer })).rejects.toThrow('NotAllowed');
  });
});
