import type { BusBatch } from '@sunlit/kernel';

interface Offer {
  readonly batch: BusBatch;
  /** To be told whether the subscriber dealt with it. */
  readonly answer: (dealtWith: boolean) => void;
}

/** Where the driver's batches wait for the one who iterates, one at a time. */
export const handover = () => {
  const offers: Offer[] = [];
  let arrived = (): void => undefined;

  const offer = (batch: BusBatch, answer: Offer['answer']): Offer => {
    const made = { batch, answer };
    offers.push(made);
    arrived();
    return made;
  };

  return {
    /** Leaves a batch that nobody waits for. */
    leave: (batch: BusBatch): void => void offer(batch, () => undefined),
    /** Leaves a batch; `done` says whether it was dealt with. `withdraw` takes it back unless it was taken. */
    hand: (batch: BusBatch): { readonly done: Promise<boolean>; readonly withdraw: () => void } => {
      let made: Offer;
      const done = new Promise<boolean>((resolve) => (made = offer(batch, resolve)));
      const withdraw = (): void => {
        const at = offers.indexOf(made);
        if (at >= 0) offers.splice(at, 1);
      };
      return { done, withdraw };
    },
    /** The next batch, waiting for it until the signal aborts: then null. */
    take: async (signal: AbortSignal): Promise<Offer | null> => {
      while (offers.length === 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          const go = (): void => {
            signal.removeEventListener('abort', go);
            resolve();
          };
          arrived = go;
          signal.addEventListener('abort', go);
        });
      return signal.aborted ? null : (offers.shift() ?? null);
    },
    /** Takes back all that was not taken. */
    clear: (): void => offers.splice(0).forEach(({ answer }) => answer(false)),
  };
};

export type Handover = ReturnType<typeof handover>;
