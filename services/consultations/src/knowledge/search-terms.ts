/** A piece of a text that can be searched for, and where it stands in the text as it was given (UTF-16 units, end excluded). */
export interface Token {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

interface Sign {
  readonly sign: string;
  readonly han: boolean;
  readonly from: number;
  readonly to: number;
}

const HAN = /^\p{Script=Han}$/u;
const WORD = /^[\p{L}\p{N}]$/u;
/** Longest beginning of a word that is kept: nobody types more before looking. */
const LONGEST = 12;

/** The text sign by sign, full width and capitals folded; null where a run ends. */
const signsOf = (text: string): (Sign | null)[] => {
  const signs: (Sign | null)[] = [];
  let at = 0;
  for (const character of text) {
    const [from, to] = [at, (at += character.length)];
    for (const sign of character.normalize('NFKC').toLowerCase())
      signs.push(WORD.test(sign) ? { sign, han: HAN.test(sign), from, to } : null);
  }
  return signs;
};

/** Runs of Chinese, and runs of other letters and digits: `9路车` is two. */
const runsOf = (text: string): (readonly Sign[])[] => {
  const runs: Sign[][] = [];
  let last: Sign | null = null;
  for (const sign of signsOf(text)) {
    if (sign && last?.han === sign.han) runs.at(-1)!.push(sign);
    else if (sign) runs.push([sign]);
    last = sign;
  }
  return runs;
};

const over = (signs: readonly Sign[]): Token => ({
  term: signs.map(({ sign }) => sign).join(''),
  from: signs[0]!.from,
  to: signs.at(-1)!.to,
});

const pairs = (run: readonly Sign[]): Token[] => run.slice(1).map((_, index) => over(run.slice(index, index + 2)));
const singles = (run: readonly Sign[]): Token[] => run.map((sign) => over([sign]));
/** The beginnings of a word as terms of their own, `12…`: found while it is being typed. */
const beginnings = (run: readonly Sign[]): Token[] =>
  run.slice(0, LONGEST).map((_, index) => {
    const { term, ...where } = over(run.slice(0, index + 1));
    return { term: `${term}…`, ...where };
  });

/**
 * All that a text is found by: of Chinese every two neighbouring characters and every single one, so that words are found without a
 * dictionary; of anything else whole words and their beginnings. In every store alike, since the terms are ours.
 */
export const tokensOf = (text: string): readonly Token[] =>
  runsOf(text).flatMap((run) => (run[0]!.han ? [...pairs(run), ...singles(run)] : [over(run), ...beginnings(run)]));

/** The text as terms are compared with it. */
export const foldedText = (text: string): string =>
  text.replace(/[^\u4E00-\u9FFF\0-\x7F]/gu, (character) => character.normalize('NFKC')).toLowerCase();

/** Whether a word goes on in this sign. */
const inWord = (sign: string | undefined): boolean => sign !== undefined && WORD.test(sign) && !HAN.test(sign);

/** How many tokens of a folded text are this term: what counting `tokensOf` gives, without making them. */
export const occurrences = (folded: string, term: string): number => {
  const begun = term.endsWith('…');
  const sought = begun ? term.slice(0, -1) : term;
  const chinese = HAN.test(String.fromCodePoint(sought.codePointAt(0) ?? 0));
  let count = 0;
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    const whole = chinese || (!inWord(folded[at - 1]) && (begun || !inWord(folded[at + sought.length])));
    if (whole) count += 1;
  }
  return count;
};

/** The same as terms, each once. */
export const termsOf = (...texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => tokensOf(text).map(({ term }) => term))),
];

/** A search longer than this adds nothing but work. */
const MOST_TERMS = 40;

/**
 * What a search asks for: pairs of Chinese characters, a single one only where it stands alone (`车`, the `路` of `9路`), whole words. With
 * `typing` the last word counts as the beginning of one. None for a text without letters or digits.
 */
export const soughtTerms = (text: string, typing = false): readonly string[] => {
  const runs = runsOf(text);
  const terms = runs.flatMap((run, index) => {
    if (run[0]!.han) return (run.length === 1 ? singles(run) : pairs(run)).map(({ term }) => term);
    const word = over(run.slice(0, LONGEST)).term;
    return typing && index === runs.length - 1 ? [`${word}…`] : [over(run).term];
  });
  return [...new Set(terms)].slice(0, MOST_TERMS);
};
