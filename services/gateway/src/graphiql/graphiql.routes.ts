import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { GRAPHIQL_POLICY } from '../security-headers.js';

const require = createRequire(import.meta.url);
const OWN = new URL('../../graphiql/', import.meta.url);

/** A file of a package, also one its `exports` leave out (the ready-made bundles for browsers). */
const packaged = (name: string, file: string) => (): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

/** Everything the page loads: from the npm packages and our own folder, nothing from elsewhere. */
const ASSETS = {
  'react.js': { file: packaged('react', 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { file: packaged('react-dom', 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { file: packaged('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { file: packaged('graphiql', 'graphiql.min.css'), type: 'text/css' },
  'start.js': { file: () => new URL('start.js', OWN), type: 'text/javascript' },
  'start.css': { file: () => new URL('start.css', OWN), type: 'text/css' },
  'operations.graphql': { file: () => new URL('operations.graphql', OWN), type: 'text/plain' },
} as const;

const send = (reply: FastifyReply, { file, type }: (typeof ASSETS)[keyof typeof ASSETS]): FastifyReply => {
  const path = file();
  return reply
    .header('content-type', `${type}; charset=utf-8`)
    .header('content-length', statSync(path).size)
    .header('cache-control', 'public, max-age=3600')
    .send(createReadStream(path));
};

const DEMO =
  '<p class="demo" role="note"><strong>演示数据</strong> <span lang="en">Demonstration data: everything here is made up.</span></p>';

/** GraphiQL on `/graphiql`, opening with the operations of `graphiql/operations.graphql`. */
export const graphiqlRoutes = (fastify: FastifyInstance, demo: boolean): void => {
  const page = readFileSync(new URL('index.html', OWN), 'utf8').replace('<!-- demo -->', demo ? DEMO : '');
  fastify.get('/graphiql', async (_, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', GRAPHIQL_POLICY)
      .send(page),
  );
  for (const [name, asset] of Object.entries(ASSETS))
    fastify.get(`/graphiql/${name}`, async (_, reply) => send(reply, asset));
};
