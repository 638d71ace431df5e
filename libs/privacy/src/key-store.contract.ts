import type { KeyStore } from '@sunlit/kernel';

/** One place keys lie in, as an adapter's spec provides it. */
export interface KeyStorePlace {
  /** Opens a store on the place; several may be open at once, as in several threads or processes. */
  open(): Promise<KeyStore>;
  /** Copies the place as a backup does; the function given back puts the copy in place again. No store is open at either moment. */
  backup(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const take = (store: KeyStore, count: number) => Promise.all(Array.from({ length: count }, () => store.take()));

/** What every key store promises. `make` gives an empty place; batches in it should be small enough that 300 takes need several. */
export const keyStoreContract = (name: string, make: () => Promise<KeyStorePlace>): void => {
  describe(`${name} as a key store`, () => {
    let place: KeyStorePlace;
    const opened: KeyStore[] = [];
    const open = async (): Promise<KeyStore> => {
      const store = await place.open();
      opened.push(store);
      return store;
    };
    const closeAll = async (): Promise<void> => {
      for (const store of opened.splice(0)) await store.close();
    };
    beforeEach(async () => {
      place = await make();
    });
    afterEach(async () => {
      await closeAll();
      await place.remove();
    });

    it('gives keys of 32 bytes that nobody has, to many callers at once and in several holders', async () => {
      const [one, other] = [await open(), await open()];
      const taken = (await Promise.all([take(one, 300), take(other, 300), take(one, 300)])).flat();
      expect(new Set(taken.map(({ id }) => id)).size).toBe(900);
      expect(new Set(taken.map(({ key }) => key.toString('hex'))).size).toBe(900);
      expect(taken.every(({ key }) => key.length === 32)).toBe(true);
    });

    it('has every key durable before it gives it out', async () => {
      const store = await open();
      const taken = await take(store, 300);
      const other = await open();
      expect(await other.get(taken.map(({ id }) => id))).toEqual(taken.map(({ key }) => key));
    });

    it('never gives a key out again after it was opened anew', async () => {
      const before = await take(await open(), 50);
      await closeAll();
      const after = await take(await open(), 300);
      const ids = new Set(before.map(({ id }) => id));
      expect(after.filter(({ id }) => ids.has(id))).toEqual([]);
    });

    it('reads keys in the order asked, repeated ones too, null for an unknown one', async () => {
      const store = await open();
      const [a, b] = await take(store, 2);
      expect(await store.get([b!.id, 'unknown', a!.id, b!.id])).toEqual([b!.key, null, a!.key, b!.key]);
      expect(await store.get([])).toEqual([]);
    });

    it('destroys keys for good, for every holder at once, and no other', async () => {
      const [store, other] = [await open(), await open()];
      const [a, b] = await take(store, 2);
      expect(await other.get([a!.id])).toEqual([a!.key]);
      await store.destroy([a!.id], 7);
      expect(await other.get([a!.id, b!.id])).toEqual([null, b!.key]);
      await closeAll();
      expect(await (await open()).get([a!.id, b!.id])).toEqual([null, b!.key]);
    });

    it('destroys again, or what it never had, without an error', async () => {
      const store = await open();
      const { id } = await store.take();
      await store.destroy([id, id, 'unknown'], 3);
      await store.destroy([id], 3);
      expect(await store.get([id, 'unknown'])).toEqual([null, null]);
    });

    it('keeps how far erasures are done, which never goes back', async () => {
      const store = await open();
      expect(await store.destroyedUpTo()).toBe(0);
      const [a, b] = await take(store, 2);
      await store.destroy([a!.id], 41);
      await store.destroy([], 2 ** 40);
      await store.destroy([b!.id], 12);
      await closeAll();
      const again = await open();
      expect(await again.destroyedUpTo()).toBe(2 ** 40);
      expect(await again.get([a!.id, b!.id])).toEqual([null, null]);
    });

    it('has one permanent key a purpose, the same for every holder and after opening anew', async () => {
      const [store, other] = [await open(), await open()];
      const [lookup, same] = await Promise.all([store.permanent('lookup'), other.permanent('lookup')]);
      const digest = await store.permanent('digest');
      expect(lookup.length).toBe(32);
      expect(same).toEqual(lookup);
      expect(digest).not.toEqual(lookup);
      await closeAll();
      expect(await (await open()).permanent('lookup')).toEqual(lookup);
    });

    it('restored from a copy knows how far it was, and erases again', async () => {
      const before = await open();
      const taken = await take(before, 3);
      const ids = taken.map(({ id }) => id);
      await before.destroy([ids[0]!], 5);
      await closeAll();
      const restore = await place.backup();
      await (await open()).destroy([ids[1]!], 9);
      await closeAll();
      await restore();
      const restored = await open();
      expect(await restored.destroyedUpTo()).toBe(5);
      expect(await restored.get(ids)).toEqual([null, taken[1]!.key, taken[2]!.key]);
      await restored.destroy([ids[1]!], 9);
      expect(await restored.get(ids)).toEqual([null, null, taken[2]!.key]);
      expect(await restored.destroyedUpTo()).toBe(9);
    });
  });
};
