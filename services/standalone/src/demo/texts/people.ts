import type { Chance } from '../chance.js';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文晓梅春红海燕立新宇浩欣怡子涵梓';
const FIRMS = [
  '许昌恒达物流有限公司',
  '禹州宏远运输队',
  '鄢陵花木合作社',
  '长葛顺发商贸有限公司',
  '魏都区某某小学',
  '东城区阳光社区居委会',
];

/** A caller: nobody in particular. The numbers are of a range no operator has given out (1400 …). */
export interface Person {
  readonly callerType: 'person' | 'organisation' | 'anonymous';
  readonly caller: {
    readonly name?: string;
    readonly phone?: string;
    readonly organisation?: string;
    readonly address?: string;
  };
}

const letters = (chance: Chance, from: string, count: number): string =>
  Array.from({ length: count }, () => chance.pick([...from])).join('');

const phone = (chance: Chance): string => `1400${String(chance.int(0, 9_999_999)).padStart(7, '0')}`;

/** Somebody who calls: mostly a person with a name and a number, sometimes an organisation, now and then nobody. */
export const personBy = (chance: Chance, contactable: boolean): Person => {
  const number = contactable ? { phone: phone(chance) } : {};
  const kind = chance.weighted({ person: 92, organisation: 4, anonymous: contactable ? 2 : 60 });
  if (kind === 'anonymous') return { callerType: 'anonymous', caller: number };
  const name = letters(chance, SURNAMES, 1) + letters(chance, GIVEN, chance.int(1, 2));
  const firm = kind === 'organisation' ? { organisation: chance.pick(FIRMS) } : {};
  return { callerType: kind, caller: { name, ...number, ...firm } };
};

/** The taxi or bus somebody complains of, and who drove it. */
export const subjectBy = (chance: Chance): { readonly plate: string; readonly driver: string } => ({
  plate: `豫KT${String(chance.int(0, 9999)).padStart(4, '0')}`,
  driver: `${letters(chance, SURNAMES, 1)}师傅`,
});
