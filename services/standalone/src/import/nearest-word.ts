const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + (letter === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    row = next;
  }
  return row[b.length]!;
};

/** The word that differs least from the one written, or null where none is near. */
export const nearestWord = (written: string, words: Iterable<string>): string | null => {
  const near = [...new Set(words)]
    .map((word) => ({ word, away: distance(written.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.ceil(Math.max(written.length, word.length) / 3)))
    .sort((a, b) => a.away - b.away);
  return near[0]?.word ?? null;
};
