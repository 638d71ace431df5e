import { bigrams } from './bigrams.js';

it('finds two-character words, whole foreign words and numbers, however they are written', () => {
  expect(bigrams('公交车越站')).toEqual(['公交', '交车', '车越', '越站']);
  expect(bigrams('乘9路车,BRT')).toEqual(['9', '路车', 'brt']);
  expect(bigrams('ＢＲＴ')).toEqual(['brt']);
  expect(bigrams('车', undefined)).toEqual([]);
});
