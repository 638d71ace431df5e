import type { AdoptingKeyStore, RotatableKeyStore } from '@sunlit/privacy';

/**
 * Copies every key that is not destroyed, wrapped anew under the target's master key, and the register of those that are; what a stopped move
 * has copied is met again. Gives how many keys there are. Throws `KeyStoreUnusable` where the target has other keys under the same names.
 */
export const moveKeys = async (
  from: Pick<RotatableKeyStore, 'all' | 'register'>,
  to: Pick<AdoptingKeyStore, 'adopt' | 'apply'>,
  onProgress: (keys: number) => void = () => undefined,
): Promise<number> => {
  let moved = 0;
  for await (const page of from.all()) {
    await to.adopt(page);
    moved += page.length;
    onProgress(moved);
  }
  for await (const page of from.register()) await to.apply(page);
  return moved;
};
