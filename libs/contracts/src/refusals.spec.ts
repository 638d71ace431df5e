import { refusalText } from './refusals.js';

describe('the text of a refusal', () => {
  it('names where a case stands in each language', () => {
    const { zh, en } = refusalText('WrongState', { status: 'sent-back' });
    expect(zh).toContain('已退回修改');
    expect(en).toContain('sent back');
    expect(refusalText('WrongState', { status: 'unheard-of' }).en).toContain('unheard-of');
  });

  it('fills in what it is told and leaves the rest empty', () => {
    expect(refusalText('UnknownUnit', { code: 'moon' }).en).toBe('There is no unit moon on that day.');
    expect(refusalText('UnknownUnit').en).toBe('There is no unit  on that day.');
    expect(refusalText('NeverHeardOf')).toEqual({ zh: 'NeverHeardOf', en: 'NeverHeardOf' });
  });
});
