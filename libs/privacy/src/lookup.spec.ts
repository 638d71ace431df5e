import fc from 'fast-check';
import { lookupTokens, maskPhone, normalisePhone } from './lookup.js';

const key = Buffer.alloc(32, 3);

describe('a phone number, however written', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['＋86-13800138000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['013800138000', '13800138000'],
    ['138\u200b0013\u20608000\ufeff', '13800138000'],
    ['电话:13800138000(本人)', '13800138000'],
    ['0374-2951234', '03742951234'],
    ['(0374)2951234', '03742951234'],
    ['+86 374 2951234', '03742951234'],
    ['0086-0374-2951234', '03742951234'],
    ['010—6555 1234', '01065551234'],
    ['+86 10 65551234', '01065551234'],
    ['0374-2951234转801', '03742951234'],
    ['0374-2951234 ext. 801', '03742951234'],
    ['12345', '12345'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['86551234', '86551234'],
  ])('%s is %s', (written, digits) => expect(normalisePhone(written)).toBe(digits));

  it('is none where there are no digits', () => {
    for (const none of ['', '  ', '无', '12', '匿名', '+']) expect(normalisePhone(none)).toBeNull();
  });

  it('gets the office’s area code where it has none', () => {
    expect(normalisePhone('2951234', '0374')).toBe('03742951234');
    expect(normalisePhone('010-65551234', '0374')).toBe('01065551234');
    expect(normalisePhone('13800138000', '0374')).toBe('13800138000');
    expect(normalisePhone('12345', '0374')).toBe('12345');
  });

  it('is normalised once for all: again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789 -()转８') }), (text) => {
        const once = normalisePhone(text);
        if (once) expect(normalisePhone(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is masked so that nobody can call it', () => {
    expect(maskPhone('+86 138-0013-8000')).toBe('138****8000');
    expect(maskPhone('0374-2951234')).toBe('0374****234');
    expect(maskPhone('010 65551234')).toBe('010****234');
    expect(maskPhone('12345')).toBe('****');
    expect(maskPhone('匿名')).toBe('****');
  });
});

describe('look-up tokens', () => {
  it('are the same for the same person’s number in any writing, and show nothing of it', () => {
    const tokens = lookupTokens(key, { phone: '138-0013-8000', idNumber: ' 11010519491231002x' });
    expect(lookupTokens(key, { phone: '＋86 13800138000', idNumber: '11010519491231002Ｘ' })).toEqual(tokens);
    expect(tokens).toHaveLength(2);
    expect(tokens.every((token) => /^(phone|idNumber):[\w-]{22}$/.test(token))).toBe(true);
  });

  it('differ by key and by field', () => {
    const value = '13800138000';
    const all = [
      ...lookupTokens(key, { phone: value, idNumber: value, name: value }),
      ...lookupTokens(Buffer.alloc(32, 4), { phone: value }),
    ].map((token) => token.split(':')[1]);
    expect(new Set(all).size).toBe(4);
  });

  it('take several numbers of one field, each once, and none of what is absent', () => {
    const two = lookupTokens(key, { phone: '13800138000/0374-2951234、13800138000' });
    expect(two).toHaveLength(2);
    expect(two).toEqual(expect.arrayContaining(lookupTokens(key, { phone: '03742951234' })));
    expect(lookupTokens(key, { phone: '2951234' }, { areaCode: '0374' })).toEqual(
      lookupTokens(key, { phone: '0374 2951234' }),
    );
    expect(lookupTokens(key, { phone: '', name: null, plate: ' ' })).toEqual([]);
    expect(lookupTokens(key, { plate: '豫K·12345' })).toEqual(lookupTokens(key, { plate: '豫 k12345' }));
  });
});
