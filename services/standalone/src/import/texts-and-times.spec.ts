import fc from 'fast-check';
import { personalNumbersIn } from '@sunlit/privacy';
import { NUMBER_MARK, cleanText, maskNumbers } from './clean-text.js';
import { dateIn, momentOf, notBefore } from './read-time.js';
import { nearestWord } from './nearest-word.js';

describe('the text of a cell', () => {
  it('loses what exports leave in it', () => {
    expect(cleanText('\n\t\t\n\t　　一、甲\u00a0乙\r\n\r\n二_x000D_\n\u200b三\u0000\u0007')).toBe('一、甲 乙\n二\n三');
    expect(cleanText('您好<br/>第一<p class="x">第二</p><span>三</span>&nbsp;&gt;四')).toBe('您好\n第一\n第二\n三 >四');
    expect(cleanText('\ud800坏')).toBe('\ufffd坏');
  });

  it('keeps angle brackets that are quotation marks', () => {
    expect(cleanText('关于印发<A市人民政府办法>的通知,见<B市新图>、<征地方案>')).toBe(
      '关于印发<A市人民政府办法>的通知,见<B市新图>、<征地方案>',
    );
  });

  it('is clean once it was cleaned', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', ' ', '\n', '\t', '<', 'br', '>', '/', '\u200b', '\r', '_', 'x000D_') }),
        (text) => {
          const once = cleanText(text);
          expect(once).not.toMatch(/[\t\r\u200b]|\n\n|^\s|\s$/);
        },
      ),
    );
  });
});

describe('personal numbers in an official text', () => {
  it('are replaced and counted; the office’s own stay', () => {
    const masked = maskNumbers('请电13800000000或0374-2959600,车牌豫K12345', ['2959600']);
    expect(masked).toEqual({ text: `请电${NUMBER_MARK}或0374-2959600,车牌${NUMBER_MARK}`, masked: 2 });
  });

  it('are gone, whatever stood around them', () => {
    const piece = fc.constantFrom('13800000000', '0731-85000000', '豫K12345', '138', '0000', ' ', '-', '电', '1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(personalNumbersIn(maskNumbers(pieces.join(''), []).text)).toEqual([]);
      }),
    );
  });
});

describe('a date in a text', () => {
  it('has the precision it is written with', () => {
    expect(dateIn('2019/4/25 9:32:09')).toEqual({ kind: 'date', local: '2019-04-25T09:32:09', precision: 'second' });
    expect(dateIn('2021年3月1日 8时5分')).toMatchObject({ local: '2021-03-01T08:05:00', precision: 'minute' });
    expect(dateIn('2018/4/24')).toMatchObject({ local: '2018-04-24T00:00:00', precision: 'day' });
    expect(dateIn('01.02.2021 08:00', ['dd.MM.yyyy HH:mm'])).toMatchObject({ local: '2021-02-01T08:00:00' });
  });

  it('is refused where there is no such day or time, and never guessed', () => {
    for (const text of ['2021-02-30', '2021-13-01', '2021-01-01 24:00:00', '3/4/2021', '昨天', '20210301', ''])
      expect(dateIn(text)).toBeNull();
  });

  it('is an instant of the office, whatever the machine’s zone', () => {
    const at = (local: string, zone: string) => momentOf({ kind: 'date', local, precision: 'second' }, zone).at;
    expect(at('2021-03-01T08:00:00', 'Asia/Shanghai')).toBe('2021-03-01T00:00:00.000Z');
    // Clocks went forward on 1986-05-04 at 2 o'clock.
    expect(at('1986-05-10T08:00:00', 'Asia/Shanghai')).toBe('1986-05-09T23:00:00.000Z');
    expect(at('2021-10-31T02:30:00', 'Europe/Berlin')).toBe('2021-10-31T00:30:00.000Z');
    expect(at('2021-03-28T02:30:00', 'Europe/Berlin')).toBe('2021-03-28T01:30:00.000Z');
  });

  it('known to the day is not before what came earlier that day', () => {
    const question = { at: '2021-03-01T02:00:00.000Z', precision: 'second' } as const;
    expect(notBefore({ at: '2021-02-28T16:00:00.000Z', precision: 'day' }, question)?.at).toBe(question.at);
    expect(notBefore({ at: '2021-02-27T16:00:00.000Z', precision: 'day' }, question)).toBeNull();
    expect(notBefore({ at: '2021-03-01T01:59:59.000Z', precision: 'second' }, question)).toBeNull();
  });
});

it('the nearest word is one that is near', () => {
  expect(nearestWord('sumary', ['summary', 'source'])).toBe('summary');
  expect(nearestWord('留言时问', ['留言时间', '答复时间'])).toBe('留言时间');
  expect(nearestWord('xyz', ['summary'])).toBeNull();
});
