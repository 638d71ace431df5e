import { Module, type DynamicModule } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { apolloOptions, type ApolloParts } from './graphql/apollo.js';

/** The GraphQL API as a module: SDL, resolvers and Apollo's options; `register` takes them ready-made. */
@Module({})
export class GatewayModule {
  static register(parts: ApolloParts): DynamicModule {
    const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, ...apolloOptions(parts) });
    return { module: GatewayModule, imports: [graphql] };
  }
}
