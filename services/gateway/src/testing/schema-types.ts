import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as resolversPlugin from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { enumValues } from '../graphql/enums.js';
import { schemaSources } from '../graphql/schema-files.js';

/** Where the generated types are kept. */
export const SCHEMA_TYPES = new URL('../../src/graphql/schema.generated.ts', import.meta.url);

const HEADER = '/* eslint-disable -- Generated from schema/*.graphql by `npm run generate`: change those. */';

/** What resolvers hand on where it is not yet what the schema says: their own resolvers make the rest of it. */
const MAPPERS = {
  Account: '../accounts/accounts.projection.js#ListedAccount',
  CaseProgress: '@sunlit/contracts#CaseProgress as Progress',
  SignedIn: '../sign-in/sign-in.js#SignedIn as SignInAnswer',
  Case: '@sunlit/contracts#CaseView',
  CaseTimeline: '@sunlit/contracts#CaseView',
  Figure: '../resolvers/figures.resolvers.js#AskedFigure',
  FigureEvent: '@sunlit/contracts#FigureEvent as FigureEntry',
  Restated: '@sunlit/contracts#Restated as RestatedEntry',
  Knowledge: '@sunlit/contracts#KnowledgeView',
  KnowledgeDraft: '@sunlit/contracts#DraftView',
  Unanswered: '../resolvers/knowledge.resolvers.js#UnansweredAsked',
  DeskCounts: '../resolvers/case-pages.js#Counts',
  Cluster: '../resolvers/clusters.resolvers.js#FoundCluster',
};

const CONFIG = {
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: { ID: 'string', Day: 'string', Instant: 'string', Json: 'unknown' },
  immutableTypes: true,
  defaultScalarType: 'unknown',
  contextType: './context.js#RequestContext',
  mappers: MAPPERS,
  // A resolver is a function: every field of ours is called or read.
  makeResolverTypeCallable: true,
  useIndexSignature: false,
};

/** The types of the SDL and of its resolvers, as the file has to be. */
export const schemaTypes = async (): Promise<string> => {
  const generated = await codegen({
    filename: SCHEMA_TYPES.pathname,
    schema: parse(schemaSources().join('\n')),
    documents: [],
    config: CONFIG,
    plugins: [{ typescript: { enumValues: enumValues() } }, { resolvers: {} }],
    pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
  });
  const options = await resolveConfig(SCHEMA_TYPES);
  return format(`${HEADER}\n${generated}`, { ...options, parser: 'typescript' });
};
