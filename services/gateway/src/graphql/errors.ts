import { refusalText, type Text } from '@sunlit/contracts';
import { NewerThanProgram, Refused, Unavailable, timeOrderedId, type Clock } from '@sunlit/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Refusal } from './schema.generated.js';
import { withoutValues } from './without-values.js';

/** What is logged of an unforeseen error, of which the caller gets the id alone, or (no id) of a service that was away. */
export type LogError = (id: string | null, error: unknown) => void;

/** What the log of a process offers. */
interface Logger {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** Writes to the process's log: errors of ours as errors, a service that is away as a warning. */
export const errorLog =
  (logger: Logger): LogError =>
  (id, error) =>
    id === null
      ? logger.warn({ reason: String(error) }, 'answered with unavailable')
      : logger.error({ id, error: String(error) }, 'unexpected error');

const RETRY_AFTER_SECONDS = 5;

/** graphql-js repeats what was sent, in up to 100 errors at once: an answer stays small however long a name was. */
const MOST_SAID = 400;
const shortened = (message: string): string =>
  message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)} …` : message;

/** A refusal as a member of the mutations' unions. */
export type RefusalMember = Refusal & { readonly __typename: 'Refusal' };

/** A code as offices have them. What was sent in place of one may be anything, a name or a number of somebody's too. */
const CODE = /^(?:[a-z][a-z0-9.-]{0,59}|\d{1,6})$/;
const SENT: readonly string[] = ['code', 'name', 'kind'];

/** The refusal's text in both languages, without repeating what was sent in place of a code. */
export const refusedText = ({ code, details }: Refused): Text => {
  const said = Object.entries(details).map(([name, value]) =>
    SENT.includes(name) && !CODE.test(String(value)) ? [name, '…'] : [name, value],
  );
  return refusalText(code, Object.fromEntries(said));
};

/** A refusal as members of `Refusal`. */
export const refusalMember = (refused: Refused): RefusalMember => {
  const { code, details } = refused;
  const { zh, en } = refusedText(refused);
  const field = details['field'];
  return { __typename: 'Refusal', code, textZh: zh, textEn: en, field: typeof field === 'string' ? field : null };
};

const original = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? original(error.originalError) : error;

interface Said {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

const unavailable: Said = {
  message: '服务暂时不可用,请稍后再试。 The service is unavailable for the moment: try again shortly.',
  extensions: { code: 'UNAVAILABLE', retryAfter: RETRY_AFTER_SECONDS },
};

const refused = (error: Refused): Said => {
  const { code, textZh, textEn, field } = refusalMember(error);
  return { message: `${textZh} ${textEn}`, extensions: { code, textZh, textEn, ...(field !== null && { field }) } };
};

interface Logged {
  readonly away: (error: unknown) => void;
  /** Returns the id under which it is logged. */
  readonly unforeseen: (error: unknown) => string;
}

/** What may be told of an error: refusals and GraphQL's own in full; anything else is `INTERNAL` with the id under which it is logged. */
const saidOf = (error: unknown, formatted: GraphQLFormattedError, log: Logged): Said => {
  const cause = original(error);
  if (cause instanceof Refused) return refused(cause);
  if (cause instanceof Unavailable || cause instanceof NewerThanProgram) {
    log.away(cause);
    return unavailable;
  }
  const code = formatted.extensions?.['code'];
  if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: shortened(withoutValues(formatted.message)), extensions: known(cause, code) };
  }
  const id = log.unforeseen(cause);
  return {
    message: `程序出错,编号 ${id}。 Something went wrong; it is logged as ${id}.`,
    extensions: { code: 'INTERNAL', id },
  };
};

const known = ({ extensions }: GraphQLError, code: unknown): Record<string, unknown> => ({
  code,
  ...('textZh' in extensions && { textZh: extensions['textZh'], textEn: extensions['textEn'] }),
});

/** Apollo's `formatError`: no stack, no internals. */
export const errorFormat =
  (clock: Clock, logError: LogError) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const log: Logged = {
      away: (cause) => logError(null, cause),
      unforeseen: (cause) => {
        const id = timeOrderedId(clock());
        logError(id, cause);
        return id;
      },
    };
    const { message, extensions } = saidOf(error, formatted, log);
    const { locations, path } = formatted;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };

/** Whether an answered operation met a service that is away. */
export const metUnavailable = (errors: readonly GraphQLFormattedError[] | undefined): boolean =>
  (errors ?? []).some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE');

export { RETRY_AFTER_SECONDS };
