import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { withAuthorisation } from '../authorisation/allow.js';
import type { RequestContext } from './context.js';
import { LIMITS, limitsRule } from './limits.js';
import { schemaOnlySignedIn, unavailableIs503 } from './plugins.js';
import { schemaSources } from './schema-files.js';

export interface ApolloParts {
  readonly resolvers: NonNullable<ApolloDriverConfig['resolvers']>;
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly demo: boolean;
  /** Called with the schema once it stands, guards in place. */
  readonly built: (schema: GraphQLSchema) => void;
}

/** What Apollo is told: no stacks, no batches, no persisted queries, no cache hints, CSRF checks on, limits before anything runs. */
export const apolloOptions = ({
  resolvers,
  contextOf,
  formatError,
  demo,
  built,
}: ApolloParts): Omit<ApolloDriverConfig, 'driver'> => ({
  path: '/graphql',
  // The files are read here rather than by a glob: a folder's name may hold any character.
  typeDefs: [...schemaSources()],
  resolvers,
  transformSchema: (schema) => {
    built(withAuthorisation(schema));
    return schema;
  },
  context: contextOf,
  formatError,
  introspection: true,
  graphiql: false,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  persistedQueries: false,
  autoTransformHttpErrors: false,
  preserveHttpStatusForExecutionErrors: false,
  parseOptions: { maxTokens: LIMITS.tokens },
  validationRules: [limitsRule],
  plugins: [schemaOnlySignedIn(demo), unavailableIs503, ApolloServerPluginCacheControlDisabled()],
});
