import type { FastifyInstance } from 'fastify';
import { RETRY_AFTER_SECONDS } from './graphql/errors.js';

/** How many requests are worked on at once: many more than keep this process busy, few enough for its memory. */
export const MOST_IN_FLIGHT = 500;

/** Whoever watches over the server is always answered. */
const WATCHING = /^\/(health\/|metrics)/;

const BUSY = JSON.stringify({
  errors: [
    {
      message: '服务繁忙,请稍后再试。 The service is busy: try again shortly.',
      extensions: { code: 'UNAVAILABLE', retryAfter: RETRY_AFTER_SECONDS },
    },
  ],
});

/** Answers 503 with Retry-After, before anything of it is read, to what comes while so many requests are under way. */
export const boundInFlight = (fastify: FastifyInstance, most = MOST_IN_FLIGHT): void => {
  let inFlight = 0;
  fastify.addHook('onRequest', async ({ url }, reply) => {
    if (WATCHING.test(url)) return;
    if (inFlight >= most)
      return reply.code(503).header('retry-after', String(RETRY_AFTER_SECONDS)).type('application/json').send(BUSY);
    inFlight += 1;
    // Also where the client went away before it was answered.
    reply.raw.once('close', () => void (inFlight -= 1));
  });
};
