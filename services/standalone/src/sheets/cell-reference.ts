/** The column of a cell's reference (`AB12`), from 0; -1 for none. */
export const columnOf = (reference: string | undefined): number => {
  let column = 0;
  for (const character of reference ?? '') {
    const digit = character.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column - 1;
};
