import { consultationCommands } from '@sunlit/contracts';
import { checkTexts, checkedMoment, parsedData } from './case.input.js';

const check = (data: object, allowed: readonly string[] = []) => checkTexts(data as never, allowed);

describe('an official text', () => {
  it.each(['text', 'answer'])(
    'that is a reply (%s) may name an office’s landline, whose line it is stands to reason',
    (field) => {
      expect(() => check({ [field]: '请咨询市交通执法支队，电话0374-2334567。' })).not.toThrow();
      for (const personal of ['请拨13800138000', '证件411002199003074517', '车辆豫K12345', '卡号6222021234567890128'])
        expect(() => check({ [field]: personal })).toThrow('PersonalNumberInText');
    },
  );
  it.each(['summary', 'reason', 'note'])('that is none (%s) may not: there it may be the caller’s', (field) =>
    expect(() => check({ [field]: '来电人电话0374-2334567' })).toThrow('PersonalNumberInText'),
  );
  it('is checked in a correction too', () => {
    expect(() => check({ changes: { summary: '来电人电话13800138000' }, reason: '改' })).toThrow(
      'PersonalNumberInText',
    );
    expect(() => check({ changes: { object: { road: '建设路13800138000' } }, reason: '改' })).toThrow(
      'PersonalNumberInText',
    );
  });
  it('names the field and the place, never the number', () => {
    const refused = (() => {
      try {
        return check({ changes: { summary: '请回电13800138000' } });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ details: { field: 'changes.summary', at: 4 } });
    expect(JSON.stringify(refused)).not.toContain('138');
  });
});

describe('a stated moment', () => {
  const moment = (at: unknown, precision: unknown = 'second') =>
    checkedMoment({ commandId: 'c', type: 'AcceptCase', data: {}, by: {}, occurredAt: { at, precision } } as never);
  it.each([
    '2021-02-30T08:00:00Z',
    '2021-02-29T08:00:00+08:00',
    '2021-04-12',
    '2021-04-12T08:00:00',
    'April 12, 2021 08:00 UTC',
    '2021-04-12T24:30:00Z',
    '0001-01-01T00:00:00Z',
    20210412,
  ])('%p is refused: there is none such, or it does not say where', (at) =>
    expect(() => moment(at)).toThrow('InvalidInput'),
  );
  it('is written as this program writes instants', () =>
    expect(moment('2021-04-12T10:00:00+08:00', 'minute')).toEqual({
      at: '2021-04-12T02:00:00.000Z',
      precision: 'minute',
    }));
  it('has one of three precisions', () => expect(() => moment('2021-04-12T02:00:00Z', 'week')).toThrow('InvalidInput'));
  it('is refused alike in a correction', () =>
    expect(() =>
      parsedData(consultationCommands, {
        commandId: 'c',
        type: 'CorrectDetails',
        data: { changes: { cameAt: '2021-02-30T08:00:00Z' }, reason: '改' },
        by: { account: 'a', role: 'operator' },
      }),
    ).toThrow('InvalidInput'));
});
