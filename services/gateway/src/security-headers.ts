import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const NOTHING_BUT_OURS = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** GraphiQL's editor writes styles of its own, and speaks to this server alone. */
export const GRAPHIQL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers of every answer: nothing is loaded from elsewhere, no script runs, no other site frames it. */
export const securityHeaders = async (fastify: FastifyInstance): Promise<void> => {
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING_BUT_OURS },
    // A bureau may serve plain HTTP inside its network; a proxy that ends TLS sets this for its own name.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
};
