/** 53 bits of a text, well spread (two multiplicative 32-bit hashes); equal texts have equal ones, others hardly ever. */
export const fingerprint = (text: string): number => {
  let [one, other] = [0x9e3779b1, 0x85ebca77];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (other & 0x1fffff) * 2 ** 32 + (one >>> 0);
};

/** Which texts may have occurred twice, in 8 bytes a text; who wants to be sure looks at those again. */
export const fingerprints = () => {
  let sheet = new Float64Array(1 << 12);
  let count = 0;
  return {
    add: (text: string): void => {
      if (count === sheet.length) {
        const larger = new Float64Array(count * 2);
        larger.set(sheet);
        sheet = larger;
      }
      sheet[count++] = fingerprint(text);
    },
    repeated: (): ReadonlySet<number> => {
      const sorted = sheet.subarray(0, count).sort();
      return new Set(sorted.filter((value, at) => at > 0 && value === sorted[at - 1]));
    },
  };
};
