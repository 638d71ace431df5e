import { personalFields, type CommandTable, type Part } from '@sunlit/contracts';
import {
  Refused,
  type Envelope,
  type Json,
  type JsonObject,
  type KeyStore,
  type Prepared,
  type StoredEvent,
} from '@sunlit/kernel';
import { commandDigest, isBox, sealCommand, type SealingKey } from '@sunlit/privacy';

/** The id of the case's key: the caller's, in the box every first event has. */
export const caseKeyId = (history: readonly Pick<StoredEvent, 'data'>[]): string | null => keyIn(history[0], 'caller');

const keyIn = (event: Pick<StoredEvent, 'data'> | undefined, part: Part): string | null => {
  const found = (event?.data as JsonObject | undefined)?.[part];
  return isBox(found) ? found.key : null;
};

/** The id of the key that part of a case lies under, as the log says; null for one without a box. */
export const keyIdOf = (part: Part, history: readonly StoredEvent[]): string | null => {
  for (const event of history) {
    const found = keyIn(event, part);
    if (found) return found;
  }
  return null;
};

const erasedIn = (part: string, history: readonly StoredEvent[]): boolean =>
  history.some(
    ({ type, data }) => type === 'PersonalDataErased' && (data['parts'] as readonly string[]).includes(part),
  );

type Keys = Pick<KeyStore, 'get' | 'take'>;

/** The key a part of this case is sealed under; `Refused('Erased')` once it was erased: that part takes no new personal data. */
const keyOf = async (keys: Keys, part: Part, history: readonly StoredEvent[]): Promise<SealingKey> => {
  if (erasedIn(part, history)) throw new Refused('Erased');
  const id = keyIdOf(part, history);
  if (!id) return keys.take();
  const [key] = await keys.get([id]);
  if (!key) throw new Refused('Erased');
  return { id, key };
};

/** What two tellings of one command must agree in. */
const bodyOf = ({ type, data, occurredAt }: Envelope): Json =>
  ({ type, data, ...(occurredAt && { occurredAt }) }) as unknown as Json;

const isPersonal = (commands: CommandTable, { type, data }: Envelope): boolean =>
  personalFields(commands[type]!).some(({ path, always }) => always || (data[path[0]!] ?? null) !== null);

/** A command made ready; with the case's key where something was sealed under it. */
export interface Sealed extends Prepared {
  readonly caseKey?: SealingKey;
}

/** Seals what is marked personal in the commands of one service. */
export const sealing = (commands: CommandTable, keys: Keys) => ({
  /** The data with boxes, and the digest: keyed where there is personal data. */
  seal: async (envelope: Envelope, data: JsonObject, history: readonly StoredEvent[]): Promise<Sealed> => {
    const fields = personalFields(commands[envelope.type]!);
    const sealed = await sealCommand({ data, fields, keyOf: (part) => keyOf(keys, part as Part, history) });
    if (!isPersonal(commands, envelope)) return { data: sealed.data, digest: commandDigest(bodyOf(envelope)) };
    const own = sealed.keys['caller'];
    const caseKey = own ?? (await caseKeyOr(keys, history)) ?? Object.values(sealed.keys)[0];
    const digest = commandDigest(bodyOf(envelope), caseKey?.key);
    return { data: sealed.data, digest, ...(own && { caseKey: own }) };
  },
  /** Whether the command has the digest of the one recorded; null where its key is gone. */
  same: async (envelope: Envelope, recorded: StoredEvent, history: readonly StoredEvent[]): Promise<boolean | null> => {
    if (!isPersonal(commands, envelope)) return commandDigest(bodyOf(envelope)) === recorded.meta.digest;
    const key = await caseKeyOr(keys, history);
    return key ? commandDigest(bodyOf(envelope), key.key) === recorded.meta.digest : null;
  },
});

/** The case's key, or null where it is destroyed. */
export const caseKeyOr = async (
  keys: Pick<KeyStore, 'get'>,
  history: readonly StoredEvent[],
): Promise<SealingKey | null> => {
  const id = caseKeyId(history);
  const [key] = id ? await keys.get([id]) : [];
  return id && key ? { id, key } : null;
};
