import {
  NewerThanProgram,
  categoryOf,
  occurredAt,
  type JsonObject,
  type PublicEvent,
  type StoredEvent,
} from '@sunlit/kernel';

/**
 * What a service tells others of its facts; null for one that stays private. Pure: what it throws stops the bus, `NewerThanProgram` for a type
 * it does not know among others.
 */
export interface PublicMapping {
  readonly service: string;
  readonly toPublic: (event: StoredEvent) => { readonly type: string; readonly data: JsonObject } | null;
}

/** The mapping of each category that has public events. */
export type PublicMappings = Readonly<Record<string, PublicMapping>>;

const mapped = (event: StoredEvent, { service, toPublic }: PublicMapping): ReturnType<PublicMapping['toPublic']> => {
  try {
    return toPublic(event);
  } catch (cause) {
    if (cause instanceof NewerThanProgram) throw cause;
    const where = `${event.type} at ${event.stream} revision ${event.revision}`;
    throw new Error(`${service} cannot say ${where} publicly: its mapping to public events failed.`, { cause });
  }
};

/** The public event of a private one, or null: its envelope is made here, so that no mapping can let an account out. */
export const publicEventOf = (mappings: PublicMappings, event: StoredEvent): PublicEvent | null => {
  const category = categoryOf(event.stream);
  const mapping = Object.hasOwn(mappings, category) ? mappings[category] : undefined;
  const said = mapping && mapped(event, mapping);
  if (!said) return null;
  const { unit } = event.meta.by;
  return {
    id: event.id,
    source: mapping.service,
    type: said.type,
    subject: event.stream,
    sequence: event.revision,
    time: occurredAt(event),
    stated: event.meta.occurredAt !== undefined,
    recordedat: event.meta.recordedAt,
    ...(unit !== undefined && { unit }),
    ...(event.meta.trace !== undefined && { trace: event.meta.trace }),
    data: said.data,
  };
};

/** The mappings of these services alone. */
export const mappingsOf = (mappings: PublicMappings, services: readonly string[]): PublicMappings =>
  Object.fromEntries(Object.entries(mappings).filter(([, { service }]) => services.includes(service)));
