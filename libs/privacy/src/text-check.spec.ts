import fc from 'fast-check';
import { personalNumbersIn } from './text-check.js';

const allowed = ['12345', '12328', '2959600', '0374-2333333'];
const found = (text: string) =>
  personalNumbersIn(text, { allowed }).map(({ kind, at, length }) => `${kind} ${text.slice(at, at + length)}`);

/** An identity number of these 17 digits, its check character computed by the table of GB 11643. */
const identityOf = (body: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, n) => sum + weight * Number(body[n]), 0) % 11];
};
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const mobile = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`);
const day = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const identity = fc
  .tuple(fc.constantFrom('411002', '110105', '440305', '650102'), day, digits(3))
  .map(([area, date, order]) => identityOf(area + date.replaceAll('-', '') + order));
const around = fc.tuple(
  fc.constantFrom('', '来电人电话', '请联系 ', '(', 'tel:', 'A'),
  fc.constantFrom('', ',谢谢', '。', ' 转告', ')', '\n'),
);
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const chinese = (text: string) => text.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);
const writings: ((number: string) => string)[] = [
  (n) => n,
  wide,
  chinese,
  (n) => `+86${n}`,
  (n) => `+86 ${n}`,
  (n) => `86-${n}`,
  (n) => `(+86)${n}`,
  (n) => `0${n}`,
  (n) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`,
  (n) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
  (n) => `${n.slice(0, 3)}—${n.slice(3, 7)} ${n.slice(7)}`,
  (n) => `${n.slice(0, 4)} ${n.slice(4, 7)} ${n.slice(7)}`,
  (n) => `${n.slice(0, 3)} ${n.slice(3)}`,
  (n) => `${n.slice(0, 7)}-${n.slice(7)}`,
  (n) => `${n.slice(0, 5)} ${n.slice(5)}`,
  (n) => [...n].join(' '),
  (n) => [...n].join('\u200b'),
  (n) => wide(`${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`),
];

describe('personal numbers in official text', () => {
  it('finds any mobile number in any of the ways people write one', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...writings), around, (number, write, [before, after]) => {
        const [one, ...more] = personalNumbersIn(`${before}${write(number)}${after}`);
        expect(one).toMatchObject({ kind: 'mobile' });
        expect(one!.at).toBeLessThanOrEqual(before.length + 3);
        expect(one!.at + one!.length).toBe(before.length + write(number).length);
        expect(more).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds any identity number with its check character, plain, wide or grouped', () => {
    const ways = [
      (n: string) => n,
      wide,
      (n: string) => n.toLowerCase(),
      (n: string) => `${n.slice(0, 6)} ${n.slice(6, 14)} ${n.slice(14)}`,
    ];
    fc.assert(
      fc.property(identity, fc.constantFrom(...ways), (number, write) => {
        const text = `身份证号${write(number)}。`;
        expect(personalNumbersIn(text)).toEqual([{ kind: 'identity', at: 4, length: write(number).length }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes 18 digits that fail the check, or hold no day, for something else', () => {
    fc.assert(
      fc.property(identity, fc.integer({ min: 1, max: 9 }), (number, more) => {
        const last = number.at(-1) === 'X' ? 10 : Number(number.at(-1));
        const wrong = '0123456789X'[(last + more) % 11]!;
        expect(personalNumbersIn(`编号${number.slice(0, 17)}${wrong}`)).toEqual([]);
      }),
    );
    expect(found(`编号${identityOf('41100219991332001')}`)).toEqual([]);
    expect(found(`编号${identityOf('99100219990101001')}`)).toEqual([]);
  });

  it.each([
    ['来电人13800138000反映', ['mobile 13800138000']],
    ['电话0374-2951234。', ['landline 0374-2951234']],
    ['电话(0374)2951234', ['landline 0374)2951234']],
    ['电话０３７４－２９５１２３４', ['landline ０３７４－２９５１２３４']],
    ['电话03742951234', ['landline 03742951234']],
    ['电话+86 374 2951234', ['landline +86 374 2951234']],
    ['电话+86-0374-2951234', ['landline +86-0374-2951234']],
    ['电话010 6555 1234转8', ['landline 010 6555 1234']],
    ['老身份证411002700101001的', ['identity 411002700101001']],
    ['卡号6222021234567890128', []],
    ['卡号6222 0212 3456 7890 127', []],
    ['乘坐豫K·12345出租车', ['plate 豫K·12345']],
    ['乘坐豫k12345', ['plate 豫k12345']],
    ['车牌豫 K 12345', ['plate 豫 K 12345']],
    ['豫K·Ｄ１２３４５号车', ['plate 豫K·Ｄ１２３４５']],
    ['教练车豫K1234学', ['plate 豫K1234学']],
    ['两个:13800138000、13900139000', ['mobile 13800138000', 'mobile 13900139000']],
    ['13800138000/0374-2951234', ['mobile 13800138000', 'landline 0374-2951234']],
    ['20210412 410105199001011234 13800138000', ['mobile 13800138000']],
  ])('%s', (text, expected) => {
    if (text.startsWith('卡号')) expect(found(text).every((one) => one.startsWith('bank-card'))).toBe(true);
    else expect(found(text)).toEqual(expected);
  });

  it('finds a card number by its check digit', () => {
    expect(found('卡号6222021234567890')).toHaveLength(0);
    const valid = Array.from({ length: 10 }, (_, n) => `622202123456789012${n}`).filter(
      (card) => found(`卡${card}`).length > 0,
    );
    expect(valid).toHaveLength(1);
  });

  it.each([
    '请拨打12345、12328或2959600',
    '请拨打0374-2959600或(0374)2959600、+86 374 2959600',
    '请拨打03742333333',
    '请拨打400-820-8820',
    '工单20210412001234已转办',
    '工单2021-0412-001234、20210412-001234',
    '豫交文〔2021〕138号、许政〔2021〕1号',
    '2021年4月12日13:00至2021-04-12 15:30',
    '二〇二一年四月十二日',
    '1路、13路、138路、1381路公交车',
    '金额13000-150000元,15912345.67元',
    '上午8-12点、13-15点',
    '合同HT-2021-138-0412-0012',
    '统一社会信用代码91411000MA3X1234XX',
    '138****8000',
    '开往郑州的K1234次列车',
    '豫A区、京A线',
    'https://example.gov.cn/a/20210412/1618192021.html',
  ])('finds nothing in: %s', (text) => expect(found(text)).toEqual([]));

  it('takes no date, time or order number for a person’s', () => {
    const order = fc.tuple(day, digits(6)).map(([date, number]) => date.replaceAll('-', '') + number);
    const moment = fc
      .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .chain(([date, hour, minute]) => {
        const [h, m] = [hour, minute].map((n) => String(n).padStart(2, '0'));
        const [y, mo, d] = date.split('-');
        return fc.constantFrom(
          `${date} ${h}:${m}`,
          `${date}T${h}:${m}:00Z`,
          `${y}年${mo}月${d}日${h}时${m}分`,
          `${y}/${mo}/${d}`,
          `${y}${mo}${d}`,
          `${y}.${mo}.${d} ${h}:${m}`,
        );
      });
    const number = fc
      .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 9999 }))
      .map(([y, n]) => `许交运〔${y}〕${n}号`);
    const pieces = fc.array(fc.oneof(order, moment, number, fc.constantFrom(...allowed)), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(',', '、', ';', '\n', '至'), (all, by) =>
        expect(found(all.join(by))).toEqual([]),
      ),
      { numRuns: 2000 },
    );
  });

  it('lets no allowed number hide another', () => {
    expect(found('0374-2959600 转 13800138000')).toEqual(['mobile 13800138000']);
    expect(personalNumbersIn('13800138000', { allowed: ['+86 138 0013 8000'] })).toEqual([]);
  });

  it('answers for any text, in order, within it, without overlaps, and in time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'01386290+- ·豫KX一〇'),
            fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
          ),
          maxLength: 200,
        }),
        (text) => {
          let end = 0;
          for (const { at, length } of personalNumbersIn(text)) {
            expect(at).toBeGreaterThanOrEqual(end);
            end = at + length;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
    for (const piece of ['1 ', '1', '138-', '0374 ', '62 ', '豫K', '+86']) {
      const began = performance.now();
      personalNumbersIn(piece.repeat(5_000));
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
});
