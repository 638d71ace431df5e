import fc from 'fast-check';
import { excerpt, marked } from './marking.js';
import { foldedText, occurrences, soughtTerms, termsOf, tokensOf } from './search-terms.js';

const text = fc
  .array(fc.constantFrom(...'公交车卡补办路９ＡetcＥＴＣ𠮷㎞é ,。\n'), { maxLength: 60 })
  .map((all) => all.join(''));

describe('what a text is found by', () => {
  it('is every two neighbouring Chinese characters, and every single one', () =>
    expect(termsOf('公交卡')).toEqual(['公交', '交卡', '公', '交', '卡']));
  it('and whole words and numbers with their beginnings; full width and capitals folded', () =>
    expect(termsOf('ＥＴＣ')).toEqual(['etc', 'e…', 'et…', 'etc…']));
  it('each where it stands in the text as given', () =>
    fc.assert(
      fc.property(text, (given) => {
        for (const { term, from, to } of tokensOf(given)) {
          const folded = given.slice(from, to).normalize('NFKC').toLowerCase();
          expect(folded).toContain(term.replace(/…$/, ''));
        }
      }),
    ));
});

it('a term is counted as often as it stands there', () =>
  fc.assert(
    fc.property(text, text, (given, sought) => {
      const tokens = tokensOf(given);
      for (const term of [...soughtTerms(sought), ...soughtTerms(sought, true)])
        expect([term, occurrences(foldedText(given), term)]).toEqual([
          term,
          tokens.filter((token) => token.term === term).length,
        ]);
    }),
  ));

describe('what a search asks for', () => {
  it('is pairs; a single character where it stands alone', () => {
    expect(soughtTerms('公交卡')).toEqual(['公交', '交卡']);
    expect(soughtTerms('车')).toEqual(['车']);
    expect(soughtTerms('9路')).toEqual(['9', '路']);
    expect(soughtTerms('  ,。')).toEqual([]);
  });
  it('is whole words, but for the last one while it is typed', () => {
    expect(soughtTerms('ETC 办理 123')).toEqual(['etc', '办理', '123']);
    expect(soughtTerms('ETC 123', true)).toEqual(['etc', '123…']);
  });
  it('is met by any text that holds it', () =>
    fc.assert(
      fc.property(text, text, (before, sought) => {
        const terms = new Set(termsOf(`${before} ${sought}`));
        expect(soughtTerms(sought).filter((term) => !terms.has(term))).toEqual([]);
      }),
    ));
});

describe('marks', () => {
  const shown = (segments: readonly { text: string; match: boolean }[]) =>
    segments.map(({ text: part, match }) => (match ? `[${part}]` : part)).join('');

  it('stand around what was found, joined where it touches', () => {
    expect(shown(marked('公交卡丢了，公交卡怎么补办', soughtTerms('公交卡补办')))).toBe(
      '[公交卡]丢了，[公交卡]怎么[补办]',
    );
    expect(shown(marked('办理ＥＴＣ须知', soughtTerms('etc')))).toBe('办理[ＥＴＣ]须知');
    expect(shown(marked('拨打12328', soughtTerms('123', true)))).toBe('拨打[123]28');
  });
  it('leave the text as it is', () =>
    fc.assert(
      fc.property(text, text, (given, sought) => {
        const segments = marked(given, soughtTerms(sought));
        expect(segments.map(({ text: part }) => part).join('')).toBe(given);
        for (const [index, { match }] of segments.entries()) expect(match).not.toBe(segments[index + 1]?.match);
      }),
    ));
  it('choose the part of a long answer that is shown', () => {
    const long = `${'先说别的。'.repeat(60)}公交卡挂失后补办。${'再说别的。'.repeat(60)}`;
    const part = shown(excerpt(long, soughtTerms('补办')));
    expect(part).toMatch(/^….*\[补办\].*…$/);
    expect(part.length).toBeLessThan(130);
  });
});
