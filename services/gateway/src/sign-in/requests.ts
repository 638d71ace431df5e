import type { Viewer } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { PublicPart } from '@sunlit/platform';
import { GraphQLError } from 'graphql';
import type { FastifyRequest } from 'fastify';
import type { Gateway } from '../gateway.types.js';
import { refusalMember } from '../graphql/errors.js';
import { PUBLIC_VIEWER, type RequestContext } from '../graphql/context.js';

/** What of the page the profile opens to everybody: more in a demo store. */
export const openPartsOf = ({ office, demo }: Pick<Gateway, 'office' | 'demo'>): ReadonlySet<PublicPart> =>
  new Set(demo ? [...office.publicPage.withoutSignIn, ...office.publicPage.inDemo] : office.publicPage.withoutSignIn);

/** The token of `Authorization: Bearer …`; another scheme is refused rather than taken for nobody. */
export const bearerOf = (header: string | undefined): string | undefined => {
  if (header === undefined || header.trim() === '') return undefined;
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header)?.[1];
  if (!token) throw new Refused('NotSignedIn');
  return token;
};

/** Contexts of requests: who asks is known by token, nobody without one; a token that does not hold is refused. */
export const contextsOf = (gateway: Gateway) => {
  const openParts = openPartsOf(gateway);
  return async (token: string | undefined, address: string): Promise<RequestContext> => {
    const viewerNow = async (): Promise<Viewer> => (token === undefined ? PUBLIC_VIEWER : gateway.tokens.verify(token));
    const stillSignedIn = async (): Promise<void> => void (await viewerNow());
    return { viewer: await viewerNow(), address, openParts, stillSignedIn };
  };
};

/** The same from a request's headers; a token that does not hold is 401. */
export const graphqlContext =
  (contextOf: ReturnType<typeof contextsOf>) =>
  async ({ headers, ip }: FastifyRequest): Promise<RequestContext> => {
    try {
      return await contextOf(bearerOf(headers.authorization), ip);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, textZh, textEn } = refusalMember(error);
      throw new GraphQLError(`${textZh} ${textEn}`, { extensions: { code, textZh, textEn, http: { status: 401 } } });
    }
  };
