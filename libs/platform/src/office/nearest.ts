/** How many letters must be put in, left out, changed or swapped with their neighbour to make one word the other. */
const distance = (a: string, b: string): number => {
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swapped ? previous[j - 2]! + 1 : Infinity));
    }
    previous = row;
    row = next;
  }
  return row[b.length]!;
};

/** The word most like the one written, or null where none is like it. */
export const nearest = (written: string, words: Iterable<string>): string | null => {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(written.length / 3)) + 1;
  for (const word of words) {
    const away = distance(written.toLowerCase(), word.toLowerCase());
    if (away < least) [best, least] = [word, away];
  }
  return best;
};
