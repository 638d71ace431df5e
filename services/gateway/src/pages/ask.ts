import { Refused, Unavailable, type JsonObject } from '@sunlit/kernel';
import { type GraphQLError, execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/context.js';

const documents = new Map<string, DocumentNode>();

const documentOf = (query: string): DocumentNode => {
  const found = documents.get(query) ?? parse(query);
  documents.set(query, found);
  return found;
};

const thrown = ({ originalError, extensions, message }: GraphQLError): Error => {
  if (originalError instanceof Refused || originalError instanceof Unavailable) return originalError;
  const code = extensions['code'];
  if (code === 'NotSignedIn' || code === 'NotAllowed') return new Refused(code);
  return originalError ?? new Error(message);
};

/** Asks what anybody may ask over GraphQL, with the same checks; the first error is thrown as what it was. */
export const ask = async <T>(
  schema: GraphQLSchema,
  contextValue: RequestContext,
  query: string,
  variableValues: JsonObject,
): Promise<T> => {
  const { data, errors } = await execute({ schema, document: documentOf(query), contextValue, variableValues });
  if (errors?.[0]) throw thrown(errors[0]);
  // Results of graphql-js have no prototype; as plain objects they read alike everywhere.
  return JSON.parse(JSON.stringify(data)) as T;
};
