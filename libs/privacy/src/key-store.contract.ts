import type { KeyStore } from '@sunlit/kernel';
import { KeyStoreUnusable } from './key-store-unusable.js';
import type { Erasure } from './register.js';
import type { RotatableKeyStore, Rotation } from './rotation.js';
import type { MasterKeys } from './wrapping.js';

/** One place keys lie in, as an adapter's spec provides it. */
export interface KeyStorePlace {
  /** Opens a store on the place; several may be open at once, as in several threads or processes. */
  open(masterKeys: MasterKeys): Promise<RotatableKeyStore>;
  /** Where holders keep keys they have read: lets the minute pass for which they may. */
  passMinute?(): void;
  /** Copies the place as a backup does; the function given back puts the copy in place again. No store is open at either moment. */
  backup(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const [first, second, third] = [7, 8, 9].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const alone = (current: Buffer): MasterKeys => ({ current, previous: [] });
const rotating: MasterKeys = { current: second, previous: [first] };

const take = (store: KeyStore, count: number) => Promise.all(Array.from({ length: count }, () => store.take()));

/** What every key store promises. `make` gives an empty place; batches in it should be small enough that 300 takes need several. */
export const keyStoreContract = (name: string, make: () => Promise<KeyStorePlace>): void => {
  describe(`${name} as a key store`, () => {
    let place: KeyStorePlace;
    const opened: KeyStore[] = [];
    const open = async (masterKeys = alone(first)): Promise<RotatableKeyStore> => {
      const store = await place.open(masterKeys);
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

    it('destroys keys for good, at once for who destroys and soon for every holder, and no other', async () => {
      const [store, other] = [await open(), await open()];
      const [a, b] = await take(store, 2);
      expect(await other.get([a!.id])).toEqual([a!.key]);
      await store.destroy([a!.id], 7);
      expect(await store.get([a!.id, b!.id])).toEqual([null, b!.key]);
      place.passMinute?.();
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

    describe('with a register of erasures', () => {
      const registerOf = async (store: RotatableKeyStore) => {
        const all: Erasure[] = [];
        for await (const page of store.register()) all.push(...page);
        return all;
      };
      const keysIn = async (store: RotatableKeyStore) => (await registerOf(store)).map(({ key }) => key).sort();

      it('has every destroyed key in it once, with the first position it was destroyed at, and no other', async () => {
        const store = await open();
        const [a, b] = await take(store, 3);
        await store.destroy([a!.id], 5);
        await store.destroy([b!.id, a!.id, b!.id, 'never here'], 9);
        await closeAll();
        const register = await registerOf(await open());
        expect(register.map(({ key, position }) => [key, position]).sort()).toEqual(
          [
            [a!.id, 5],
            [b!.id, 9],
            ['never here', 9],
          ].sort(),
        );
        expect(new Set(register.map(({ log }) => log)).size).toBe(1);
      });

      it('holds many, each once', async () => {
        const store = await open();
        const taken = await take(store, 700);
        await store.destroy(
          taken.slice(0, 650).map(({ id }) => id),
          1,
        );
        expect(await keysIn(store)).toEqual(
          taken
            .slice(0, 650)
            .map(({ id }) => id)
            .sort(),
        );
      });

      it('brings nobody back in a copy from before the erasure once the newest register is applied', async () => {
        const store = await open();
        const taken = await take(store, 3);
        const ids = taken.map(({ id }) => id);
        await closeAll();
        const restore = await place.backup();
        const later = await open();
        await later.destroy([ids[1]!], 90);
        const newest = await registerOf(later);
        await closeAll();
        await restore();
        const [restored, other] = [await open(), await open()];
        expect(await restored.get(ids)).toEqual(taken.map(({ key }) => key));
        expect(await restored.apply(newest)).toBe(1);
        place.passMinute?.();
        for (const holder of [restored, other])
          expect(await holder.get(ids)).toEqual([taken[0]!.key, null, taken[2]!.key]);
        expect(await restored.apply(newest)).toBe(0);
        expect(await registerOf(restored)).toEqual(newest);
        expect(await restored.destroyedUpTo()).toBe(0);
      });

      it('is written before the keys are destroyed, by several at once as by one', async () => {
        const [one, other] = [await open(), await open()];
        const ids = (await take(one, 20)).map(({ id }) => id);
        await Promise.all([one.destroy(ids, 4), other.destroy(ids, 4), other.apply([])]);
        expect(await keysIn(one)).toEqual([...ids].sort());
        expect(await other.get(ids)).toEqual(ids.map(() => null));
      });
    });

    it('is refused with another master key, and says what to do', async () => {
      const [{ id, key }] = (await take(await open(), 1)) as [{ id: string; key: Buffer }];
      await expect(place.open(alone(second))).rejects.toThrow(KeyStoreUnusable);
      await expect(place.open(alone(second))).rejects.toThrow(/backup[^]*备份/);
      await expect(place.open(alone(Buffer.alloc(16)))).rejects.toThrow(RangeError);
      expect(await (await open()).get([id])).toEqual([key]);
    });

    describe('rotating its master key', () => {
      const ids = (taken: readonly { readonly id: string }[]) => taken.map(({ id }) => id);
      const keysOf = (taken: readonly { readonly key: Buffer }[]) => taken.map(({ key }) => key);

      it('keeps every key, and needs the previous master key no more', async () => {
        const before = await open();
        const taken = await take(before, 300);
        const permanent = await before.permanent('lookup');
        await before.destroy([taken[0]!.id], 4);
        await closeAll();
        const reports: Rotation[] = [];
        const done = await (await open(rotating)).rotate((progress) => reports.push(progress));
        expect(done.rewrapped).toBeGreaterThanOrEqual(300);
        expect(done.unreadable).toBe(0);
        expect(reports.at(-1)).toEqual(done);
        await closeAll();
        const after = await open(alone(second));
        expect(await after.get(ids(taken))).toEqual([null, ...keysOf(taken).slice(1)]);
        expect(await after.permanent('lookup')).toEqual(permanent);
        expect(await after.destroyedUpTo()).toBe(4);
        await expect(place.open(alone(first))).rejects.toThrow(KeyStoreUnusable);
      });

      it('has nothing to do a second time', async () => {
        await take(await open(), 10);
        const store = await open(rotating);
        await store.rotate();
        expect(await store.rotate()).toMatchObject({ rewrapped: 0, unreadable: 0 });
      });

      it('loses nothing that is taken, made or destroyed meanwhile by others', async () => {
        const [rotator, other] = [await open(rotating), await open(rotating)];
        const taken = await take(other, 200);
        const doomed = taken.splice(0, 20);
        const destroying = doomed.map(
          ({ id }, n) =>
            async () =>
              other.destroy([id], n),
        );
        const [, meanwhile, permanent] = await Promise.all([
          rotator.rotate(),
          take(other, 300),
          other.permanent('made meanwhile'),
          ...destroying.map((destroy) => destroy()),
        ]);
        await closeAll();
        const after = await open(alone(second));
        expect(await after.get(ids([...taken, ...meanwhile]))).toEqual(keysOf([...taken, ...meanwhile]));
        expect(await after.get(ids(doomed))).toEqual(doomed.map(() => null));
        expect(await after.permanent('made meanwhile')).toEqual(permanent);
      });

      it('stopped anywhere opens with both master keys alone, and is finished by doing it again', async () => {
        const taken = await take(await open(), 700);
        await closeAll();
        for (let stop = 1, finished = false; !finished; stop++) {
          let pages = 0;
          const store = await open(rotating);
          const stopping = store.rotate(() => {
            if (++pages === stop) throw new Error('stopped here');
          });
          finished = await stopping.then(
            () => true,
            () => false,
          );
          expect(await store.get(ids(taken))).toEqual(keysOf(taken));
          await closeAll();
          if (!finished) await expect(place.open(alone(second))).rejects.toThrow(/not finished[^]*尚未完成/);
          await expect(place.open(alone(first))).rejects.toThrow(KeyStoreUnusable);
        }
        expect(await (await open(alone(second))).get(ids(taken))).toEqual(keysOf(taken));
      });

      it('is not begun before it is asked for: processes get the new master key one after another', async () => {
        const [behind, ahead] = [await open(), await open(rotating)];
        const taken = await take(ahead, 100);
        expect(await behind.get(ids(taken))).toEqual(keysOf(taken));
      });

      it('leaves who has the previous master key only without new keys, not with wrong ones', async () => {
        const behind = await open();
        await take(behind, 1);
        const rotator = await open(rotating);
        await rotator.rotate();
        const given: { id: string; key: Buffer }[] = [];
        const refused = await (async () => {
          for (;;) given.push(await behind.take());
        })().catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(KeyStoreUnusable);
        expect(await rotator.get(ids(given))).toEqual(keysOf(given));
        const [fresh] = await take(rotator, 1);
        await expect(behind.get([fresh!.id])).rejects.toThrow(KeyStoreUnusable);
      });

      it('goes on from one to the next', async () => {
        const taken = await take(await open(), 5);
        await (await open(rotating)).rotate();
        await (await open({ current: third, previous: [second] })).rotate();
        await closeAll();
        expect(await (await open(alone(third))).get(ids(taken))).toEqual(keysOf(taken));
        await expect(place.open(rotating)).rejects.toThrow(KeyStoreUnusable);
      });
    });
  });
};
