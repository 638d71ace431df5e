import fc from 'fast-check';
import { ranked, type Ranked } from './ranking.js';
import { soughtTerms, termsOf } from './search-terms.js';

const answer = (key: string, question: string, text = ''): Ranked => ({
  key,
  fields: [
    { text: question, weight: 3 },
    { text, weight: 1 },
  ],
});

const QUESTIONS = [
  answer('card', '公交卡丢了怎么补办?', '持身份证到网点补办,可以先挂失。'),
  answer('last-bus', '9路公交末班车几点?', '末班车21:30,可以查询小程序。'),
  answer('taxi', '出租车多收费怎么投诉?', '请记下车牌,可以拨打12328。'),
  answer('etc', '怎么办理ETC?', '持行驶证到银行办理,可以网上申请。公交卡不能办理。'),
  answer('elder', '老年人怎么办理公交卡?', '年满65周岁,可以持身份证免费办理。'),
];
const found = (text: string, documents = QUESTIONS) =>
  ranked(soughtTerms(text), documents, documents.length).map(({ key }) => key);

describe('answers found', () => {
  it('by a two-character word', () => expect(found('补办')).toEqual(['card']));
  it('by a single character, a number, a word in any writing', () => {
    expect(found('9')).toEqual(['last-bus']);
    expect(found('etc')).toEqual(['etc']);
    expect(found('ＥＴＣ')).toEqual(['etc']);
  });
  it('begin with those that ask about it, before those that only mention it, before those with a part of it', () => {
    const keys = found('公交卡');
    expect(keys.slice(0, 2).sort()).toEqual(['card', 'elder']);
    expect(keys.slice(2)).toEqual(['etc', 'last-bus']);
  });
  it('need not hold every word of a question as people ask it', () =>
    expect(found('请问公交卡丢失以后怎么补办呢')[0]).toBe('card'));
  it('are none where only filling words are met', () => expect(found('可以怎么骑共享单车')).toEqual([]));

  const word = fc.constantFrom('公交', '出租', '补办', '投诉', 'etc', '9', '车');
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const documents = fc
    .array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 8 })
    .map((all) => all.map(([question, text], index) => answer(`${index}`, question, text)));
  const holding = (all: readonly Ranked[], terms: readonly string[]) =>
    all.filter(({ fields }) => {
      const own = termsOf(...fields.map(({ text }) => text));
      return terms.some((term) => own.includes(term));
    });

  it('with all that is sought come before those with a part of it, whatever their order', () =>
    fc.assert(
      fc.property(documents, sentence, (all, text) => {
        const terms = soughtTerms(text);
        const scores = ranked(terms, holding(all, terms), all.length);
        const wholes = scores.map(({ whole }) => whole);
        expect(wholes).toEqual([...wholes].sort((a, b) => Number(b) - Number(a)));
        const backwards = ranked(terms, holding(all, terms).reverse(), all.length);
        const of = (list: typeof scores) => list.map(({ key, score }) => [key, score.toFixed(9)]).sort();
        expect(of(backwards)).toEqual(of(scores));
      }),
    ));
  it('rank no lower for one mention more in the question', () =>
    fc.assert(
      fc.property(word, sentence, (one, rest) => {
        const [twice, once] = [answer('twice', `${one} ${one} ${rest}`), answer('once', `${one} ${rest} 无关`)];
        const [best] = ranked(soughtTerms(one), [once, twice], 2);
        expect(best!.key === 'twice' || rest.includes(one)).toBe(true);
      }),
    ));
});
