import type { PublicPart, RoleCode } from '@sunlit/platform';
import { refusalText } from '@sunlit/contracts';
import {
  GraphQLError,
  defaultFieldResolver,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/context.js';

/** Who may use a field: roles, nobody signed in (`public`), or nobody signed in where the profile opens a part. */
export interface Allowed {
  readonly roles: readonly (RoleCode | 'public')[];
  readonly public?: PublicPart;
}

/** What the field's `@allow` says, or null where it has none. */
export const allowedOf = (schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Allowed | null => {
  const directive = schema.getDirective('allow');
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
  return values ? (values as unknown as Allowed) : null;
};

/** Whether someone of this role (`public`: nobody signed in) may. */
export const mayUse = (allowed: Allowed, role: string, openParts: ReadonlySet<PublicPart>): boolean =>
  allowed.roles.includes('public') ||
  allowed.roles.includes(role as RoleCode) ||
  (allowed.public !== undefined && openParts.has(allowed.public));

/** `NotSignedIn` or `NotAllowed` as an error of GraphQL, with both texts. */
export const denial = (role: string): GraphQLError => {
  const code = role === 'public' ? 'NotSignedIn' : 'NotAllowed';
  const { zh, en } = refusalText(code);
  return new GraphQLError(`${zh} ${en}`, { extensions: { code, textZh: zh, textEn: en } });
};

type Denied = (role: string) => unknown;

/** A field whose type can say no says it there; a personal one is withheld; any other is an error. */
const deniedBy = (type: GraphQLOutputType): Denied => {
  const named = getNamedType(type);
  if (isUnionType(named) && named.getTypes().some(({ name }) => name === 'Refusal')) {
    return (role) => ({ __typename: 'Refusal', ...refusalOf(role) });
  }
  if (isObjectType(named) && getNamedType(named.getFields()['state']?.type)?.name === 'PersonalState') {
    return () => ({ state: 'withheld' });
  }
  return (role) => {
    throw denial(role);
  };
};

const refusalOf = (role: string) => {
  const { code, textZh, textEn } = denial(role).extensions;
  return { code, textZh, textEn };
};

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const guarded = (resolve: Resolver, allowed: Allowed, denied: Denied): Resolver => {
  return (source, args, context, info) =>
    mayUse(allowed, context.viewer.role, context.openParts)
      ? resolve(source, args, context, info)
      : denied(context.viewer.role);
};

/**
 * Puts a check before every field with `@allow`. Deny by default: a field of Query, Mutation or Subscription without one is an error
 * that names it, so the server does not start.
 */
export const withAuthorisation = (schema: GraphQLSchema): GraphQLSchema => {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const allowed = allowedOf(schema, field);
      if (!allowed && roots.has(type))
        throw new Error(`${type.name}.${field.name} has no @allow: say in the SDL who may use it.`);
      if (allowed) guard(field, allowed);
    }
  }
  return schema;
};

const guard = (field: GraphQLField<unknown, RequestContext>, allowed: Allowed): void => {
  const denied = deniedBy(field.type);
  field.resolve = guarded(field.resolve ?? defaultFieldResolver, allowed, denied);
  if (field.subscribe) {
    field.subscribe = guarded(field.subscribe, allowed, (role) => {
      throw denial(role);
    });
  }
};
