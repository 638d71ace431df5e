import { unwrapped } from '../check-value.js';
import { KeyStoreUnusable } from '../key-store-unusable.js';
import type { PlainKey } from '../rotation.js';
import type { Wrapping } from '../wrapping.js';
import type { KeyCollection } from './key-collection.js';

interface Adopting {
  readonly wrapping: Wrapping;
  readonly place: string;
  readonly inForce: () => Promise<string>;
}

const another = (name: string, place: string): KeyStoreUnusable =>
  new KeyStoreUnusable(
    `The key store ${place} has another key as ${name} already: keys move into an empty one, before any service was started on it.\n` +
      `密钥库 ${place} 中 ${name} 已是另一个密钥:请迁移到空库,且在迁移之前不要在其上启动服务。`,
  );

/** Does what `AdoptingKeyStore.adopt` promises. */
export const adopted = async (
  collection: KeyCollection,
  { wrapping, place, inForce }: Adopting,
  keys: readonly PlainKey[],
): Promise<void> => {
  const by = await inForce();
  const there = await collection.find(keys.map(({ name }) => name));
  for (const { name, key } of keys) {
    const known = there.get(name);
    if (known && !unwrapped(wrapping, name, known, place).equals(key)) throw another(name, place);
  }
  const missing = keys.filter(({ name }) => !there.has(name));
  if (missing.length > 0)
    await collection.add(missing.map(({ name, key }) => ({ name, wrapped: wrapping.wrap(by, name, key) })));
};
