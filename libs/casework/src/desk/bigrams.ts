// A letter run ends where Chinese begins, though both are letters to Unicode.
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index]! + character);
};

/**
 * What a text is found by: of a Chinese run every two neighbouring characters, of any other run the whole word; full width and capitals
 * folded. Chinese has no word breaks, so two-character words are found without a dictionary, alike in every store.
 */
export const bigrams = (...texts: readonly (string | undefined)[]): string[] => {
  const runs = texts.flatMap((text = '') => text.normalize('NFKC').toLowerCase().match(RUNS) ?? []);
  return [...new Set(runs.flatMap((run) => (HAN.test(run) ? pairsOf(run) : [run])))];
};
