import type { AdoptingKeyStore, RotatableKeyStore } from '@sunlit/privacy';

/**
 * Copies every key that is not destroyed, wrapped anew under the target's master key; what a stopped move has copied is met again. Gives how
 * many there are. Throws `KeyStoreUnusable` where the target has other keys under the same names.
 */
export const moveKeys = async (
  from: Pick<RotatableKeyStore, 'all'>,
  to: Pick<AdoptingKeyStore, 'adopt'>,
  onProgress: (keys: number) => void = () => undefined,
): Promise<number> => {
  let moved = 0;
  for await (const page of from.all()) {
    await to.adopt(page);
    moved += page.length;
    onProgress(moved);
  }
  return moved;
};
