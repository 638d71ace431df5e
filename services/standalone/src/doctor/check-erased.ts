import type { KeyStore, StoredEvent } from '@sunlit/kernel';
import type { Find } from './doctor.types.js';

/** An erasure of the log: where it stands and the ids of the keys it takes away. */
export interface Erasure {
  readonly where: string;
  readonly position: number;
  readonly keys: readonly string[];
}

const PAGE = 500;

/** The erasure an event is; null for any other. */
export const erasureIn = ({ type, data, stream, revision, position }: StoredEvent): Erasure | null =>
  type === 'PersonalDataErased'
    ? { where: `${stream}@${revision}`, position, keys: data['keys'] as readonly string[] }
    : null;

/**
 * I12: no key is left that an erasure took away, as far as erasures are done in this key store. Gives how many of the log's are yet to be done:
 * the worker destroys keys a moment after the event.
 */
export const checkErased = async (
  keys: Pick<KeyStore, 'get' | 'destroyedUpTo'>,
  erasures: readonly Erasure[],
  find: Find,
): Promise<number> => {
  const done = await keys.destroyedUpTo();
  const over = erasures.filter(({ position }) => position <= done);
  const all = over.flatMap(({ where, keys: ids }) => ids.map((id) => ({ where, id })));
  for (let from = 0; from < all.length; from += PAGE) {
    const page = all.slice(from, from + PAGE);
    const found = await keys.get(page.map(({ id }) => id));
    for (const [at, { where, id }] of page.entries())
      if (found[at])
        find({
          invariant: 'I12',
          where,
          expected: null,
          found: id,
          text: {
            zh: `${where}:应已销毁的密钥 ${id} 仍在密钥库中。请检查密钥库是否由旧备份恢复;启动服务会再次销毁。`,
            en: `${where}: the key ${id} it destroyed is still in the key store. Was that restored from an older backup? Serving destroys it again.`,
          },
        });
  }
  return erasures.length - over.length;
};
