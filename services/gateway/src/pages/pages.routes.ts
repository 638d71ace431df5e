import { readFileSync } from 'node:fs';
import { refusalText, type Text } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Gateway } from '../gateway.types.js';
import type { RequestContext } from '../graphql/context.js';
import { afterFrom, seenFrom, type Seen } from './address.js';
import { ask } from './ask.js';
import { EVENTS_QUERY, FIGURE_QUERY, figurePage, type EventsAnswer, type FigureAnswer } from './figure.page.js';
import type { Html } from './html.js';
import { knowledgeAsked, knowledgePages } from './knowledge.page.js';
import { layout } from './layout.js';
import { MATTER_QUERY, matterPage, type MatterAnswer } from './matter.page.js';
import { namesOf } from './names.js';
import { checkOwnForm, endSession, openSession, sessionOf } from './sessions.js';
import { localAddress, signInPage } from './sign-in.page.js';
import { SIX, YEAR_QUERY, yearPage, type YearAnswer } from './year.page.js';

export interface PageOptions {
  readonly gateway: Gateway;
  readonly contextOf: (token: string | undefined, address: string) => Promise<RequestContext>;
  readonly schema: () => GraphQLSchema;
  /** The year `/` opens with; the present one by default. */
  readonly year?: number;
}

type Query = Readonly<Record<string, unknown>>;

interface Made {
  readonly title: Text;
  readonly body: Html;
}

const PUBLIC = new URL('../../public/', import.meta.url);
const ASSETS = { 'sunlit.css': 'text/css', 'sunlit.svg': 'image/svg+xml' } as const;

const days = ({ year, asOf }: Seen) => ({ from: `${year}-01-01`, to: `${year}-12-31`, ...(asOf && { asOf }) });

const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.code === 'NotSignedIn';
/** What the reader may not see is left out of the page, which says so. */
const orNothing = (error: unknown): null => {
  if (isSignedOut(error) || (error instanceof Refused && error.code === 'NotAllowed')) return null;
  throw error;
};

/** The pages of `/`: made on the server from the API's own queries. */
export const pageRoutes = (
  fastify: FastifyInstance,
  { gateway, contextOf, schema, year: opened }: PageOptions,
): void => {
  const names = namesOf(gateway.office);
  const knowledge = knowledgePages(schema, names);
  const thisYear = (): number => Number(gateway.today().slice(0, 4));
  const { timeZone } = gateway.office.office;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const local = (instant: string): string => format.format(new Date(instant));

  const year = async (context: RequestContext, seen: Seen): Promise<Made> => {
    const answer = await ask<YearAnswer>(schema(), context, YEAR_QUERY, { figures: SIX, ...days(seen) });
    return {
      title: { zh: `${seen.year} 年`, en: `${seen.year}` },
      body: yearPage(answer, seen, { thisYear: thisYear(), local }),
    };
  };
  const figure = async (
    context: RequestContext,
    seen: Seen,
    name: string,
    after: string | undefined,
  ): Promise<Made> => {
    const answer = await ask<FigureAnswer>(schema(), context, FIGURE_QUERY, { name, ...days(seen) });
    const same = { name, ...days(seen), asOf: answer.figure.asOf, ...(after && { after }) };
    const behind = await ask<EventsAnswer>(schema(), context, EVENTS_QUERY, same).catch(orNothing);
    return { title: answer.figure.definition.title, body: figurePage(answer, behind, seen, { names, local }) };
  };
  const matter = async (context: RequestContext, seen: Seen, id: string): Promise<Made> => {
    const { caseTimeline } = await ask<MatterAnswer>(schema(), context, MATTER_QUERY, { id });
    if (!caseTimeline) throw new Refused('NoSuchCase');
    const { number } = caseTimeline;
    return { title: { zh: number, en: number }, body: matterPage(caseTimeline, seen, names, local) };
  };

  const contextFor = async (request: FastifyRequest): Promise<RequestContext> => {
    const known = await contextOf(sessionOf(request), request.ip).catch(orNothing);
    return known ?? contextOf(undefined, request.ip);
  };
  const send = (reply: FastifyReply, page: Parameters<typeof layout>[1]): FastifyReply =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(layout(gateway, page));
  const show = (make: (context: RequestContext, seen: Seen, request: FastifyRequest) => Promise<Made>) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      await gateway.limits.take('pageByAddress', request.ip);
      const context = await contextFor(request);
      const made = await make(context, seenFrom(request.query as Query, opened ?? thisYear()), request).catch(
        (error: unknown) => {
          if (isSignedOut(error)) return null;
          throw error;
        },
      );
      if (!made) return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
      return send(reply, { ...made, viewer: context.viewer });
    };
  };
  const param = ({ params }: FastifyRequest): string => (params as { readonly id: string }).id;

  fastify.get('/', show(year));
  fastify.get(
    '/figures/:id',
    show((context, seen, request) => figure(context, seen, param(request), afterFrom(request.query as Query))),
  );
  fastify.get(
    '/matters/:id',
    show((context, seen, request) => matter(context, seen, param(request))),
  );
  fastify.get(
    '/knowledge',
    show((context, _, { query }) =>
      knowledge.search(context, knowledgeAsked(query as Query, afterFrom(query as Query))),
    ),
  );
  fastify.get(
    '/knowledge/:id',
    show((context, _, request) => knowledge.answer(context, param(request))),
  );

  const form = (reply: FastifyReply, next: string, failed: Text | null): FastifyReply =>
    send(reply, { title: { zh: '登录', en: 'Sign in' }, viewer: null, body: signInPage(next, failed) });
  fastify.get('/sign-in', async ({ query }, reply) => form(reply, localAddress((query as Query)['next']), null));
  fastify.post('/sign-in', async (request, reply) => {
    checkOwnForm(request);
    const { account = '', password = '', next } = (request.body ?? {}) as Readonly<Record<string, string>>;
    try {
      const signedIn = await gateway.signIn({
        account: String(account),
        password: String(password),
        address: request.ip,
      });
      openSession(request, reply, signedIn.token);
      return reply.redirect(localAddress(next), 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      void reply.status(error.code === 'TooManyRequests' ? 429 : 401);
      return form(reply, localAddress(next), refusalText(error.code, error.details));
    }
  });
  fastify.post('/sign-out', async (request, reply) => {
    checkOwnForm(request);
    endSession(request, reply);
    return reply.redirect('/', 303);
  });

  for (const [name, type] of Object.entries(ASSETS)) {
    const content = readFileSync(new URL(name, PUBLIC));
    fastify.get(`/assets/${name}`, async (_, reply) =>
      reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=3600')
        .send(content),
    );
  }
};
