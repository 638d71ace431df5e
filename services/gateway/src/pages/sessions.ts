import { Refused } from '@sunlit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_SECONDS } from '../sign-in/tokens.js';

const COOKIE = 'sunlit_session';

/** The session's token of the pages' cookie. GraphQL never reads it: other sites cannot make it act. */
export const sessionOf = ({ headers }: FastifyRequest): string | undefined => {
  const found = (headers.cookie ?? '').split(/; */).find((part) => part.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) || undefined;
};

const cookie = ({ protocol }: FastifyRequest, value: string, seconds: number): string =>
  `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${protocol === 'https' ? '; Secure' : ''}`;

/** Keeps the token in the browser until it expires. */
export const openSession = (request: FastifyRequest, reply: FastifyReply, token: string): void =>
  void reply.header('set-cookie', cookie(request, token, SESSION_SECONDS));

/** Forgets it. */
export const endSession = (request: FastifyRequest, reply: FastifyReply): void =>
  void reply.header('set-cookie', cookie(request, '', 0));

/** A form of ours, not another site's: by what the browser says of where it comes from. `Refused('NotAllowed')` else. */
export const checkOwnForm = ({ headers, host }: FastifyRequest): void => {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const own = site === undefined ? origin === undefined || URL.parse(origin)?.host === host : site === 'same-origin';
  if (!own) throw new Refused('NotAllowed');
};
