import { Unavailable } from '@sunlit/kernel';

/** Codes of the protocol after which trying again changes nothing. */
const PERMANENT: Readonly<Record<string, string>> = {
  MESSAGE_TOO_LARGE: "let the topic take larger messages (max.message.bytes), at least as large as the store's events",
  RECORD_LIST_TOO_LARGE:
    "let the topic take larger messages (max.message.bytes), at least as large as the store's events",
  TOPIC_AUTHORIZATION_FAILED: 'give this user the right to the topic',
  GROUP_AUTHORIZATION_FAILED: 'give this user the right to the group',
  CLUSTER_AUTHORIZATION_FAILED:
    'give this user the right to create topics and to write idempotently, or create the topics',
  SASL_AUTHENTICATION_FAILED: 'check user and password',
  UNSUPPORTED_SASL_MECHANISM: "choose one of the broker's SASL mechanisms",
  INVALID_TOPIC_EXCEPTION: 'choose a prefix and service names of letters, digits, dots and hyphens',
  INVALID_REPLICATION_FACTOR: 'configure no more replicas than there are brokers',
  INVALID_PARTITIONS: 'configure at least one partition',
  POLICY_VIOLATION: "ask who set the broker's policy for topics, or create the topic by hand",
};

/** The error's protocol code, its own or of what caused it; the name of an authentication error stands for one. */
const codesOf = (error: unknown): readonly string[] => {
  const codes: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'KafkaJSSASLAuthenticationError') codes.push('SASL_AUTHENTICATION_FAILED');
    if ('type' in at && typeof at.type === 'string') codes.push(at.type);
    if ('errors' in at && Array.isArray(at.errors)) codes.push(...at.errors.flatMap(codesOf));
  }
  return codes;
};

export const hasCode = (error: unknown, code: string): boolean => codesOf(error).includes(code);

/** A topic as it stands cannot be used: trying again changes nothing. */
export class TopicUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TopicUnusable';
  }
}

/** Our error for one of the driver's: `Unavailable` unless trying again cannot help. */
export const asOurs = (what: string, cause: unknown): Error => {
  if (cause instanceof Unavailable || cause instanceof TopicUnusable) return cause;
  const code = codesOf(cause).find((known) => Object.hasOwn(PERMANENT, known));
  if (code !== undefined) return new Error(`Kafka refuses ${what} (${code}): ${PERMANENT[code]}.`, { cause });
  const why = cause instanceof Error ? cause.message : 'for no stated reason';
  return new Unavailable(`Kafka cannot be reached ${what}: ${why}`, { cause });
};

/** The work's outcome, or `Unavailable` once so many milliseconds are over; the work itself is not stopped. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`Kafka did not answer ${what} within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
