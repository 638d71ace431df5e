import {
  casePublicForm,
  checkOfficialTexts,
  checkedMoment,
  parsedData,
  tokenOf,
  withInstantsOf,
  type Rules,
} from '@sunlit/casework';
import { contactPublicEvents, invalidContactCommands, type ContactOperations } from '@sunlit/contracts';
import { Refused, digestOf, handler, isUuid, type Envelope, type JsonObject } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { contact } from './contact.decider.js';
import type { ContactFact } from './contact.events.js';

const CATEGORY = 'contact';

const bodyOf = ({ type, data, occurredAt }: Envelope): JsonObject =>
  ({ type, data, ...(occurredAt && { occurredAt }) }) as unknown as JsonObject;

const streamOf = ({
  commandId,
  stream = `${CATEGORY}-${commandId}`,
}: {
  commandId: string;
  stream?: string;
}): string => {
  if (!isUuid(commandId))
    throw new Refused('InvalidInput', { field: 'commandId', problem: 'is no UUID in lower case' });
  if (!stream.startsWith(`${CATEGORY}-`) || !isUuid(stream.slice(CATEGORY.length + 1)))
    throw new Refused('InvalidInput', { field: 'stream', problem: `is no ${CATEGORY}-<uuid>` });
  return stream;
};

/** What others may know of such a contact. */
export const contactPublic = casePublicForm<ContactFact['type']>(contactPublicEvents);

/** Answers the commands of contacts that open no matter. */
export const invalidContacts = (
  { store, clock, office }: Pick<ServiceContext, 'store' | 'clock' | 'office'>,
  rules: Rules,
): ContactOperations['contact'] => {
  const allowed = office.sources.flatMap(({ phone }) => phone ?? []);
  const handle = handler({
    decider: contact(rules),
    store,
    clock,
    prepare: async (envelope) => ({
      data: parsedData(invalidContactCommands, envelope),
      digest: digestOf(bodyOf(envelope)),
    }),
    sameCommand: async (envelope, recorded) => digestOf(bodyOf(envelope)) === recorded.meta.digest,
  });
  return async (payload) => {
    const data = parsedData(invalidContactCommands, payload);
    const texts = ['reason', 'callId'].flatMap((name) => {
      const text = data[name];
      return typeof text === 'string' ? [[name, text] as const] : [];
    });
    checkOfficialTexts(texts, allowed);
    const { occurredAt: _, ...rest } = payload;
    const moment = checkedMoment(payload);
    const given = withInstantsOf(data, payload.data) as JsonObject;
    const stated = moment && { occurredAt: moment };
    const outcome = await handle({ ...rest, data: given, stream: streamOf(payload), ...stated });
    return { ...outcome, token: tokenOf('consultations', outcome.position) };
  };
};
