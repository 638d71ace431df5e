/** The hook and the switch of a store that is to stop after its n-th write: for fixtures of the contract suite. */
export const stopper = () => {
  let left: number | null = null;
  return {
    wrote: (): void => {
      if (left !== null && --left <= 0) throw new Error('Stopped by the test.');
    },
    stopAfter: (writes: number | null): void => {
      left = writes;
    },
  };
};
