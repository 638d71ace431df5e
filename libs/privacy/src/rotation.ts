import { inForceOf, type Check } from './check-value.js';
import { KeyStoreUnusable } from './key-store-unusable.js';
import type { RegisteringKeyStore } from './register.js';
import { wrappedBy, type Wrapping } from './wrapping.js';

/** A wrapped key by the name it is bound to: `key:<id>` or `permanent:<purpose>`. */
export interface Wrapped {
  readonly name: string;
  readonly wrapped: Buffer;
}

/** What a wrapped key is replaced with. */
export interface Rewrapped {
  readonly name: string;
  readonly from: Buffer;
  readonly to: Buffer;
}

/** What a rotation asks of the place keys lie in. */
export interface RotatedPlace {
  check(): Promise<Check>;
  /** Puts a check in place of this one, durable, unless another came first: then false. From then on nothing is kept under another master key. */
  turn(from: Check, to: Check): Promise<boolean>;
  /** Every wrapped key that is not destroyed, each once, also those added before the first page was asked for. */
  pages(): AsyncIterable<readonly Wrapped[]>;
  /** Replaces those that still are what they were, so that a key destroyed meanwhile stays destroyed; durable, nothing of the old left. */
  replace(rows: readonly Rewrapped[]): Promise<void>;
  /** Resolves when no earlier copy of a page is left that a file keeps. */
  settle(): Promise<void>;
}

/** How far a rotation is: keys seen, keys wrapped anew, keys that no master key given opens. */
export interface Rotation {
  readonly seen: number;
  readonly rewrapped: number;
  readonly unreadable: number;
}

/** A key in the clear, by the name it is bound to: `key:<id>` or `permanent:<purpose>`. For a move to another key store, in memory only. */
export interface PlainKey {
  readonly name: string;
  readonly key: Buffer;
}

/** A key store whose master key can be changed, whose keys can move to another, and whose erasures outlive its copies. */
export interface RotatableKeyStore extends RegisteringKeyStore {
  /**
   * Wraps every key that is not under the current master key with it, permanent ones and the check value too, while others take, read and
   * destroy keys; they must have both master keys already. Stopped anywhere it is harmless and is finished by calling it again: until then
   * the store opens with both master keys only. Once it resolves the previous master key may be destroyed.
   */
  rotate(onProgress?: (progress: Rotation) => void): Promise<Rotation>;
  /** Every key that is not destroyed, permanent ones too, each once. */
  all(): AsyncIterable<readonly PlainKey[]>;
}

/** A key store that takes over the keys of another. */
export interface AdoptingKeyStore extends RotatableKeyStore {
  /** Keeps these keys under their names, durable when it resolves; again is no error. Throws `KeyStoreUnusable` where a name holds another key. */
  adopt(keys: readonly PlainKey[]): Promise<void>;
}

/** Who took the lead of two rotations does not matter while they lead to the same master key. */
const begin = async (place: RotatedPlace, wrapping: Wrapping): Promise<Check> => {
  for (;;) {
    const check = await place.check();
    const by = wrappedBy(check.wrapped);
    if (by === wrapping.current) return check;
    if (check.previous)
      throw new KeyStoreUnusable(
        `A rotation to the master key ${by} is not finished: finish it first, with that one as the current master key.\n` +
          `轮换到主密钥 ${by} 尚未完成:请先以该密钥为当前主密钥完成轮换。`,
      );
    const value = wrapping.unwrap('check', check.wrapped);
    const next = { wrapped: wrapping.wrap(wrapping.current, 'check', value), previous: check.wrapped };
    if (await place.turn(check, next)) return next;
  }
};

const rewrappedUnder = (wrapping: Wrapping, { name, wrapped }: Wrapped): Rewrapped | null => {
  try {
    return { name, from: wrapped, to: wrapping.wrap(wrapping.current, name, wrapping.unwrap(name, wrapped)) };
  } catch {
    return null;
  }
};

/** Does what `RotatableKeyStore.all` promises, on a place. */
export async function* allKeys(
  place: Pick<RotatedPlace, 'pages'>,
  unwrap: (name: string, wrapped: Buffer) => Buffer,
): AsyncGenerator<readonly PlainKey[]> {
  for await (const page of place.pages()) yield page.map(({ name, wrapped }) => ({ name, key: unwrap(name, wrapped) }));
}

/** Does what `RotatableKeyStore.rotate` promises, on a place; `where` is shown in errors. */
export const rotated = async (
  place: RotatedPlace,
  wrapping: Wrapping,
  where: string,
  onProgress: (progress: Rotation) => void = () => undefined,
): Promise<Rotation> => {
  inForceOf(await place.check(), wrapping, where);
  const check = await begin(place, wrapping);
  let progress: Rotation = { seen: 0, rewrapped: 0, unreadable: 0 };
  for await (const page of place.pages()) {
    const due = page.filter(({ wrapped }) => wrappedBy(wrapped) !== wrapping.current);
    const rows = due.map((row) => rewrappedUnder(wrapping, row)).filter((row) => row !== null);
    if (rows.length > 0) await place.replace(rows);
    progress = {
      seen: progress.seen + page.length,
      rewrapped: progress.rewrapped + rows.length,
      unreadable: progress.unreadable + due.length - rows.length,
    };
    onProgress(progress);
  }
  // Said to be finished only once nothing is left, and then nothing of the check before either.
  await place.settle();
  if (check.previous) await place.turn(check, { wrapped: check.wrapped, previous: null });
  await place.settle();
  return progress;
};

/** What to tell whoever asked for a rotation that is finished. */
export const rotationText = ({ rewrapped, unreadable }: Rotation): string => {
  const lost = { en: '', zh: '' };
  if (unreadable > 0) {
    lost.en = ` ${unreadable} keys could be read under neither master key; they stay as they are.`;
    lost.zh = `有 ${unreadable} 个密钥用两个主密钥都无法读取,保持原样。`;
  }
  return (
    `Wrapped anew: ${rewrapped} keys.${lost.en} Start every process without the previous master key, then destroy it and its backups.\n` +
    `已重新加密 ${rewrapped} 个密钥。${lost.zh}请让所有进程不再使用旧主密钥并重启,然后销毁旧主密钥及其备份。`
  );
};
